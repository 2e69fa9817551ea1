// How the sidebar begins where nobody has asked for it: it covers no text and moves nothing.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { inBrowsers } from './lib/sidebar.mjs';

const paragraphs = [
  'The harbour will be dredged to 14 metres before the summer, the port authority said on Monday, and 40 ships a week are to call there.',
  '“The berths are ready for the largest ships,” said Salem Al-Harthi, the harbour’s director. “We have waited two years for this.”',
  'About 1,800 people work on the new site and 650 on the old one. The work began in March 2022 and has cost $620 million so far.',
];
/** @param {string} style of the article's column */
const page = (
  style,
) => `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Harbour to be dredged</title><link rel="icon" href="data:,"><style>article { ${style} }</style><body><main><article><h1>Harbour to be dredged</h1>
${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article><p>All rights reserved</p></main>
<script type="module">
import { mount } from '/demo/embed/khulasa.js';
const { kept, ...options } = JSON.parse(decodeURIComponent(location.search.slice(1)));
if (!kept) localStorage.clear();
window.sidebar = mount({ article: 'article', mode: 'open', ...options });
await sidebar.ready;
window.opened = true;
</script></body></html>`;
const pages = {
  '/wide': page(''),
  '/roomy': page('width: 560px'),
  // 336 pixels are left at the right of a window of 1280: less than the sidebar would take.
  '/tight': page('width: 920px; margin-left: 0'),
};

inBrowsers(
  'unasked',
  (stage) => {
    const { run, driver: _ } = stage;
    // The page's own script does it: a driver's would count as the reader's wish in some engines.
    const open = async (/** @type {string} */ path, options = {}) => {
      await stage.driver.get(stage.server.url(`${path}?${encodeURIComponent(JSON.stringify(options))}`));
      await run(`await until(() => window.opened, 'the sidebar'); await settled();`);
    };
    /** What is seen of it, and whether it stands on words of the article. */
    const seen = () =>
      run(`await settled();
        const ours = sidebar.host.getBoundingClientRect();
        const covered = [...document.querySelectorAll('article > *')].some((e) => {
          const range = document.createRange();
          range.selectNodeContents(e);
          return [...range.getClientRects()].some((box) => box.right > ours.left && box.left < ours.right && box.bottom > ours.top && box.top < ours.bottom);
        });
        return { tab: Boolean(find('.tab-handle')), items: all('[data-item]').length > 0, covered, width: Math.round(ours.width), sheet: sidebar.state.narrow && sidebar.state.sheet };`);

    test('open where the page leaves room, no wider than that', async () => {
      await open('/roomy');
      assert.deepEqual(await seen(), { tab: false, items: true, covered: false, width: 392, sheet: false });
      const width = await run('return innerWidth');
      await open('/tight');
      const tight = await seen();
      assert.deepEqual({ ...tight, width: 0 }, { tab: false, items: true, covered: false, width: 0, sheet: false });
      assert.ok(tight.width < 392 && tight.width > width - 960 - 40, `${tight.width} of ${width}`);
      // What fits here is not what the reader chose.
      await open('/roomy', { kept: true });
      assert.equal((await seen()).width, 392);
    });

    test('a tab where it would stand on the text; pressed, it opens and the page gives way; so the next time', async () => {
      await open('/wide');
      assert.deepEqual(
        { ...(await seen()), width: 0 },
        { tab: true, items: false, covered: false, width: 0, sheet: false },
      );
      await stage.press('.tab-handle', Key.ENTER);
      assert.deepEqual(await seen(), { tab: false, items: true, covered: false, width: 392, sheet: false });
      await open('/wide', { kept: true });
      assert.deepEqual(await seen(), { tab: false, items: true, covered: false, width: 392, sheet: false });
      await run(`sidebar.fold(true, true)`);
      await open('/roomy', { kept: true });
      assert.equal((await seen()).tab, true, 'and whoever folded it finds a tab');
      // A button of the page that opens it is a wish of now.
      await open('/roomy', { kept: true, focus: true });
      assert.equal((await seen()).tab, false);
    });

    test('on a phone only its head', async () => {
      await stage.driver.manage().window().setRect({ width: 500, height: 850 });
      try {
        await open('/wide');
        const { sheet, items, tab } = await seen();
        assert.deepEqual({ sheet, items, tab }, { sheet: 'peek', items: true, tab: false });
        assert.ok((await run(`return sidebar.host.getBoundingClientRect().height`)) < 100);
      } finally {
        await stage.driver.manage().window().setRect({ width: 1280, height: 900 });
      }
    });

    test('nothing shifts, in the page or in the sidebar', async (context) => {
      await open('/wide');
      if (
        !(await stage.driver.executeScript(`return PerformanceObserver.supportedEntryTypes.includes('layout-shift')`))
      )
        return context.skip('this engine does not say');
      for (const [path, options] of /** @type {[string, object][]} */ ([
        ['/wide', {}],
        ['/roomy', {}],
        ['/roomy', { collapsed: false }],
        ['/tight', {}],
      ])) {
        await open(path, options);
        const shifts = await run(`
          await settled();
          return new Promise((done) => {
            const seen = [];
            new PerformanceObserver((list) => seen.push(...list.getEntries())).observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => done(seen.map((one) => [one.value, one.sources.map((s) => s.node?.outerHTML?.slice(0, 80) ?? String(s.node))])), 200);
          });`);
        assert.deepEqual(shifts, [], `${path} ${JSON.stringify(options)}`);
      }
      // What the observer would have seen: the page that gives way at once.
      await open('/wide', { collapsed: false });
      const moved = await run(`return new Promise((done) => {
        new PerformanceObserver((list) => done(list.getEntries().length)).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => done(0), 2000); });`);
      assert.ok(moved > 0);
      return undefined;
    });
  },
  { pages: { pages } },
);
