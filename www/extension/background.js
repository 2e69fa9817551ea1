// The background: what a press of the button, a key, a menu entry or a site of the
// reader's list sets off. It keeps no state of its own between events: the browser may
// end it at any time.

import { api, grantedSites, heard, patternOf, readSettings, say, writeSettings } from './api.js';

/** @typedef {import("./api.js").Settings} Settings */
/**
 * What the content script is asked to do.
 * @typedef {Object} Request
 * @property {"toggle" | "page" | "selection" | "always"} what
 * @property {Settings} settings
 * @property {string} [text] the selected text, as the browser has it
 */

/**
 * Runs in the page's isolated world, so it can use nothing of this file.
 * @param {string} version
 */
function probe(version) {
  const runner = /** @type {any} */ (globalThis)[Symbol.for('khulasa.extension')];
  return { type: document.contentType, ready: runner?.version === version && runner.alive() };
}

/** @param {Request} request */
function run(request) {
  return /** @type {any} */ (globalThis)[Symbol.for('khulasa.extension')].run(request);
}

/** Answers once the script with the core, if one was put in, has started. */
function lacks() {
  return /** @type {any} */ (globalThis)[Symbol.for('khulasa.extension')].lacks();
}

/** The core's builds in the order that they are tried in, by the names that content.js has for them. */
const builds = /** @type {const} */ ([
  ['wasm', 'wasm.js'],
  ['plain', 'plain.js'],
]);

/** @param {number} tabId @param {(...given: any[]) => any} func @param {any[]} args */
async function inPage(tabId, func, args) {
  const [{ result, error }] = await api.scripting.executeScript({ target: { tabId }, func, args });
  // Firefox answers with the error, Chromium rejects.
  if (error) throw error;
  return result;
}

/**
 * @param {string} type a MIME type
 * @returns {string | null} the message that says why there is no article in it; null where there can be
 */
export function whyNot(type) {
  if (type === 'text/html' || type === 'application/xhtml+xml') return null;
  if (type === 'application/pdf') return 'cannotPdf';
  if (type.startsWith('image/')) return 'cannotImage';
  if (type.startsWith('video/') || type.startsWith('audio/')) return 'cannotMedia';
  if (/^(application|text)\/((rss|atom|rdf)\+)?xml$/.test(type)) return 'cannotFeed';
  return 'cannotText';
}

/**
 * Opens, closes or changes the sidebar of a tab, or says why it cannot.
 * @param {{ id?: number, url?: string }} tab
 * @param {Request["what"]} what
 * @param {string} [text]
 */
async function act(tab, what, text) {
  const tabId = tab.id;
  if (tabId === undefined) return;
  try {
    const { version } = api.runtime.getManifest();
    const { type, ready } = await inPage(tabId, probe, [version]);
    const why = whyNot(type);
    if (why) return await refuse(tabId, why, what);
    if (!ready) await api.scripting.executeScript({ target: { tabId }, files: ['content.js'] });
    await inPage(tabId, run, [{ what, settings: await readSettings(), ...(text && { text }) }]);
    // The sidebar stands there and says that it is reading while the core comes.
    for (const [build, file] of builds) {
      if ((await inPage(tabId, lacks, [])) === build)
        await api.scripting.executeScript({ target: { tabId }, files: [file] });
    }
  } catch (error) {
    // Browsers' own pages, their shops, PDF viewers, tabs that are gone. Nothing of it is the reader's doing.
    const { url = tab.url ?? '' } = await api.tabs.get(tabId).catch(() => ({}));
    console.warn('khulasa:', error);
    await refuse(tabId, addressReason(url), what).catch(() => {});
  }
}

/** @param {string} url @returns {string} the message for a page that no script may enter */
export function addressReason(url) {
  if (/^(https?|file|blob):/i.test(url) && /\.pdf([?#]|$)/i.test(url)) return 'cannotPdf';
  if (/^file:/i.test(url)) return 'cannotFile';
  return 'cannotBrowser';
}

/**
 * Says why there is nothing to show, in a popup of the button: the one place that is there on every page.
 * @param {number} tabId
 * @param {string} why key of a message
 * @param {Request["what"]} what
 */
async function refuse(tabId, why, what) {
  if (what === 'always') return;
  await api.action.setPopup({ tabId, popup: `message.html#${why}` });
  await api.action.setTitle({ tabId, title: say(why) });
  await api.action.setBadgeBackgroundColor({ tabId, color: '#6b6459' });
  await api.action.setBadgeText({ tabId, text: '?' });
  // Where the browser does not let a popup be opened, the next press shows it.
  await api.action.openPopup?.().catch(() => {});
}

/** @param {number} tabId @param {number | null} figures null: the sidebar is closed */
async function badge(tabId, figures) {
  const shown = figures ? String(figures) : '';
  await api.action.setBadgeBackgroundColor({ tabId, color: '#0f6e5f' });
  await api.action.setBadgeTextColor?.({ tabId, color: '#ffffff' });
  await api.action.setBadgeText({ tabId, text: shown });
  await api.action.setTitle({
    tabId,
    title: figures
      ? say('actionFigures', new Intl.NumberFormat(api.i18n.getUILanguage()).format(figures))
      : say('action'),
  });
}

// --- the reader's sites --------------------------------------------------------

/** The sites' content script follows the permissions that the browser keeps; there is no other list. */
async function syncSites() {
  const matches = await grantedSites();
  const registered = await api.scripting.getRegisteredContentScripts({ ids: ['always'] });
  if (matches.length === 0) {
    if (registered.length > 0) await api.scripting.unregisterContentScripts({ ids: ['always'] });
  } else {
    const script = { id: 'always', js: ['always.js'], matches, runAt: 'document_idle' };
    if (registered.length > 0) await api.scripting.updateContentScripts([script]);
    else await api.scripting.registerContentScripts([{ ...script, persistAcrossSessions: true }]);
  }
  await showSite();
}

/** Events come in quick succession; one registration at a time. */
let syncing = Promise.resolve();
function sync() {
  syncing = syncing.then(syncSites).catch((error) => console.warn('khulasa:', error));
  return syncing;
}

/** Ticks "always on this site" where the tab in front is on such a site. Other tabs' addresses are not told to us. */
async function showSite() {
  const [tab] = await api.tabs.query({ active: true, lastFocusedWindow: true });
  const origin = patternOf(tab?.url ?? '');
  const checked = origin !== null && (await api.permissions.contains({ origins: [origin] }));
  await api.contextMenus.update('always', { checked }).catch(() => {});
}

api.permissions.onAdded.addListener(sync);
api.permissions.onRemoved.addListener(sync);
api.runtime.onStartup.addListener(sync);
api.tabs.onActivated.addListener(showSite);

// An update waits for the browser's next start where it is listened for: none goes from
// under a sidebar that is open.
api.runtime.onUpdateAvailable.addListener(() => {});

// --- what a reader does ----------------------------------------------------------

api.runtime.onInstalled.addListener(async () => {
  // Content scripts ask for nothing of the storage: what they need comes with the request.
  await api.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' }).catch(() => {});
  await api.contextMenus.removeAll();
  api.contextMenus.create({ id: 'page', title: say('menuPage'), contexts: ['page'] });
  api.contextMenus.create({ id: 'selection', title: say('menuSelection'), contexts: ['selection'] });
  api.contextMenus.create({ id: 'always', type: 'checkbox', title: say('menuAlways'), contexts: ['action'] });
  await sync();
});

api.action.onClicked.addListener((/** @type {any} */ tab) => act(tab, 'toggle'));

api.contextMenus.onClicked.addListener((/** @type {any} */ info, /** @type {any} */ tab) => {
  if (info.menuItemId === 'page') return act(tab, 'page');
  if (info.menuItemId === 'selection') return act(tab, 'selection', info.selectionText);
  if (info.menuItemId !== 'always') return;
  const origin = patternOf(tab?.url ?? info.pageUrl ?? '');
  if (origin === null) return showSite();
  // Asked for at once: after a pause the browser no longer takes it for the reader's own wish.
  const asked = info.wasChecked
    ? api.permissions.remove({ origins: [origin] })
    : api.permissions.request({ origins: [origin] });
  return asked.then((/** @type {boolean} */ done) => {
    if (done && !info.wasChecked) act(tab, 'page');
    return showSite();
  });
});

// --- what the content scripts say ---------------------------------------------------

api.runtime.onMessage.addListener((/** @type {unknown} */ given, /** @type {any} */ sender) => {
  const said = heard(given, sender);
  if (!said) return;
  const { message, tabId, url } = said;
  if (message.type === 'digest') badge(tabId, message.figures);
  else if (message.type === 'closed') badge(tabId, null);
  else if (message.type === 'settings') {
    readSettings().then((kept) => writeSettings({ ...kept, ...message.settings }));
  } else {
    const origin = patternOf(url);
    if (origin === null) return;
    api.permissions.contains({ origins: [origin] }).then((/** @type {boolean} */ chosen) => {
      if (chosen) act(sender.tab, 'always');
    });
  }
});
