// The states of the sidebar that are looked at: what each is set up as, and how its
// picture is taken. Used by scripts/baselines.mjs, which writes the pictures, and by the
// test that compares with them.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { arabic, english } from '../fixtures/digests.mjs';
import { root } from './browsers.mjs';

/** @typedef {import("selenium-webdriver/chrome.js").Driver} Driver */

/**
 * @typedef {object} State
 * @property {string} name of the picture's file
 * @property {'arabic' | 'english'} language
 * @property {[number, number]} size of the window, CSS pixels
 * @property {number} [scale] device pixels to a CSS pixel; 2 at half the size is a zoom of 200 %
 * @property {boolean} [dark] the reader's system asks for dark colours
 * @property {boolean} [forced] it asks for its own colours; `dark` says on which ground
 * @property {boolean} [page] the page beside the sidebar is in the picture too
 * @property {Record<string, unknown>} [options] of mount
 * @property {string} [code] brings the state about; has `sidebar`
 */

/** @type {[number, number]} */
const wide = [1240, 860];
/** @type {[number, number]} */
const phone = [390, 780];

/** @type {State[]} */
export const states = [
  { name: 'ar-wide', language: 'arabic', size: wide, page: true, code: "sidebar.choose('quote-1')" },
  { name: 'ar-wide-dark', language: 'arabic', size: wide, dark: true },
  { name: 'ar-figures', language: 'arabic', size: wide, code: "sidebar.setTab('figures'); sidebar.choose('figure-0')" },
  { name: 'ar-dates-dark', language: 'arabic', size: wide, dark: true, code: "sidebar.setTab('dates')" },
  { name: 'ar-quotes', language: 'arabic', size: wide, code: "sidebar.setTab('quotes')" },
  { name: 'ar-share-dark', language: 'arabic', size: wide, dark: true, code: "await sidebar.openMenu('share')" },
  {
    name: 'ar-search',
    language: 'arabic',
    size: wide,
    code: "sidebar.search(true); sidebar.extra.find(sidebar, 'الضفه'); sidebar.shadow.querySelector('input').value = 'الضفه'",
  },
  { name: 'en-wide', language: 'english', size: wide },
  {
    name: 'en-wide-dark',
    language: 'english',
    size: wide,
    dark: true,
    page: true,
    code: "sidebar.choose('sentence-1')",
  },
  { name: 'en-figures-dark', language: 'english', size: wide, dark: true, code: "sidebar.setTab('figures')" },
  { name: 'en-dates', language: 'english', size: wide, code: "sidebar.setTab('dates'); sidebar.choose('date-2')" },
  { name: 'en-quotes-dark', language: 'english', size: wide, dark: true, code: "sidebar.setTab('quotes')" },
  { name: 'en-menu', language: 'english', size: wide, code: "await sidebar.openMenu('more')" },
  { name: 'ar-phone', language: 'arabic', size: phone, page: true, code: "sidebar.choose('figure-2')" },
  { name: 'ar-phone-dark', language: 'arabic', size: phone, dark: true, code: "sidebar.set({ sheet: 'full' })" },
  {
    name: 'en-phone-dark',
    language: 'english',
    size: phone,
    dark: true,
    code: "sidebar.set({ sheet: 'full' }); sidebar.setTab('quotes')",
  },
  { name: 'ar-phone-tab', language: 'arabic', size: phone, page: true, code: 'sidebar.fold(true)' },
  { name: 'en-zoom-200', language: 'english', size: [620, 430], scale: 2, code: "sidebar.set({ sheet: 'full' })" },
  { name: 'en-forced', language: 'english', size: wide, forced: true, dark: true, code: "sidebar.choose('figure-0')" },
  {
    name: 'ar-loading',
    language: 'arabic',
    size: [1240, 620],
    code: "sidebar.set({ status: 'loading', times: null })",
  },
  {
    name: 'en-error-dark',
    language: 'english',
    size: [1240, 620],
    dark: true,
    code: "sidebar.fail('error', new Error('load'))",
  },
  { name: 'ar-empty', language: 'arabic', size: [1240, 620], code: "sidebar.fail('empty')" },
];

const fixtures = { arabic: arabic(), english: english() };

/**
 * Sets a state up in Chromium and takes its picture.
 * @param {Driver} driver
 * @param {string} origin of a server of www/dist
 * @param {State} state
 * @returns {Promise<Buffer>} PNG
 */
export async function picture(driver, origin, { language, size, scale = 1, dark, forced, page, options, code }) {
  const [width, height] = size;
  const send = (/** @type {string} */ command, /** @type {object} */ given) =>
    driver.sendAndGetDevToolsCommand(command, given);
  await send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: scale, mobile: false });
  await send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
      { name: 'forced-colors', value: forced ? 'active' : 'none' },
    ],
  });
  await driver.get(`${origin}/demo/${language}.html?closed`);
  const failed = await driver.executeAsyncScript(
    `const [{ article, digest }, options, code, done] = arguments;
     localStorage.clear();
     (async () => {
       const { Sidebar } = await import('./embed/khulasa.js');
       // What the core would give; the passages are then found by their words.
       const reading = { article, digestInParts: async () => digest, range: () => null, free() {} };
       const sidebar = new Sidebar({ mode: 'open', article: 'article', collapsed: false, ...options }, {
         load: async () => {
           await null;
           await sidebar.use();
           return { readInParts: async () => reading };
         },
         find: (document) => ({ root: document.querySelector('article') }),
       });
       window.sidebar = sidebar;
       await sidebar.ready;
       await new (async () => {}).constructor('sidebar', code)(sidebar);
       await document.fonts.ready;
       sidebar.shadow.activeElement?.blur();
       await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
     })().then(() => done(null), (error) => done(String(error?.stack ?? error)));`,
    fixtures[language],
    options ?? {},
    code ?? '',
  );
  if (failed) throw new Error(failed);
  const box = await driver.executeScript(
    `const { x, y, width, height } = window.sidebar.host.getBoundingClientRect();
     return { x: x + scrollX, y: y + scrollY, width, height };`,
  );
  const { data } = /** @type {any} */ (
    await send('Page.captureScreenshot', {
      format: 'png',
      ...(!page && { clip: { .../** @type {object} */ (box), scale: 1 } }),
    })
  );
  return Buffer.from(data, 'base64');
}

/** Chromium's arguments for pictures that come out the same. */
export const still = [
  '--hide-scrollbars',
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
];

/**
 * What a picture depends on beside the project: the browser's major version, and the
 * fonts that the styles' families lead to here.
 * @param {Driver} driver
 */
export async function madeWith(driver) {
  const version = (await driver.getCapabilities()).get('browserVersion') ?? '';
  /** @type {Record<string, string>} */
  const fonts = {};
  for (const family of ['system-ui', 'ui-serif', 'Georgia', 'Noto Sans Arabic', 'Noto Naskh Arabic', 'monospace']) {
    try {
      const file = execFileSync('fc-match', ['-f', '%{file}', family], { encoding: 'utf8' });
      fonts[family] = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);
    } catch {
      fonts[family] = 'unknown';
    }
  }
  return { chromium: version.split('.')[0], fonts };
}

/** Where the pictures lie. */
export const folder = join(root, 'tests/browser/baselines');
