// What comes only when a reader begins to use the sidebar: that it does not come before, that
// everything works with it, and what is said where it cannot be had.

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Key, Origin } from 'selenium-webdriver';
import { inBrowsers } from './lib/sidebar.mjs';

/** @type {Record<string, { body: string, status: number }>} files that the server does not have */
const broken = {};
const page = '/demo/english.html?closed';
const files = { use: '/demo/embed/use.js', more: '/demo/embed/more.js' };

inBrowsers(
  'what is loaded on demand',
  (stage) => {
    const { run, mount, press } = stage;
    /** @type {number} */
    let from;
    const asked = () => Object.values(files).filter((file) => stage.server.requests.slice(from).includes(file));
    beforeEach(() => {
      from = stage.server.requests.length;
      for (const file of Object.values(files)) delete broken[file];
    });

    test('nothing of it comes with the first view, the first half with the first sign of a reader', async () => {
      // Where no pointer rests on it.
      await stage.driver.actions().move({ x: 2, y: 2, origin: Origin.VIEWPORT }).perform();
      await mount(page);
      assert.ok((await run(`return all('[data-item]').length`)) > 10);
      assert.deepEqual(asked(), []);
      await run(`find('[role=tab]').focus()`);
      await run(`await until(() => sidebar.extra, 'what a reader uses')`);
      assert.deepEqual(asked(), [files.use]);
      await run(`find('[data-menu=share]').focus()`);
      await run(`await until(() => sidebar.menus, 'the menus')`);
      assert.deepEqual(asked(), [files.use, files.more]);
    });

    test('a press that comes before it is not lost', async () => {
      await mount(page);
      const shown = await run(`
        const chosen = new Promise((done) => sidebar.addEventListener('choose', ({ detail }) => done(detail), { once: true }));
        const before = sidebar.extra;
        find('[data-item=sentence-0]').click();
        const open = find('[data-item=sentence-0]').getAttribute('aria-expanded');
        const { range } = await chosen;
        await settled();
        return { before, open, text: String(range).replace(/\\s+/g, ' '), painted: painted('khulasa-chosen').replace(/\\s+/g, ' '),
          item: sidebar.state.model.items.get('sentence-0').text, tools: all('.chosen .tool').length };`);
      assert.equal(shown.before, null);
      assert.equal(shown.open, 'true', 'seen at once');
      assert.equal(shown.text, shown.item);
      assert.equal(shown.painted, shown.item);
      assert.equal(shown.tools, 4);
    });

    test('a tab is drawn once, with what stands above its list', async () => {
      await mount(page);
      const seen = await run(`
        const seen = [];
        new MutationObserver(() => seen.push([sidebar.state.tab, Boolean(find('.scale')), Boolean(find('.segments'))].join())).observe(sidebar.shadow, { childList: true, subtree: true });
        all('[role=tab]')[2].click();
        await until(() => sidebar.state.tab === 'dates', 'the tab');
        await settled();
        return [...new Set(seen)].filter((one) => one.startsWith('dates'));`);
      assert.deepEqual(seen, ['dates,true,true']);
    });

    for (const [name, deed] of /** @type {const} */ ([
      ['an item', `find('[data-item=sentence-0]').click()`],
      ['the search', `find('.title .tool').click()`],
      ['a menu', `find('[data-menu=more]').click()`],
    ])) {
      test(`where it cannot be had, pressing ${name} says so where it is seen, and pressing again asks anew`, async () => {
        broken[files.use] = { body: 'gone', status: 404 };
        await mount(page);
        const said = () =>
          run(`await until(() => /try again/.test(find('footer p').textContent), 'it is said');
            const { chosen, menu, searching } = sidebar.state;
            return { heard: /try again/.test(find('[role=status]').textContent), open: Boolean(chosen || menu || searching), items: all('[data-item]').length > 10 };`);
        await run(deed);
        assert.deepEqual(await said(), { heard: true, open: false, items: true });
        // The others keep a module that failed: there the page has to be opened again.
        if (stage.name !== 'chromium') return;
        delete broken[files.use];
        await run(deed);
        await run(
          `await until(() => sidebar.extra && (sidebar.state.chosen || find('input') || find('[role=menu]')), 'it opens')`,
        );
        assert.doesNotMatch(await run(`return find('footer p').textContent`), /try again/);
      });
    }

    test('without it the tabs still show their lists, Escape closes, and the page is as it was', async () => {
      broken[files.use] = { body: 'gone', status: 404 };
      await mount(page);
      for (const [n, list] of ['.cards', '.timeline', '.voice'].entries()) {
        await run(`all('[role=tab]')[arguments[0]].click()`, n + 1);
        await run(
          `await until(() => find('[role=tab][aria-selected=true]') === all('[role=tab]')[arguments[0]] && find(arguments[1]), arguments[1])`,
          n + 1,
          list,
        );
      }
      await press('[role=tab][aria-selected=true]', Key.ESCAPE);
      const { closed, same } = await run(
        `return { closed: sidebar.closed, same: document.documentElement.outerHTML === asItWas.page }`,
      );
      assert.deepEqual({ closed, same }, { closed: true, same: true });
    });

    test('a digest that comes with the page is shown with it, and without it the article is read instead', async () => {
      const served = `
        const { digest, article } = arguments[0];
        document.body.append(Object.assign(document.createElement('script'), { type: 'application/json', textContent: JSON.stringify({ digest, article }) }));
        document.querySelector('script[type="application/json"]').dataset.khulasa = '';
        const { mount, servedDigest } = await import('/demo/embed/khulasa.js');
        window.sidebar = mount({ article: 'article', mode: 'open', collapsed: false, ...servedDigest() });
        await window.sidebar.ready;
        return { status: window.sidebar.state.status, read: Boolean(window.sidebar.reading), items: window.sidebar.state.model?.items.size };`;
      const { fixtures } = await import('./lib/sidebar.mjs');
      await mount(page);
      const shown = await run(`sidebar.close(); ${served}`, fixtures.english);
      assert.equal(shown.status, 'ready');
      assert.equal(shown.read, false);
      broken[files.use] = { body: 'gone', status: 404 };
      await mount(page);
      const read = await run(`sidebar.close(); ${served}`, fixtures.english);
      assert.deepEqual([read.status, read.read], ['ready', true]);
    });
  },
  { pages: { pages: broken } },
);
