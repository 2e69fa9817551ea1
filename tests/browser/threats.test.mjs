// Pages that mean the extension's reader ill. docs/THREATS.md names these tests by their titles.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { serve } from '../../scripts/static-server.mjs';
import { root, unavailable } from './lib/browsers.mjs';
import { extensionBrowsers, inSidebar, openExtension, sidebarIn } from './lib/extension.mjs';
import { article, pages } from './lib/hosts.mjs';
import { dist, missing } from './lib/sidebar.mjs';

/** @param {string} body @param {string} [head] */
const page = (body, head = '') =>
  `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>سد وادي النخيل</title>${head}<main>${body}</main></html>`;

// Words that would be markup if anything took them for it, in a sentence, a quote and a speaker's name.
const markup = '&lt;img src=x onerror="window.ran=1"&gt; &lt;script&gt;window.ran=2&lt;/script&gt;';
const poisoned = article
  .replace('1.2 مليار دولار', `1.2 مليار دولار ${markup}`)
  .replace('«السلامة أولا', `«السلامة أولا ${markup}`)
  .replace('وقالت منصور', `وقالت منصور ${markup}`)
  .replace('<h1>', `<h1>${markup} `);
const linked = article.replace(
  /«السلامة أولا[^»]*»/,
  '«<a href="javascript:window.ran=3">السلامة أولا، ولن نفتح بوابة واحدة قبل أن تنتهي الاختبارات كلها</a>»',
);

for (const name of extensionBrowsers) {
  describe(`threats to the extension in ${name}`, { skip: missing || unavailable(name) }, () => {
    /** @type {Awaited<ReturnType<typeof openExtension>>} */
    let extension;
    /** @type {import('./lib/extension.mjs').WebDriver} */
    let driver;
    /** @type {Awaited<ReturnType<typeof serve>>} */
    let server;
    before(async () => {
      server = await serve(dist, {
        pages: {
          ...pages,
          '/poisoned': page(poisoned),
          '/linked': page(linked),
          '/hiding': page(
            article,
            '<style>div { display: none !important; opacity: 0 !important; width: 1px !important }</style>',
          ),
        },
      });
      extension = await openExtension(name);
      driver = extension.driver;
      await driver.manage().setTimeouts({ script: 100_000 });
    });
    after(async () => {
      await extension?.quit();
      await server?.close();
    });

    /** @param {string} path */
    async function press(path) {
      await driver.get(server.url(path));
      await extension.press();
      return sidebarIn(driver);
    }

    test('a probe for the extension’s files finds none', async () => {
      const folder = join(dist, 'extension', name === 'chromium' ? 'chrome' : name);
      const files = /** @type {string[]} */ (readdirSync(folder, { recursive: true }))
        .map((file) => relative(folder, join(folder, file)))
        .filter((file) => file.includes('.'));
      assert.ok(files.length > 15, `${files.length} files`);
      const base = await extension.url('');
      const urls = files.map((file) => base + file);
      await press('/article');
      const found = await driver.executeAsyncScript(
        `const [urls, done] = arguments;
         const load = (name, set) => new Promise((settled) => {
           const element = document.createElement(name);
           element.onload = () => settled(true);
           element.onerror = () => settled(false);
           set(element);
           document.head.append(element);
           setTimeout(() => settled(false), 3000);
         });
         Promise.all(urls.flatMap((url) => [
           fetch(url).then(() => true, () => false),
           fetch(url, { mode: 'no-cors' }).then(() => true, () => false),
           load('img', (img) => { img.src = url; }),
           load('script', (script) => { script.src = url; }),
           load('link', (link) => { link.rel = 'stylesheet'; link.href = url; }),
           import(url).then(() => true, () => false),
         ].map((probe) => probe.then((there) => there && url)))).then((all) => done(all.filter(Boolean)));`,
        urls,
      );
      assert.deepEqual(found, []);
    });

    test('the page sees a closed root, and no event of what is in it', async () => {
      await driver.get(server.url('/article'));
      await driver.executeScript('window.named = Object.getOwnPropertyNames(window)');
      await extension.press();
      const { host } = await sidebarIn(driver);
      assert.equal(await driver.executeScript('return arguments[0].shadowRoot', host), null);
      // The driver has names of its own.
      const names = await driver.executeScript(
        'return Object.getOwnPropertyNames(window).filter((name) => !window.named.includes(name) && !/^(named|cdc_|ret_nodes|se_)/.test(name))',
      );
      assert.deepEqual(names, []);
      await driver.executeScript(
        `
        window.paths = [];
        for (const type of ['click', 'pointerdown', 'keydown', 'focusin'])
          addEventListener(type, (event) => paths.push(event.composedPath()[0] === arguments[0]), { capture: true });`,
        host,
      );
      const [item] = await (await host.getShadowRoot()).findElements({ css: '[data-item]' });
      await item.click();
      await driver.actions().sendKeys('j').perform();
      const paths = await driver.executeScript('return window.paths');
      assert.ok(Array.isArray(paths) && paths.length > 0 && paths.every(Boolean), JSON.stringify(paths));
    });

    test('events and messages that the page makes do nothing to it', async () => {
      const { host } = await press('/article');
      const shown =
        'return root.textContent + root.querySelectorAll("[aria-pressed=true],[aria-selected=true]").length';
      const before = await inSidebar(driver, shown);
      await driver.executeAsyncScript(
        `const [host, done] = arguments;
         for (const target of [host, document, window, document.body]) {
           for (const key of ['Escape', '/', 'n', 'j', 'Enter'])
             target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
           for (const type of ['click', 'digest', 'close', 'choose', 'khulasa-close'])
             target.dispatchEvent(new CustomEvent(type, { bubbles: true, detail: { what: 'toggle' } }));
         }
         for (const message of [{ type: 'closed' }, { what: 'toggle' }, 'khulasa']) postMessage(message, '*');
         setTimeout(done, 300);`,
        host,
      );
      assert.equal(await inSidebar(driver, shown), before);
    });

    test('the page has no way to talk to the extension', async () => {
      await press('/article');
      const said = await driver.executeAsyncScript(
        `const [id, done] = arguments;
         const runtime = (globalThis.browser ?? globalThis.chrome)?.runtime;
         if (!runtime?.sendMessage) return done('no runtime');
         try { runtime.sendMessage(id, { type: 'closed' }, () => done(String(runtime.lastError?.message))); } catch (error) { done(String(error)); }`,
        new URL(await extension.url('')).host,
      );
      assert.match(String(said), /no runtime|not exist|Invalid extension/);
    });

    test('what the article says is text, however much it looks like markup', async () => {
      await press('/poisoned');
      const { text, elements } = await inSidebar(
        driver,
        "return { text: root.textContent, elements: [...root.querySelectorAll('img, script, iframe, object, embed, [onerror]')].length };",
      );
      assert.match(text, /<img src=x onerror="window\.ran=1">/);
      assert.equal(elements, 0);
      assert.equal(await driver.executeScript('return window.ran'), null);
    });

    test('a link in the article is no link in the sidebar, and choosing it does not follow it', async () => {
      const { host } = await press('/linked');
      const links = await inSidebar(
        driver,
        "return [...root.querySelectorAll('a, area, form, [href]')].map((a) => a.getAttribute('href'))",
      );
      assert.deepEqual(links, []);
      const shadow = await host.getShadowRoot();
      for (const item of await shadow.findElements({ css: '[data-item^=quote]' })) {
        if (!(await item.getText()).includes('السلامة أولا')) continue;
        await item.click();
        await new Promise((later) => setTimeout(later, 200));
      }
      assert.equal(await driver.executeScript('return window.ran'), null);
      assert.match(await driver.getCurrentUrl(), /\/linked$/);
    });

    test('no style of the page hides it', async () => {
      const { host } = await press('/hiding');
      const { width, height } = await host.getRect();
      assert.ok(width >= 300 && height >= 300, `${width} × ${height}`);
      assert.equal(await host.isDisplayed(), true);
    });

    test('a page that takes it away has closed it, and nothing of it is left', async () => {
      const { host } = await press('/article');
      await driver.executeScript('arguments[0].remove()', host);
      await driver.wait(() => driver.executeScript('return document.adoptedStyleSheets.length === 0'), 3000);
      assert.equal(await driver.executeScript('return CSS.highlights.size'), 0);
      // The next press opens it anew.
      await extension.press();
      await sidebarIn(driver);
    });

    test('a site that the reader did not choose opens nothing by a message of its own kind', async () => {
      await driver.get(server.url('/article'));
      // What a content script says where it looks like an article; the background asks the browser whether the site was chosen.
      const chosen = await extension.background(
        "return api.permissions.contains({ origins: ['https://example.org/*'] })",
      );
      assert.equal(chosen, false);
      assert.equal(await driver.executeScript("return document.querySelectorAll('[data-khulasa]').length"), 0);
    });
  });
}

test('threats: the extension writes no markup from strings', { skip: missing }, async () => {
  const { readFileSync } = await import('node:fs');
  for (const browser of ['chrome', 'firefox']) {
    for (const file of ['content.js', 'always.js', 'background.js', 'options.js', 'message.js']) {
      const code = readFileSync(join(root, 'www/dist/extension', browser, file), 'utf8');
      assert.doesNotMatch(
        code,
        /\.(inner|outer)HTML\s*=[^=]|insertAdjacentHTML|document\.write|new Function\b|\beval\(/,
        file,
      );
    }
  }
});
