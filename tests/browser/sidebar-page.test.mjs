// The sidebar on pages that change under it: new articles, changed words, passages that are
// pointed at, links that lead back to them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Origin } from 'selenium-webdriver';
import { fixtures, inBrowsers } from './lib/sidebar.mjs';

const story = (/** @type {string} */ title, /** @type {string[]} */ ...paragraphs) =>
  `<h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}`;
const bridge = story(
  'Bridge to close for repairs',
  'The bridge over the Orne will close on Monday for repairs that are to take six weeks, the county council said. About 4,200 cars cross it every day.',
  '“We have patched it for nine years and it can be patched no more,” said Petra Lang, who leads the council’s road service.',
  'The work will cost $3.2 million. A ferry is to carry 300 passengers an hour, and buses will run every ten minutes until the end of the repairs.',
);
const library = story(
  'Library opens after fire',
  'The town library opens again on Friday, two years after a fire that destroyed 18,000 books, its director told reporters in the reading room.',
  '“Every shelf you see was built by people of this town,” said Omar Haddad, the library’s director, and thanked 640 volunteers.',
  'The new building cost $7.5 million, and readers have given 25,000 books from their own shelves to replace some of those that were lost.',
);
const page = (/** @type {string} */ body) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>News</title><body><main><article>${body}</article></main><div style="height: 150vh"></div></body></html>`;

inBrowsers(
  'the sidebar on a page that changes',
  (stage) => {
    const { run, mount } = stage;

    test('a single-page site goes to another article: its digest comes without a moment of nothing', async () => {
      await mount('/bridge');
      const seen = await run(
        `const seen = { states: new Set(), digests: [] };
         sidebar.addEventListener('digest', ({ detail }) => seen.digests.push(detail.digest.title));
         const watcher = new MutationObserver(() => seen.states.add(find('.loading') ? 'loading' : find('[data-item]') ? 'items' : 'nothing'));
         watcher.observe(sidebar.shadow, { childList: true, subtree: true });
         history.pushState({}, '', '/library');
         document.querySelector('article').innerHTML = arguments[0];
         await until(() => seen.digests.length > 0, 'a digest');
         await settled();
         watcher.disconnect();
         return { digests: seen.digests, states: [...seen.states], text: find('.body').textContent, chosen: sidebar.state.chosen };`,
        library,
      );
      assert.deepEqual(seen.digests, ['Library opens after fire']);
      assert.deepEqual(seen.states, ['items']);
      assert.match(seen.text, /18,000/);
      assert.doesNotMatch(seen.text, /4,200/);
    });

    test('many changes are read once, when they have settled; what was overtaken is never shown', async () => {
      await mount('/bridge');
      const { reads, digests } = await run(
        `const digests = [];
         sidebar.addEventListener('digest', ({ detail }) => digests.push(detail.digest.title));
         let reads = 0;
         const own = sidebar.means.find;
         sidebar.means.find = (...given) => { reads += 1; return own(...given); };
         const article = document.querySelector('article');
         for (let i = 0; i < 12; i += 1) {
           history.pushState({}, '', '/page-' + i);
           article.innerHTML = i < 11 ? arguments[0].replaceAll('bridge', 'bridge ' + i) : arguments[1];
           await new Promise((done) => setTimeout(done, 30));
         }
         await until(() => digests.length > 0, 'a digest');
         await new Promise((done) => setTimeout(done, 900));
         return { reads, digests };`,
        bridge,
        library,
      );
      assert.deepEqual({ reads, digests }, { reads: 1, digests: ['Library opens after fire'] });
    });

    test('a reading that a newer one overtakes is dropped', async () => {
      await mount('/bridge');
      const shown = await run(
        `const shown = [];
         sidebar.addEventListener('digest', ({ detail }) => shown.push(detail.digest.title));
         const own = sidebar.means.find;
         let slow;
         sidebar.means.find = async (...given) => { await new Promise((done) => { slow = done; }); return own(...given); };
         const first = sidebar.read();
         await until(() => slow);
         sidebar.means.find = own;
         document.querySelector('article').innerHTML = arguments[0];
         await sidebar.read();
         slow();
         await first;
         return shown;`,
        library,
      );
      assert.deepEqual(shown, ['Library opens after fire']);
    });

    test('words that change in a live article keep the reader’s place', async () => {
      await mount('/bridge');
      const { before, after, text, said, painted } = await run(`
        const item = [...sidebar.state.model.items.values()].find((one) => one.text.includes('3.2 million'));
        await sidebar.setTab('figures');
        await use('go', item.id);
        const body = find('.body');
        body.style.maxHeight = '120px';
        body.scrollTop = 60;
        const here = () => ({ tab: sidebar.state.tab, scroll: find('.body').scrollTop, focused: sidebar.shadow.activeElement?.textContent,
          chosen: sidebar.state.model.items.get(sidebar.state.chosen)?.text });
        const before = here();
        document.querySelector('article p').textContent = 'The bridge over the Orne will close on Monday for repairs that are to take eight weeks, the county council said. About 4,900 cars cross it every day.';
        await until(() => sidebar.state.announcement === sidebar.state.f.say('updated'), 'the update is told');
        await settled();
        return { before, after: here(), text: find('.body').textContent, said: find('[role=status]').textContent, painted: painted('khulasa-chosen') };`);
      assert.deepEqual(after, before);
      assert.match(text, /4,900/);
      assert.doesNotMatch(text, /4,200/);
      assert.equal(said, 'The article changed; the gist was read again.');
      assert.match(painted, /3\.2 million/);
    });

    test('an article added below, as endless pages do, does not take the first one’s place', async () => {
      await mount('/bridge');
      const title = await run(
        `const more = document.createElement('article');
         more.innerHTML = arguments[0];
         document.querySelector('main').append(more);
         await new Promise((done) => setTimeout(done, 1000));
         return sidebar.state.model.digest.title;`,
        library,
      );
      assert.equal(title, 'Bridge to close for repairs');
    });

    test('of several articles, one that came later too, it keeps to the one that is read', async () => {
      await mount('/bridge');
      const before = stage.server.requests.length;
      const titles = await run(
        `
        const titles = [sidebar.state.model.digest.title];
        const more = document.createElement('article');
        more.innerHTML = arguments[0];
        more.style.cssText = 'display: block; margin-top: 120vh; min-height: 150vh';
        document.querySelector('main').append(more);
        const from = sidebar.turn;
        const shows = (word) => until(() => sidebar.turn > from && new RegExp(word).test(find('.body').textContent), word);
        more.scrollIntoView();
        await shows('library|Library');
        titles.push(sidebar.root === more);
        document.querySelector('article').scrollIntoView();
        await until(() => sidebar.root === document.querySelector('article') && /4,200/.test(find('.body').textContent), 'the first again');
        return titles;`,
        library,
      );
      assert.equal(titles[1], true);
      assert.ok(stage.server.requests.slice(before).some((path) => path.endsWith('/follow.js')));
    });

    test('the page draws its paragraphs anew, as frameworks do: the passage stays lit, and says when it is gone', async () => {
      await mount('/bridge');
      const { again, gone } = await run(`
        const item = [...sidebar.state.model.items.values()].find((one) => one.text.includes('4,200'));
        sidebar.choose(item.id);
        for (const p of document.querySelectorAll('article p')) p.replaceWith(p.cloneNode(true));
        // The range of the old nodes is empty now; the words are looked for again.
        await until(() => painted('khulasa-chosen').includes('4,200'), 'lit again');
        const again = painted('khulasa-chosen');
        sidebar.choose(null);
        document.querySelector('article p').remove();
        sidebar.choose(item.id);
        return { again, gone: [painted('khulasa-chosen'), sidebar.state.note] };`);
      assert.match(again, /4,200/);
      assert.deepEqual(gone, ['', 'This passage no longer stands in the page.']);
    });

    test('a pointer on a passage shows its item, softly in both places, and off it no more', async () => {
      await mount('english');
      const { x, y, id } = await run(`
        const item = sidebar.state.model.items.get('sentence-0');
        document.querySelector('article h2').scrollIntoView({ block: 'end' });
        const box = sidebar.rangeOf(item).getClientRects()[0];
        return { x: Math.round(box.left + 6), y: Math.round(box.top + box.height / 2), id: item.id };`);
      const actions = stage.driver.actions();
      await actions.move({ x, y, origin: Origin.VIEWPORT }).perform();
      const lit = await run(`await until(() => sidebar.state.hover, 'hover'); await settled();
        return { hover: sidebar.state.hover, lit: find('.lit [data-item]')?.dataset.item }`);
      assert.deepEqual(lit, { hover: id, lit: id });
      await stage.driver.actions().move({ x: 5, y: 5, origin: Origin.VIEWPORT }).perform();
      await run(`await until(() => sidebar.state.hover === null && !find('.lit'), 'hover ends')`);
      // The other way round: an item pointed at lights its passage.
      const at = await run(
        `const box = find('[data-item=sentence-1]').getBoundingClientRect(); return { x: Math.round(box.left + 40), y: Math.round(box.top + 12) }`,
      );
      await stage.driver
        .actions()
        .move({ ...at, origin: Origin.VIEWPORT })
        .perform();
      const soft = await run(`await until(() => painted('khulasa-hover'), 'hover'); return painted('khulasa-hover')`);
      assert.match(soft, /^The flood of 9 February/);
    });
  },
  {
    pages: {
      pages: { '/bridge': page(bridge), '/library': page(library) },
    },
  },
);

inBrowsers('the demo’s site of one page', (stage) => {
  test('one sidebar follows from a story to the next, and a correction', async () => {
    const { driver, server } = stage;
    await driver.get(server.url('/demo/site.html?mode=open'));
    const panel = (/** @type {string} */ what) =>
      driver.executeScript(
        `const panel = document.querySelector('[data-khulasa]')?.shadowRoot?.querySelector('aside'); return panel && ${what}`,
      );
    await driver.wait(() => panel(`panel.lang === 'en' && panel.querySelector('[data-item]')`), 15_000);
    await driver.executeScript(`document.querySelector('[data-story][lang=ar]').click()`);
    await driver.wait(() => panel(`panel.lang === 'ar' && /1,?800/.test(panel.textContent)`), 15_000);
    await driver.executeScript(`document.querySelector('[data-correct]').click()`);
    await driver.wait(() => panel(`/1,?811/.test(panel.textContent) && !/1,?800/.test(panel.textContent)`), 15_000);
    assert.equal(await driver.executeScript(`return document.querySelectorAll('[data-khulasa]').length`), 1);
  });
});

inBrowsers('links to passages', (stage) => {
  for (const language of /** @type {const} */ (['arabic', 'english'])) {
    test(`lead the browser there, ${language}`, async (context) => {
      const { run, mount, driver } = stage;
      await mount(language);
      if (!(await run(`return 'fragmentDirective' in document`)))
        return context.skip('no text fragments in this engine');
      // Figures that begin after a joined letter, quotes of several sentences, words said twice.
      const links = await run(`
        const links = [];
        sidebar.addEventListener('copy', ({ detail }) => links.push(detail.text));
        const items = [...sidebar.state.model.items.values()].filter((item) => item.span.block > 3);
        for (const item of items) await give('copyLink', item);
        return links.map((link, i) => [link, items[i].id]);`);
      assert.ok(links.length > 10);
      const missed = [];
      for (const [link, id] of links) {
        await driver.get('about:blank');
        await driver.get(link);
        // The browser scrolls once the page has been drawn.
        await driver.executeAsyncScript(
          'const done = arguments[0]; setTimeout(() => requestAnimationFrame(() => done()), 150)',
        );
        await driver.executeAsyncScript(
          `const [{ digest, article }, done] = arguments;
           import('./embed/khulasa.js').then(async ({ mount }) => {
             window.sidebar = mount({ article: 'article', mode: 'open', digest, blocks: article, room: false });
             await window.sidebar.ready; done(); });`,
          fixtures[language],
        );
        const seen = await run(
          `const { top, bottom } = sidebar.rangeOf(sidebar.state.model.items.get(arguments[0])).getBoundingClientRect();
           return scrollY > 0 && top >= 0 && bottom <= innerHeight;`,
          id,
        );
        if (!seen) missed.push(decodeURIComponent(link.split('#')[1]));
      }
      assert.deepEqual(missed, []);
      return undefined;
    });
  }
});
