// The extension in Chromium and Firefox, by its button: the sidebar comes and goes, the
// page gets nothing of it, and what it says of itself in its manifest is the least.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { serve } from '../../scripts/static-server.mjs';
import { messageOf, patternOf, settingsOf } from '../../www/extension/api.js';
import { root, unavailable } from './lib/browsers.mjs';
import { extensionBrowsers, openExtension, sidebarIn } from './lib/extension.mjs';

const dist = join(root, 'www/dist');
const missing = existsSync(join(dist, 'extension')) ? false : 'www/dist is not built: run make build';
const strict = "default-src 'none'; script-src 'self'; style-src 'none'; require-trusted-types-for 'script'";

test('messages, settings and sites are known by their shape', () => {
  assert.deepEqual(messageOf({ type: 'digest', figures: 3 }), { type: 'digest', figures: 3 });
  for (const wrong of [
    null,
    'digest',
    { type: 'digest' },
    { type: 'digest', figures: '3' },
    { type: 'closed', more: 1 },
  ])
    assert.equal(messageOf(wrong), null);
  assert.deepEqual(settingsOf({ side: 'left', length: 'endless', width: 9, theme: ['dark'] }), { side: 'left' });
  assert.equal(patternOf('example.org/news'), 'https://example.org/*');
  for (const wrong of ['', 'about:blank', 'file:///a', 'ht tp://a', 'https://*/']) assert.equal(patternOf(wrong), null);
});

for (const browser of ['chrome', 'firefox']) {
  test(`the manifest for ${browser} asks for little and shows pages nothing`, { skip: missing }, () => {
    const manifest = JSON.parse(readFileSync(join(dist, 'extension', browser, 'manifest.json'), 'utf8'));
    assert.deepEqual(manifest.permissions, ['activeTab', 'contextMenus', 'scripting', 'storage']);
    for (const key of ['host_permissions', 'content_scripts', 'web_accessible_resources', 'externally_connectable'])
      assert.equal(key in manifest, false, key);
    for (const path of Object.values(manifest.icons))
      existsSync(join(dist, 'extension', browser, path)) || assert.fail(path);
  });
}

for (const name of extensionBrowsers) {
  describe(`the extension in ${name}`, { skip: missing || unavailable(name) }, () => {
    /** @type {Awaited<ReturnType<typeof openExtension>>} */
    let extension;
    /** @type {Awaited<ReturnType<typeof serve>>} */
    let server;
    before(async () => {
      const body = readFileSync(join(dist, 'demo/arabic.html'), 'utf8').replace(
        /<(script|link)[^>]*>(<\/script>)?/g,
        '',
      );
      server = await serve(dist, {
        pages: { '/open': body, '/strict': { body, headers: { 'Content-Security-Policy': strict } } },
      });
      extension = await openExtension(name);
    });
    after(async () => {
      await extension?.quit();
      await server?.close();
    });

    for (const page of ['/open', '/strict']) {
      test(`reads ${page}, asks for nothing, and leaves the page as it was`, async () => {
        const { driver } = extension;
        await driver.get(server.url(page));
        const html = () => driver.executeScript('return document.documentElement.outerHTML');
        const before = await html();
        await new Promise((settled) => setTimeout(settled, 500));
        const asked = server.requests.length;
        await extension.press();
        const { host, items } = await sidebarIn(driver);
        assert.ok(items.length > 5, `${items.length} items`);
        assert.equal(await driver.executeScript('return arguments[0].shadowRoot', host), null);
        await extension.press();
        await driver.wait(async () => (await driver.findElements({ css: '[data-khulasa]' })).length === 0, 5000);
        assert.equal(await html(), before);
        assert.deepEqual(
          server.requests.slice(asked).filter((path) => !path.includes('favicon')),
          [],
        );
      });
    }
  });
}
