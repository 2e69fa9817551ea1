// Takes the pictures of the sidebar's states that the tests compare with:
// `node scripts/baselines.mjs [folder] [name…]`, into tests/browser/baselines without a
// folder. Needs `make build` and a Chromium. Look at each before committing it.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { openBrowser, root, unavailable } from '../tests/browser/lib/browsers.mjs';
import { folder, madeWith, picture, states, still } from '../tests/browser/lib/states.mjs';
import { serve } from './static-server.mjs';

const [to = folder, ...names] = process.argv.slice(2).map((given, i) => (i === 0 ? resolve(given) : given));

const why = unavailable('chromium') || (existsSync(join(root, 'www/dist/demo')) ? false : 'run make build first');
if (why) {
  console.error(`khulasa: ${why}`);
  process.exit(1);
}
mkdirSync(to, { recursive: true });
const server = await serve(join(root, 'www/dist'));
const driver = /** @type {import("selenium-webdriver/chrome.js").Driver} */ (
  await openBrowser('chromium', { args: still })
);
try {
  let bytes = 0;
  for (const state of states) {
    if (names.length > 0 && !names.includes(state.name)) continue;
    const png = await picture(driver, server.origin, state);
    writeFileSync(join(to, `${state.name}.png`), png);
    bytes += png.length;
    console.log(`khulasa: ${state.name}.png, ${png.length} bytes`);
  }
  writeFileSync(join(to, 'made-with.json'), `${JSON.stringify(await madeWith(driver), null, 2)}\n`);
  console.log(`khulasa: ${bytes} bytes in ${to}`);
} finally {
  await driver.quit();
  await server.close();
}
