// The sidebar on the demo's pages, in each engine that is here: what a reader sees,
// presses and hears, and that the page is left as it was.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { serve } from '../../scripts/static-server.mjs';
import { arabic, english } from './fixtures/digests.mjs';
import { browserNames, openBrowser, root, unavailable } from './lib/browsers.mjs';

const dist = join(root, 'www/dist');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const missing = existsSync(join(dist, 'demo/embed/khulasa.js')) ? false : 'www/dist is not built: run make build';
const fixtures = { arabic: arabic(), english: english() };

/** @param {string} code runs in the page with `sidebar` and `find(selector)`, `all(selector)` in its shadow root */
const inside = (code) => `return (async function () {
  const sidebar = window.sidebar;
  const find = (s) => sidebar.shadow.querySelector(s);
  const all = (s) => [...sidebar.shadow.querySelectorAll(s)];
  const use = (deed, ...given) => sidebar.act((use) => use[deed](sidebar, ...given));
  const give = (deed, ...given) => use('give', (more) => more[deed](sidebar, ...given));
  const painted = (name) => [...(CSS.highlights.get(name) ?? [])].map(String).join('|');
  ${code}
}).apply(null, arguments)`;

for (const name of browserNames) {
  describe(`the sidebar in ${name}`, { skip: missing || unavailable(name) }, () => {
    /** @type {import('selenium-webdriver').WebDriver} */
    let driver;
    /** @type {Awaited<ReturnType<typeof serve>>} */
    let server;
    before(async () => {
      server = await serve(dist);
      driver = await openBrowser(name);
    });
    after(async () => {
      await driver?.quit();
      await server?.close();
    });

    /** @param {string} code @param {...unknown} args @returns {Promise<any>} */
    const run = (code, ...args) => driver.executeScript(inside(code), ...args);

    /** Opens a demo page with a digest set by hand. @param {'arabic' | 'english'} language @param {object} [options] */
    async function mount(language, options = {}) {
      await driver.get(`${server.origin}/demo/${language}.html?closed`);
      const failed = await driver.executeAsyncScript(
        `const [fixture, options, done] = arguments;
         localStorage.clear();
         window.asItWas = { article: document.querySelector('article').outerHTML, page: document.documentElement.outerHTML,
           sheets: document.adoptedStyleSheets.length, globals: Object.keys(window) };
         import('./embed/khulasa.js').then(async (khulasa) => {
           window.sidebar = khulasa.mount({ article: 'article', digest: fixture.digest, blocks: fixture.article, mode: 'open', collapsed: false, ...options });
           await window.sidebar.ready;
           done(null);
         }).catch((error) => done(String(error?.stack ?? error)));`,
        fixtures[language],
        options,
      );
      assert.equal(failed, null);
    }

    /** Focuses something in the sidebar and presses keys there. @param {string} selector @param {...string} keys */
    async function press(selector, ...keys) {
      if (selector) await run('find(arguments[0]).focus()', selector);
      await driver
        .actions()
        .sendKeys(...keys)
        .perform();
    }

    test('reads the demo article with the core itself, and leaves its HTML as it was', async () => {
      await driver.get(`${server.origin}/demo/arabic.html?closed`);
      const result = await driver.executeAsyncScript(`
        const done = arguments[0];
        const before = document.querySelector('article').outerHTML;
        import('./embed/khulasa.js').then(async (khulasa) => {
          const sidebar = khulasa.mount({ mode: 'open' });
          await sidebar.ready;
          const items = [...sidebar.shadow.querySelectorAll('[data-item]')];
          // What paints it comes with the first sign of a reader.
          const painted = new Promise((done) => sidebar.addEventListener('choose', done, { once: true }));
          items.at(0)?.click();
          await painted;
          const chosen = [...(CSS.highlights.get('khulasa-chosen') ?? [])].map(String).join('|');
          done({ status: sidebar.state.status, items: items.length, chosen, own: sidebar.state.model?.items.get(items[0]?.dataset.item)?.text,
            same: before === document.querySelector('article').outerHTML });
        }).catch((error) => done({ status: String(error) }));`);
      assert.equal(result.status, 'ready');
      assert.ok(result.items > 0);
      assert.equal(result.chosen.replace(/\s+/g, ' '), result.own);
      assert.equal(result.same, true);
    });

    for (const language of /** @type {const} */ (['arabic', 'english'])) {
      test(`shows everything of the ${language} digest, and lights up each passage`, async () => {
        await mount(language);
        const { digest } = fixtures[language];
        await run(`sidebar.setTab('quotes')`);
        assert.equal(await run(`return all('.quote').length`), digest.quotes.length);
        await run(`sidebar.setTab('dates')`);
        assert.equal(await run(`return all('.timeline [data-item]').length`), digest.dates.length);
        await run(`sidebar.setTab('figures')`);
        assert.equal(await run(`return all('[data-item]').length`), digest.figures.length);
        await run(`sidebar.setTab('all')`);
        const wrong = await run(`
          const wrong = [];
          for (const item of sidebar.state.model.items.values()) {
            sidebar.choose(item.id);
            const text = painted('khulasa-chosen').replace(/\\s+/g, ' ');
            if (text !== item.text) wrong.push([item.text, text]);
          }
          return wrong;`);
        assert.deepEqual(wrong, []);
        assert.equal(await run(`return document.querySelector('article').outerHTML === asItWas.article`), true);
      });

      test(`faces the right way in ${language}`, async () => {
        await mount(language);
        const { dir, lang, side } = await run(
          `const k = find('.k'); const box = sidebar.host.getBoundingClientRect();
           return { dir: k.dir, lang: k.lang, side: box.left < 100 ? 'left' : 'right' }`,
        );
        assert.deepEqual(
          { dir, lang, side },
          language === 'arabic' ? { dir: 'rtl', lang: 'ar', side: 'left' } : { dir: 'ltr', lang: 'en', side: 'right' },
        );
      });

      test(`has no axe violation in any state, ${language}`, async () => {
        await mount(language);
        await driver.executeScript(axe);
        const states = {
          all: '',
          chosen: `sidebar.choose('figure-0')`,
          figures: `sidebar.setTab('figures')`,
          dates: `sidebar.setTab('dates')`,
          quotes: `sidebar.setTab('quotes')`,
          search: `sidebar.setTab('all'); sidebar.search(true); use('find', 'a')`,
          menu: `sidebar.search(false); return sidebar.openMenu('more')`,
          share: `return sidebar.openMenu('share')`,
          dark: `sidebar.openMenu(null); sidebar.set({ theme: 'dark' })`,
          folded: `sidebar.fold(true)`,
          error: `sidebar.fold(false); sidebar.fail('error', new Error('x'))`,
          empty: `sidebar.fail('empty')`,
          loading: `sidebar.set({ status: 'loading' })`,
        };
        for (const [state, code] of Object.entries(states)) {
          await run(code);
          const found = await driver.executeAsyncScript(`
            const done = arguments[0];
            Promise.all(window.sidebar.shadow.getAnimations().map((a) => a.finished.catch(() => {})).slice(0, 0))
              .then(() => { for (const a of window.sidebar.shadow.getAnimations()) if (a.effect.getTiming().iterations < 9) a.finish(); })
              .then(() => axe.run({ include: [['[data-khulasa]']] }, { resultTypes: ['violations'] }))
              .then((r) => done(r.violations.map((v) => v.id + ' ' + v.nodes.map((n) => n.failureSummary).join('; '))))
              .catch((error) => done([String(error)]));`);
          assert.deepEqual(found, [], `in the state: ${state}`);
        }
      });
    }

    test('tabs go by arrow keys, in the direction of the language', async () => {
      await mount('arabic');
      await press('[role=tab][aria-selected=true]', Key.ARROW_LEFT);
      assert.equal(await run(`return sidebar.state.tab`), 'figures');
      await press('', Key.ARROW_RIGHT, Key.ARROW_RIGHT);
      assert.equal(await run(`return sidebar.state.tab`), 'quotes');
      await mount('english');
      await press('[role=tab][aria-selected=true]', Key.ARROW_RIGHT);
      assert.equal(await run(`return sidebar.state.tab`), 'figures');
    });

    test('arrows walk the items, Enter chooses, the choice is announced, Escape lets go and then closes', async () => {
      await mount('english');
      await press('[data-item=sentence-0]', Key.ARROW_DOWN, Key.ENTER);
      const { digest } = fixtures.english;
      assert.equal(await run(`return painted('khulasa-chosen')`), digest.summary[1].text);
      assert.match(
        await run(`return find('[role=status]').textContent`),
        /Shown in the article: The flood of 9 February/,
      );
      await press('', 'n');
      assert.equal(await run(`return painted('khulasa-chosen')`), digest.summary[2].text);
      await press('', Key.ESCAPE);
      assert.equal(await run(`return painted('khulasa-chosen')`), '');
      assert.equal(await run(`return sidebar.closed`), false);
      await press('', Key.ESCAPE);
      assert.equal(await run(`return sidebar.closed`), true);
    });

    test('closing leaves the page as it was', async () => {
      await mount('english', { mode: 'closed' });
      const opened = await driver.executeScript(
        `return { hidden: document.querySelector('[data-khulasa]').shadowRoot === null }`,
      );
      assert.equal(opened.hidden, true, 'the page cannot look in');
      // ret_nodes is chromedriver's own.
      const left = await driver.executeScript(`
        const { sidebar, asItWas } = window;
        sidebar.choose('figure-0'); sidebar.point('figure-1'); sidebar.fold(true); sidebar.fold(false); sidebar.close();
        return {
          page: document.documentElement.outerHTML === asItWas.page, sheets: document.adoptedStyleSheets.length - asItWas.sheets,
          highlights: [...CSS.highlights.keys()],
          globals: Object.keys(window).filter((key) => !asItWas.globals.includes(key) && !['asItWas', 'sidebar', 'ret_nodes'].includes(key)) };`);
      assert.deepEqual(left, { page: true, sheets: 0, highlights: [], globals: [] });
    });

    test('the page’s styles do not reach in', async () => {
      await mount('english');
      const changed = await run(`
        const look = () => JSON.stringify([find('h2'), find('[data-item]'), find('.body')].map((e) => {
          const s = getComputedStyle(e), b = e.getBoundingClientRect();
          return [s.color, s.fontFamily, s.fontSize, s.display, Math.round(b.width), Math.round(b.left - sidebar.host.getBoundingClientRect().left)] }));
        const before = look();
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(':root > * { all: unset !important; display: none !important; color: red !important; font: 40px fantasy !important; transform: rotate(3deg) !important } div:empty { display: none !important }');
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
        const after = look();
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter((s) => s !== sheet);
        return before === after ? null : [before, after];`);
      assert.equal(changed, null);
    });

    test('a passage is found again after the page has changed around it', async () => {
      await mount('english');
      const text = await run(`
        const paragraph = [...document.querySelectorAll('article p')].find((p) => p.textContent.includes('The flood of'));
        const copy = paragraph.cloneNode(true);
        paragraph.replaceWith(copy);
        copy.before(Object.assign(document.createElement('p'), { textContent: 'Live: new pumps arrived.' }));
        sidebar.choose('figure-0');
        return painted('khulasa-chosen');`);
      assert.equal(text, 'three maintenance workers');
    });

    test('never stands on the text that it lights up', async () => {
      await mount('english');
      const over = await run(`
        const over = [];
        for (const item of sidebar.state.model.items.values()) {
          sidebar.choose(item.id);
          const a = sidebar.host.getBoundingClientRect();
          const b = sidebar.rangeOf(item).getBoundingClientRect();
          if (b.right > a.left && b.left < a.right) over.push(item.text);
        }
        return over;`);
      assert.deepEqual(over, []);
    });

    test('searches without marks and in one form of each letter', async () => {
      await mount('arabic');
      await run(`sidebar.search(true); use('find', 'الضفه')`);
      const found = await run(
        `return all('[data-item]').map((e) => sidebar.state.model.items.get(e.dataset.item).around)`,
      );
      assert.ok(found.length > 0);
      assert.ok(found.every((/** @type {string} */ text) => text.includes('الضفة')));
      await run(`use('find', 'لا شيء كهذا')`);
      assert.equal(await run(`return all('[data-item]').length`), 0);
    });

    test('a passage’s link leads to whole words, and Markdown and JSON hold the digest', async () => {
      await mount('arabic');
      const { link, markdown, json } = await run(`
        const said = [];
        sidebar.addEventListener('copy', (event) => said.push(event.detail.text));
        const item = [...sidebar.state.model.items.values()].find((i) => i.text === 'نحو 650');
        await give('copyLink', item); await give('share', 'markdown'); await give('share', 'json');
        return { link: said[0], markdown: said[1], json: said[2] };`);
      assert.match(decodeURIComponent(link), /#:~:text=ونحو 650$/, 'the joined و belongs to the word');
      assert.match(markdown, /^# \[مفاجأة/);
      assert.equal(JSON.parse(json).quotes.length, fixtures.arabic.digest.quotes.length);
    });

    test('is a sheet at the bottom of a narrow window, and the page scrolls clear of it', async () => {
      await driver.manage().window().setRect({ width: 500, height: 850 });
      try {
        await mount('arabic');
        const { narrow, clear } = await run(`
          sidebar.view.matchMedia = (q) => ({ matches: /reduce/.test(q) });
          sidebar.choose('figure-8');
          const a = sidebar.host.getBoundingClientRect();
          const b = sidebar.rangeOf(sidebar.state.model.items.get('figure-8')).getBoundingClientRect();
          return { narrow: sidebar.state.narrow, clear: b.bottom <= a.top && b.top >= 0 };`);
        assert.deepEqual({ narrow, clear }, { narrow: true, clear: true });
      } finally {
        await driver.manage().window().setRect({ width: 1280, height: 900 });
      }
    });
  });
}
