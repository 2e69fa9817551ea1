// The main job on real input: the article the project started from, laid out as a news
// page, digested by the WASM core in a real browser, each item one click from its place.
// The article lies outside the repository; without it the test says so.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { serve } from '../../scripts/static-server.mjs';
import { browserNames, openBrowser, root, unavailable } from './lib/browsers.mjs';

const gold = join(root, '../shared/eval/data/arabic-gold/iraq-coalition');
const dist = join(root, 'www/dist');
const missing = !existsSync(`${gold}.txt`)
  ? '../shared is not here'
  : !existsSync(join(dist, 'embed/khulasa.js')) && 'www/dist is not built: run make build';

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);

/** The article as a news page: kicker, headline, date, an embedded post, links and a footer around it. */
function page() {
  const [title, ...lines] = readFileSync(`${gold}.txt`, 'utf8')
    .split('\n')
    .filter((line) => line.trim());
  const body = lines.map((line) => `<p>${escaped(line)}</p>`).join('\n');
  return `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<meta property="article:published_time" content="2024-02-20T08:00:00+03:00"></head><body>
<nav><a href="#a">الرئيسية</a> <a href="#b">سياسة</a></nav>
<main><article><p class="kicker">العراق</p><h1>${escaped(title)}</h1><time datetime="2024-02-20">20 فبراير 2024</time>
${body}</article></main><footer>جميع الحقوق محفوظة</footer></body></html>`;
}

for (const name of browserNames) {
  describe(`the starting article in ${name}`, { skip: missing || unavailable(name) }, () => {
    /** @type {import('selenium-webdriver').WebDriver} */
    let driver;
    /** @type {Awaited<ReturnType<typeof serve>>} */
    let server;
    before(async () => {
      server = await serve(dist, { pages: { '/article.html': page() } });
      driver = await openBrowser(name);
    });
    after(async () => {
      await driver?.quit();
      await server?.close();
    });

    test('comes out whole, and each item lights up its own words', async () => {
      await driver.get(`${server.origin}/article.html`);
      const result = await driver.executeAsyncScript(`
        const done = arguments[0];
        const before = document.querySelector('article').outerHTML;
        import('/embed/khulasa.js').then(async (khulasa) => {
          const sidebar = khulasa.mount({ mode: 'open', collapsed: false });
          await sidebar.ready;
          const shown = {}, wrong = [];
          for (const tab of ['figures', 'dates', 'quotes']) {
            await sidebar.setTab(tab);
            await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
            shown[tab] = [];
            for (const element of sidebar.shadow.querySelectorAll('[data-item]')) {
              element.click();
              const item = sidebar.state.model.items.get(element.dataset.item);
              const lit = [...(CSS.highlights.get('khulasa-chosen') ?? [])].map(String).join('|');
              if (lit.replace(/\\s+/g, ' ') !== item.text) wrong.push([item.text, lit]);
              shown[tab].push(item.text);
            }
          }
          const said = sidebar.state.model ? sidebar.shadow.textContent : '';
          sidebar.close();
          done({ shown, wrong, said, same: before === document.querySelector('article').outerHTML });
        }).catch((error) => done({ error: String(error?.stack ?? error) }));`);
      assert.equal(result.error, undefined);
      assert.deepEqual(result.wrong, []);
      assert.equal(result.same, true);
      const wanted = JSON.parse(readFileSync(`${gold}.json`, 'utf8'));
      for (const list of /** @type {const} */ (['figures', 'dates', 'quotes'])) {
        const texts = wanted[list]
          .filter((/** @type {any} */ item) => !item.optional && !item.boilerplate)
          .map((/** @type {any} */ item) => item.text);
        assert.deepEqual(
          texts.filter((/** @type {string} */ text) => !result.shown[list].includes(text)),
          [],
          `${list} that the sidebar lacks`,
        );
      }
      assert.ok(result.said.includes('عبّاس داهوك'));
      for (const trap of ['لجنة عسكرية عليا', 'الحكيم']) assert.ok(!result.shown.quotes.includes(trap), trap);
    });
  });
}
