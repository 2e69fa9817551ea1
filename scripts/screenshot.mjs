// Takes docs/screenshot.png: the demo's Arabic article in Chromium, with the sidebar open.
// `node scripts/screenshot.mjs [page under www/dist] [file]`. Needs `make build` and a
// Chromium found by `scripts/setup.sh test`; `make screenshot` sees to both.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { openBrowser, root, unavailable } from '../tests/browser/lib/browsers.mjs';
import { serve } from './static-server.mjs';

// Open shadow roots, so that this script can see when there is something to take.
const page = process.argv[2] ?? 'demo/arabic.html?mode=open';
const file = resolve(process.argv[3] ?? join(root, 'docs/screenshot.png'));

const why = unavailable('chromium');
if (why) {
  console.error(`khulasa: ${why}`);
  process.exit(1);
}
if (!existsSync(join(root, 'www/dist/demo'))) {
  console.error('khulasa: www/dist/demo is not there; `make build` makes it.');
  process.exit(1);
}

const server = await serve(join(root, 'www/dist'));
// Two device pixels to a CSS pixel, for readers with sharp screens.
const driver = await openBrowser('chromium', {
  size: { width: 1280, height: 860 },
  args: ['--force-device-scale-factor=2', '--hide-scrollbars', '--force-prefers-reduced-motion'],
});
try {
  await driver.get(server.url(page));
  // A shadow root that has text: the sidebar has something to show.
  await driver.wait(
    () =>
      driver.executeScript(
        "return [...document.querySelectorAll('*')].some((e) => (e.shadowRoot?.textContent ?? '').trim().length > 200)",
      ),
    20_000,
    'no sidebar came up on the page',
  );
  await driver.executeScript('return document.fonts.ready.then(() => true)');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, await driver.takeScreenshot(), 'base64');
  console.log(`khulasa: wrote ${file}`);
} finally {
  await driver.quit();
  await server.close();
}
