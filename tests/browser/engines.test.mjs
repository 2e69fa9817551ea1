// The ground that the rest stands on: each engine starts, opens a page of
// loopback, and has what Khulasa uses.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { serve } from '../../scripts/static-server.mjs';
import { browserNames, openBrowser, root, unavailable } from './lib/browsers.mjs';

// A module of eight bytes, WebAssembly's shortest.
const tiny = 'new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])';
const csp = "default-src 'none'; script-src 'self'";

/** @type {import("../../scripts/static-server.mjs").StaticServer} */
let server;
before(async () => {
  const script = `const said = document.querySelector("output");
try { new WebAssembly.Instance(new WebAssembly.Module(${tiny})); said.textContent = "ran"; } catch (error) { said.textContent = error.name; }`;
  const page =
    '<!doctype html><meta charset="utf-8"><title>خلاصة</title><p lang="ar" dir="rtl">نص</p><output></output><script src="/probe.js"></script>';
  server = await serve(root, {
    pages: {
      '/open.html': page,
      '/strict.html': { body: page, headers: { 'Content-Security-Policy': csp } },
      '/probe.js': { body: script, headers: { 'Content-Type': 'text/javascript' } },
    },
  });
});
after(() => server.close());

for (const name of browserNames) {
  describe(name, { skip: unavailable(name) }, () => {
    /** @type {import("selenium-webdriver").WebDriver} */
    let driver;
    before(async () => {
      driver = await openBrowser(name);
    });
    after(() => driver?.quit());

    test('opens a page and has WebAssembly, CSS highlights and adopted style sheets', async () => {
      await driver.get(server.url('/open.html'));
      assert.equal(await driver.getTitle(), 'خلاصة');
      const has = await driver.executeScript(
        "return [typeof WebAssembly, typeof CSS.highlights?.set, 'adoptedStyleSheets' in document, typeof Intl.Segmenter]",
      );
      assert.deepEqual(has, ['object', 'function', true, 'function']);
      assert.equal(await driver.executeScript("return document.querySelector('output').textContent"), 'ran');
    });

    test("runs no WebAssembly where the page's CSP forbids it", async () => {
      await driver.get(server.url('/strict.html'));
      const said = await driver.executeScript("return document.querySelector('output').textContent");
      // WebKit compiles the module and refuses to instantiate it; Chromium and Firefox refuse at once.
      // A page that ran it would make the fallback's tests prove nothing.
      assert.match(String(said), /Error$/);
    });
  });
}
