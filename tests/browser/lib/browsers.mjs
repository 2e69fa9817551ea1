// Starts the real browsers that the tests run in, through selenium-webdriver.
// Which ones this machine has was found by scripts/find-browsers.mjs.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { Browser, Builder, Capabilities } from 'selenium-webdriver';
import chrome from 'selenium-webdriver/chrome.js';
import firefox from 'selenium-webdriver/firefox.js';

/** @typedef {"chromium" | "firefox" | "webkit"} BrowserName */
/** @typedef {import("selenium-webdriver").WebDriver} WebDriver */

/** @type {BrowserName[]} */
export const browserNames = ['chromium', 'firefox', 'webkit'];

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

/** What find-browsers.mjs wrote; see there for its shape. */
function found() {
  const file = join(process.env.KHULASA_TOOLS ?? join(root, '.tools'), 'browsers.json');
  if (!existsSync(file))
    return {
      missing: Object.fromEntries(browserNames.map((name) => [name, 'run scripts/setup.sh test first'])),
    };
  return JSON.parse(readFileSync(file, 'utf8'));
}

/**
 * Why a browser cannot be tested here, in words; false where it can. Made for
 * `node:test`: `test("…", { skip: unavailable("firefox") }, …)`.
 *
 * @param {BrowserName} name
 * @returns {string | false}
 * @throws {Error} in CI, where a browser that is missing has to be seen
 */
export function unavailable(name) {
  const why = found().missing[name];
  if (why === undefined) return false;
  if (process.env.CI) throw new Error(`${name} cannot be skipped in CI (${why})`);
  return `no ${name} here: ${why}`;
}

/**
 * The browsers that tests can run in here.
 * @returns {BrowserName[]}
 */
export const available = () => browserNames.filter((name) => unavailable(name) === false);

/** @returns {Promise<number>} a port of loopback that nothing listens on */
function freePort() {
  return new Promise((settled, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (probe.address());
      probe.close(() => settled(port));
    });
  });
}

/**
 * @param {() => Promise<boolean>} ready
 * @param {string} what for the error
 */
async function until(ready, what) {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await ready().catch(() => false)) return;
    await new Promise((settled) => setTimeout(settled, 100));
  }
  throw new Error(`${what} did not come up`);
}

/** @param {import("node:child_process").ChildProcess} child @returns {Promise<void>} */
function ended(child) {
  return new Promise((settled) => {
    if (child.exitCode !== null || child.signalCode !== null) return settled();
    child.once('exit', () => settled());
    child.kill();
  });
}

/**
 * @typedef {Object} OpenOptions
 * @property {string} [extension] the folder of an unpacked extension to load (Chromium and Firefox)
 * @property {{ width: number, height: number }} [size] of the window, CSS pixels; 1280 × 900 without it
 * @property {string[]} [args] more of the browser's own arguments (not WebKit's)
 * @property {boolean} [privileged] Firefox: lets a test into the browser's own window
 * @property {string} [language] the browser's interface language, BCP 47; `en-US` without it
 */

/**
 * Starts a browser with an empty profile. `quit()` of what comes back ends it
 * and everything that was started for it.
 *
 * @param {BrowserName} name
 * @param {OpenOptions} [options]
 * @returns {Promise<WebDriver>}
 * @throws {Error} where the browser is missing or does not start
 */
export async function openBrowser(name, options = {}) {
  const paths = found()[name];
  if (!paths) throw new Error(`no ${name} here: ${found().missing[name]}`);
  const size = options.size ?? { width: 1280, height: 900 };
  if (name === 'chromium') return openChromium(paths, { ...options, size });
  if (name === 'firefox') return openFirefox(paths, { ...options, size });
  return openWebKit(paths, { ...options, size });
}

/**
 * `quit` that cleans up as well, whatever it meets.
 * @param {WebDriver} driver
 * @param {() => void | Promise<void>} after
 */
function quitting(driver, after) {
  const quit = driver.quit.bind(driver);
  driver.quit = async () => {
    try {
      await quit();
    } finally {
      await after();
    }
  };
  return driver;
}

/** @param {{ binary: string, driver: string }} paths @param {OpenOptions & { size: { width: number, height: number } }} options */
async function openChromium(paths, { extension, size, args = [], language = 'en-US' }) {
  const profile = mkdtempSync(join(tmpdir(), 'khulasa-chromium-'));
  const settings = new chrome.Options();
  settings.setChromeBinaryPath(paths.binary);
  settings.addArguments(
    '--headless=new',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    // The browser of a test talks to loopback only.
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    `--lang=${language}`,
    `--user-data-dir=${profile}`,
    `--window-size=${size.width},${size.height}`,
    // Chromium's sandbox refuses to run as root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(extension
      ? [`--load-extension=${resolve(extension)}`, '--disable-features=DisableLoadExtensionCommandLineSwitch']
      : []),
    ...args,
  );
  const driver = await new Builder()
    .forBrowser(Browser.CHROME)
    .setChromeOptions(settings)
    .setChromeService(new chrome.ServiceBuilder(paths.driver))
    .build();
  return quitting(driver, () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));
}

/** @param {{ binary: string, driver: string }} paths @param {OpenOptions & { size: { width: number, height: number } }} options */
async function openFirefox(paths, { extension, size, args = [], language = 'en-US', privileged = false }) {
  const settings = new firefox.Options();
  settings.setBinary(paths.binary);
  settings.addArguments('-headless', `--width=${size.width}`, `--height=${size.height}`, ...args);
  settings.setPreference('intl.accept_languages', language);
  settings.setPreference('intl.locale.requested', language);
  const service = new firefox.ServiceBuilder(paths.driver);
  if (privileged) service.addArguments('--allow-system-access');
  const driver = await new Builder()
    .forBrowser(Browser.FIREFOX)
    .setFirefoxOptions(settings)
    .setFirefoxService(service)
    .build();
  if (extension)
    await /** @type {import("selenium-webdriver/firefox.js").Driver} */ (driver).installAddon(resolve(extension), true);
  return driver;
}

/**
 * WebKitGTK has no headless mode: it gets a screen of its own.
 * @param {{ binary: string, driver: string, xvfb: string }} paths
 * @param {OpenOptions & { size: { width: number, height: number } }} options
 */
async function openWebKit(paths, { extension, size, language = 'en-US' }) {
  if (extension) throw new Error('WebKitGTK loads no extensions');
  // Xvfb picks a free display number and writes it to file descriptor 3.
  const screen = spawn(paths.xvfb, ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await new Promise((settled, failed) => {
    screen.once('error', failed);
    screen.once('exit', (code) => failed(new Error(`Xvfb ended with ${code}`)));
    /** @type {import("node:stream").Readable} */ (screen.stdio[3]).once('data', (data) =>
      settled(`:${String(data).trim()}`),
    );
  });
  const port = await freePort();
  const service = spawn(paths.driver, [`--port=${port}`], {
    env: {
      ...process.env,
      DISPLAY: display,
      LANGUAGE: language.replace('-', '_'),
      // Its sandbox needs user namespaces, which root in a container lacks.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      // A virtual screen has no GPU.
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    },
    stdio: 'ignore',
  });
  const stop = async () => {
    await ended(service);
    await ended(screen);
  };
  try {
    await until(async () => (await fetch(`http://127.0.0.1:${port}/status`)).ok, 'WebKitWebDriver');
    const driver = await new Builder()
      .usingServer(`http://127.0.0.1:${port}`)
      .withCapabilities(
        new Capabilities({
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': { binary: paths.binary, args: ['--automation'] },
        }),
      )
      .build();
    quitting(driver, stop);
    await driver.manage().window().setRect(size);
    return driver;
  } catch (error) {
    await stop();
    throw error;
  }
}
