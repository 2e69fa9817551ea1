// What the tests of the sidebar share: a demo page with the sidebar on it, and code that
// runs beside it in the page.

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe } from 'node:test';
import { serve } from '../../../scripts/static-server.mjs';
import { arabic, english } from '../fixtures/digests.mjs';
import { browserNames, openBrowser, root, unavailable } from './browsers.mjs';

/** @typedef {import("./browsers.mjs").BrowserName} BrowserName */
/** @typedef {import("./browsers.mjs").WebDriver} WebDriver */
/** @typedef {'arabic' | 'english'} Language */

export const dist = join(root, 'www/dist');
export const missing = existsSync(join(dist, 'demo/embed/khulasa.js'))
  ? false
  : 'www/dist is not built: run make build';
export const fixtures = { arabic: arabic(), english: english() };
export const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** @param {string} code runs in the page with `sidebar`, and `find(selector)`, `all(selector)` in its shadow root */
const inside = (code) => `return (async function () {
  const sidebar = window.sidebar;
  const find = (s) => sidebar.shadow.querySelector(s);
  const all = (s) => [...sidebar.shadow.querySelectorAll(s)];
  const use = (deed, ...given) => sidebar.act((use) => use[deed](sidebar, ...given));
  const give = (deed, ...given) => use('give', (more) => more[deed](sidebar, ...given));
  const painted = (name) => [...(CSS.highlights.get(name) ?? [])].map(String).join('|');
  const settled = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const until = async (holds, what) => {
    for (let tries = 0; tries < 200; tries += 1) {
      if (holds()) return true;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error('it did not come about: ' + (what ?? holds));
  };
  ${code}
}).apply(null, arguments)`;

/**
 * @typedef {object} Stage
 * @property {BrowserName} name
 * @property {WebDriver} driver
 * @property {Awaited<ReturnType<typeof serve>>} server of www/dist
 * @property {(code: string, ...given: unknown[]) => Promise<any>} run runs code in the page, beside the sidebar
 * @property {(page: Language | string, options?: Record<string, unknown>) => Promise<void>} mount opens a demo page
 *   with a digest set by hand; a page given by its path is read by the core itself
 * @property {(selector: string, ...keys: string[]) => Promise<void>} press focuses something in the sidebar, where
 *   it is named, and presses keys
 * @property {(size: [number, number], scale?: number, media?: Record<string, string>) => Promise<void>} emulate the
 *   window's inside, CSS pixels, and what the reader's system asks for (Chromium only)
 */

/**
 * Tests in each engine that is here, with a browser and a server of their own.
 * @param {string} title
 * @param {(stage: Stage) => void} tests
 * @param {{ names?: BrowserName[], pages?: Parameters<typeof serve>[1] }} [options]
 */
export function inBrowsers(title, tests, { names = browserNames, pages } = {}) {
  for (const name of names) {
    describe(`${title}, in ${name}`, { skip: missing || unavailable(name) }, () => {
      /** @type {any} */
      const stage = {
        name,
        run: (/** @type {string} */ code, /** @type {unknown[]} */ ...given) =>
          stage.driver.executeScript(inside(code), ...given),
        async mount(/** @type {string} */ page, /** @type {object} */ options = {}) {
          const known = page in fixtures;
          await stage.driver.get(stage.server.url(known ? `/demo/${page}.html?closed` : page));
          const failed = await stage.driver.executeAsyncScript(
            `const [fixture, options, done] = arguments;
             if (!options.kept) localStorage.clear();
             window.asItWas = { article: document.querySelector('article')?.outerHTML, page: document.documentElement.outerHTML,
               sheets: document.adoptedStyleSheets.length, globals: Object.keys(window) };
             import('/demo/embed/khulasa.js').then(async (khulasa) => {
               window.sidebar = khulasa.mount({ article: 'article', mode: 'open', collapsed: false,
                 ...(fixture && { digest: fixture.digest, blocks: fixture.article }), ...options });
               await window.sidebar.ready;
               done(null);
             }).catch((error) => done(String(error?.stack ?? error)));`,
            known ? fixtures[/** @type {Language} */ (page)] : null,
            options,
          );
          if (failed) throw new Error(failed);
        },
        async press(/** @type {string} */ selector, /** @type {string[]} */ ...keys) {
          if (selector) await stage.run('find(arguments[0]).focus()', selector);
          await stage.driver
            .actions()
            .sendKeys(...keys)
            .perform();
        },
        async emulate(
          /** @type {[number, number]} */ [width, height],
          scale = 1,
          /** @type {Record<string, string>} */ media = {},
        ) {
          const screen = { width, height, deviceScaleFactor: scale, mobile: false };
          await stage.driver.sendAndGetDevToolsCommand('Emulation.setDeviceMetricsOverride', screen);
          const { type = '', ...features } = media;
          await stage.driver.sendAndGetDevToolsCommand('Emulation.setEmulatedMedia', {
            media: type,
            features: Object.entries(features).map(([feature, value]) => ({ name: feature, value })),
          });
        },
      };
      before(async () => {
        stage.server = await serve(dist, pages);
        stage.driver = await openBrowser(name);
        await stage.driver.manage().setTimeouts({ script: 100_000 });
      });
      after(async () => {
        await stage.driver?.quit();
        await stage.server?.close();
      });
      tests(stage);
    });
  }
}
