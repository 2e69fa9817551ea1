// Drives the built extension in a real Chromium or Firefox as a reader would: its button
// is pressed, so that it gets what `activeTab` gives and no more.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Key } from 'selenium-webdriver';
import { openBrowser, root } from './browsers.mjs';
import { connect } from './devtools.mjs';

/** @typedef {import("selenium-webdriver").WebDriver} WebDriver */
/** @typedef {"chromium" | "firefox"} ExtensionBrowser */

/** @type {ExtensionBrowser[]} */
export const extensionBrowsers = ['chromium', 'firefox'];

/**
 * @typedef {Object} Extension
 * @property {WebDriver} driver
 * @property {() => Promise<void>} press the toolbar button, for the tab in front
 * @property {(code: string, ...given: any[]) => Promise<any>} background runs the body of an async
 *   function in the extension, with `api` and what is given as `given`; gives its JSON value back
 * @property {(id: string, info?: object) => Promise<void>} menu chooses an entry of the context menu
 * @property {() => Promise<"wasm" | "plain" | null>} buildIn the build of the core that runs in the tab in front
 * @property {(path: string) => Promise<string>} url the address of a file of the extension
 * @property {(pattern: string, wanted: boolean) => Promise<void>} allow what a reader answers to the question for a site
 * @property {(version?: string) => Promise<void>} reload the extension starts anew, as a newer version where one is given
 * @property {() => Promise<void>} key presses the keyboard command (Firefox; Chromium's driver presses keys in pages only)
 * @property {(code: string, ...given: any[]) => Promise<any>} [inBrowser] runs the body of an async function of `id`,
 *   `extension` and `given` in Firefox's own window
 * @property {() => Promise<void>} quit
 */

/**
 * A browser with the extension in it.
 *
 * @param {ExtensionBrowser} name
 * @param {{ language?: string, size?: { width: number, height: number }, args?: string[], sites?: string[] }} [options]
 *   `sites`: match patterns that the reader has allowed already (Chromium asks in a way that no driver can answer)
 * @returns {Promise<Extension>}
 */
export async function openExtension(name, options = {}) {
  return name === 'chromium' ? openInChromium(options) : openInFirefox(options);
}

/** Asks the content script of the tab that shows an address; runs in the background. */
const askBuild = `
  for (const tab of await api.tabs.query({})) {
    try {
      const [{ result }] = await api.scripting.executeScript({
        target: { tabId: tab.id },
        func: () => [location.href, globalThis[Symbol.for('khulasa.extension')]?.build ?? null],
      });
      if (result[0] === given[0]) return result[1];
    } catch {
      // A tab that it may not enter.
    }
  }
  return null;`;

/** @param {Parameters<typeof openExtension>[1] & {}} options @returns {Promise<Extension>} */
async function openInChromium({ sites, args = [], ...options }) {
  const folder = mkdtempSync(join(tmpdir(), 'khulasa-extension-'));
  cpSync(join(root, 'www/dist/extension/chrome'), folder, { recursive: true });
  // Chromium's own way to press the button grants `activeTab` too late for the press itself, so
  // loopback is allowed beforehand; the manifest that is shipped is looked at in a test of its own.
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...manifest, host_permissions: sites ?? ['http://127.0.0.1/*'] }));
  const driver = await openBrowser('chromium', {
    ...options,
    extension: folder,
    args: ['--enable-unsafe-extension-debugging', ...args],
  });
  const address = (await driver.getCapabilities()).get('goog:chromeOptions').debuggerAddress;
  const { webSocketDebuggerUrl } = await (await fetch(`http://${address}/json/version`)).json();
  const browser = await connect(webSocketDebuggerUrl);

  /** @param {string} type @returns {Promise<any[]>} */
  const targets = async (type) => (await browser.send('Target.getTargets', { filter: [{ type }] })).targetInfos;
  const { extensions } = await browser.send('Extensions.getExtensions');
  const { id } = extensions.find((/** @type {any} */ one) => one.path === folder) ?? extensions[0];

  /** @type {Extension["background"]} */
  async function background(code, ...given) {
    // A worker that has gone to sleep is no target; an event wakes it.
    let worker;
    for (let tries = 0; !worker && tries < 50; tries += 1) {
      worker = (await targets('service_worker')).find((one) => one.url.includes(id));
      if (!worker) await new Promise((settled) => setTimeout(settled, 100));
    }
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId: worker.targetId, flatten: true });
    const evaluate = (/** @type {string} */ expression) =>
      browser.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, sessionId);
    // A worker that has only just started has not all of its interface yet, timers included.
    for (let tries = 0; tries < 100; tries += 1) {
      if ((await evaluate('Boolean(globalThis.chrome?.scripting && globalThis.setTimeout)')).result.value) break;
      await new Promise((settled) => setTimeout(settled, 50));
    }
    const { result, exceptionDetails } = await evaluate(
      `((given, api) => (async () => { ${code} })())(${JSON.stringify(given)}, chrome)`,
    );
    await browser.send('Target.detachFromTarget', { sessionId });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Loopback, allowed for the button's sake, is no site that the reader chose. */
  const startAsInstalled = async () => {
    if (sites) return;
    await background(`
      while ((await api.scripting.getRegisteredContentScripts()).length === 0) await new Promise((settled) => setTimeout(settled, 50));
      await api.scripting.unregisterContentScripts();`);
  };
  await startAsInstalled();
  return {
    driver,
    background,
    async press() {
      const here = await driver.getCurrentUrl();
      const tab = (await targets('tab')).find((one) => one.url === here);
      await browser.send('Extensions.triggerAction', { id, targetId: tab.targetId });
    },
    menu: (entry, info = {}) =>
      background(
        `const [tab] = await api.tabs.query({ active: true, lastFocusedWindow: true });
         api.contextMenus.onClicked.dispatch({ menuItemId: given[0], ...given[1] }, tab);`,
        entry,
        info,
      ),
    buildIn: async () => background(askBuild, await driver.getCurrentUrl()),
    url: async (path) => `chrome-extension://${id}/${path}`,
    async allow() {
      throw new Error('Chromium: name the sites when opening');
    },
    reload: async (version) => {
      if (version) writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), version }));
      await browser.send('Extensions.loadUnpacked', { path: folder });
      await new Promise((settled) => setTimeout(settled, 1000));
      await startAsInstalled();
    },
    async key() {
      throw new Error('Chromium: no driver reaches its own keys');
    },
    async quit() {
      browser.close();
      await driver.quit();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @param {Parameters<typeof openExtension>[1] & {}} options @returns {Promise<Extension>} */
async function openInFirefox({ sites = [], args = [], ...options }) {
  const folder = join(root, 'www/dist/extension/firefox');
  const { id } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')).browser_specific_settings.gecko;
  const driver = /** @type {import("selenium-webdriver/firefox.js").Driver} */ (
    await openBrowser('firefox', { ...options, extension: folder, args, privileged: true })
  );

  /** Runs the body of an async function in Firefox's own window. @param {string} code @param {any[]} given */
  async function inBrowser(code, ...given) {
    await driver.setContext(/** @type {any} */ ('chrome'));
    try {
      const [error, value] = /** @type {[string | null, any]} */ (
        await driver.executeAsyncScript(
          `const done = arguments[arguments.length - 1];
           const [id, given] = arguments;
           const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
           const { extension } = WebExtensionPolicy.getByID(id);
           (async () => { ${code} })().then((value) => done([null, value ?? null]), (error) => done([String(error), null]));`,
          id,
          given,
        )
      );
      if (error) throw new Error(error);
      return value;
    } finally {
      await driver.setContext(/** @type {any} */ ('content'));
    }
  }

  /** @type {Extension["allow"]} */
  const allow = (pattern, wanted) =>
    inBrowser(
      `const { ExtensionPermissions } = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
       await ExtensionPermissions[given[1] ? "add" : "remove"](id, { permissions: [], origins: [given[0]] }, extension);`,
      pattern,
      wanted,
    );
  for (const site of sites) await allow(site, true);

  const opened = {
    driver,
    allow,
    press: () =>
      // Where its popup is open a press closes that; a reader's way to another page has closed it.
      inBrowser(`for (const panel of document.querySelectorAll("panel")) if (panel.state === "open") panel.hidePopup();
        await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);`),
    /** @type {Extension["background"]} */
    background: async (code, ...given) => {
      // A page of the extension has what its background has. It is opened beside the tab in front.
      const before = await driver.getWindowHandle();
      await driver.switchTo().newWindow('tab');
      try {
        await driver.get(await opened.url('message.html'));
        const [error, value] = /** @type {[string | null, any]} */ (
          await driver.executeAsyncScript(
            `const done = arguments[arguments.length - 1];
             (async (api, given) => { ${code} })(browser, arguments[0]).then((value) => done([null, value ?? null]), (error) => done([String(error), null]));`,
            given,
          )
        );
        if (error) throw new Error(error);
        return value;
      } finally {
        await driver.close();
        await driver.switchTo().window(before);
      }
    },
    menu: (/** @type {string} */ entry, info = {}) =>
      inBrowser(
        `const { gMenuMap } = ExtensionParent.apiManager.global;
         const item = [...gMenuMap.get(extension).values()].find((one) => one.id === given[0]);
         const tab = ExtensionParent.apiManager.global.tabTracker.activeTab;
         extension.tabManager.addActiveTabPermission(tab);
         const native = extension.tabManager.convert(tab);
         extension.emit("webext-menu-menuitem-click", { menuItemId: given[0], ...given[1] }, tab);`,
        entry,
        info,
      ),
    buildIn: async () => opened.background(askBuild, await driver.getCurrentUrl()),
    url: async (/** @type {string} */ path) => inBrowser(`return extension.baseURL + given[0];`, path),
    reload: async (/** @type {string | undefined} */ version) => {
      if (version) {
        const newer = mkdtempSync(join(tmpdir(), 'khulasa-extension-'));
        cpSync(folder, newer, { recursive: true });
        const file = join(newer, 'manifest.json');
        writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), version }));
        await driver.installAddon(newer, true);
        rmSync(newer, { recursive: true, force: true });
      } else {
        await inBrowser(
          `const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
           await (await AddonManager.getAddonByID(id)).reload();`,
        );
      }
      await new Promise((settled) => setTimeout(settled, 1500));
    },
    key: async () => {
      await driver.setContext(/** @type {any} */ ('chrome'));
      try {
        await driver
          .actions()
          .keyDown(Key.ALT)
          .keyDown(Key.SHIFT)
          .keyDown('k')
          .keyUp('k')
          .keyUp(Key.SHIFT)
          .keyUp(Key.ALT)
          .perform();
      } finally {
        await driver.setContext(/** @type {any} */ ('content'));
      }
    },
    inBrowser,
    quit: () => driver.quit(),
  };
  return opened;
}

/**
 * The sidebar in the page, through the driver: a page cannot see into its closed root.
 * @param {WebDriver} driver
 * @param {number} [patience] milliseconds
 * @returns {Promise<{ host: import("selenium-webdriver").WebElement, text: string, items: string[] }>} what it
 *   shows, once it shows a digest or says that it has none
 */
export async function sidebarIn(driver, patience = 15_000) {
  let seen = /** @type {{ host: any, text: string, items: string[] } | null} */ (null);
  await driver.wait(
    async () => {
      const [host] = await driver.findElements({ css: '[data-khulasa]:empty' });
      if (!host) return false;
      try {
        const shadow = await host.getShadowRoot();
        const [panel] = await shadow.findElements({ css: "[aria-busy='true']" });
        const parts = await shadow.findElements({ css: 'section, .body, [role=region], aside' });
        if (panel || parts.length === 0) return false;
        const items = await shadow.findElements({ css: '[data-item]' });
        const text = (await Promise.all(parts.slice(0, 1).map((part) => part.getText()))).join('\n');
        if (items.length === 0 && !/article|مقال/.test(text)) return false;
        seen = { host, text, items: await Promise.all(items.map((item) => item.getText())) };
        return true;
      } catch (error) {
        // Drawn anew in between.
        if (/stale|no such|detached/i.test(String(error))) return false;
        throw error;
      }
    },
    patience,
    'no sidebar came up',
  );
  return /** @type {NonNullable<typeof seen>} */ (seen);
}

/**
 * Runs code in the page beside what stands in the sidebar's closed root, which the page cannot
 * see and the driver can.
 * @param {WebDriver} driver
 * @param {string} code the body of a function of `root`, the shadow root, and `given`
 * @param {...any} given
 * @returns {Promise<any>}
 */
export async function inSidebar(driver, code, ...given) {
  const host = await driver.findElement({ css: '[data-khulasa]:empty' });
  const part = await (await host.getShadowRoot()).findElement({ css: '*' });
  return driver.executeScript(
    `const root = arguments[0].getRootNode(); return (function (root, ...given) { ${code} })(root, ...arguments[1]);`,
    part,
    given,
  );
}
