// The sidebar's states against the pictures in baselines/, which were looked at. Written
// anew by `node scripts/baselines.mjs` where a look was changed on purpose.

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { serve } from '../../scripts/static-server.mjs';
import { openBrowser, root, unavailable } from './lib/browsers.mjs';
import { dist, missing } from './lib/sidebar.mjs';
import { folder, madeWith, picture, states, still } from './lib/states.mjs';

/** The share of a picture's pixels that may differ: an edge drawn a shade lighter is no change. */
const TOLERANCE = 0.002;
const output = join(root, 'tests/browser/output');

test('every state has its picture, and every picture its state', () => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.png'));
  assert.deepEqual(names.sort(), states.map(({ name }) => `${name}.png`).sort());
});

describe('the sidebar’s looks', { skip: missing || unavailable('chromium') }, () => {
  /** @type {import("selenium-webdriver/chrome.js").Driver} */
  let driver;
  /** @type {Awaited<ReturnType<typeof serve>>} */
  let server;
  /** Why pictures made here would not be those of the folder. */
  let other = '';
  before(async () => {
    server = await serve(dist);
    driver = /** @type {any} */ (await openBrowser('chromium', { args: still }));
    const made = JSON.parse(readFileSync(join(folder, 'made-with.json'), 'utf8'));
    const here = await madeWith(driver);
    if (made.chromium !== here.chromium)
      other = `the pictures are of Chromium ${made.chromium}, this is ${here.chromium}`;
    for (const [family, file] of Object.entries(made.fonts))
      if (here.fonts[family] !== file) other ||= `the pictures have another font for ${family}`;
  });
  after(async () => {
    await driver?.quit();
    await server?.close();
  });

  for (const state of states) {
    test(state.name, async (context) => {
      if (other) return context.skip(other);
      const file = join(folder, `${state.name}.png`);
      const taken = await picture(driver, server.origin, state);
      const [was, is] = [PNG.sync.read(readFileSync(file)), PNG.sync.read(taken)];
      const difference = new PNG({ width: was.width, height: was.height });
      const same = was.width === is.width && was.height === is.height;
      const pixels = same
        ? pixelmatch(was.data, is.data, difference.data, was.width, was.height, { threshold: 0.1 })
        : was.width * was.height;
      if (pixels > TOLERANCE * was.width * was.height) {
        if (!existsSync(output)) mkdirSync(output, { recursive: true });
        writeFileSync(join(output, `${state.name}.png`), taken);
        writeFileSync(join(output, `${state.name}.difference.png`), PNG.sync.write(difference));
        assert.fail(
          `${pixels} pixels differ${same ? '' : `, ${is.width} × ${is.height} for ${was.width} × ${was.height}`}: see tests/browser/output/${state.name}.difference.png, and run node scripts/baselines.mjs where it is meant`,
        );
      }
      return undefined;
    });
  }
});
