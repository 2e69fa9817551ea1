// What the parts of the extension share: the browser's interface, the settings' shape,
// and what may be asked for in a message.

/**
 * The browser's extension interface, with promises in both browsers (Manifest V3).
 * @type {any}
 */
export const api = /** @type {any} */ (globalThis).browser ?? /** @type {any} */ (globalThis).chrome;

/**
 * What a reader has chosen; a key that is absent is left to the article or the browser.
 * @typedef {Object} Settings
 * @property {"ar" | "en" | "fr"} [language] of the sidebar's own words
 * @property {"left" | "right"} [side]
 * @property {"short" | "medium" | "long"} [length]
 * @property {"light" | "dark"} [theme]
 * @property {number} [width] CSS pixels
 */

/** @type {Record<string, string[]>} */
export const choices = {
  language: ['ar', 'en', 'fr'],
  side: ['left', 'right'],
  length: ['short', 'medium', 'long'],
  theme: ['light', 'dark'],
};

/**
 * @param {unknown} given anything
 * @returns {Settings} what of it is a setting of ours, by shape
 */
export function settingsOf(given) {
  /** @type {Record<string, unknown>} */
  const out = {};
  if (typeof given !== 'object' || given === null) return out;
  const from = /** @type {Record<string, unknown>} */ (given);
  for (const [key, values] of Object.entries(choices)) {
    if (Object.hasOwn(from, key) && values.includes(/** @type {string} */ (from[key]))) out[key] = from[key];
  }
  const { width } = from;
  if (typeof width === 'number' && width >= 200 && width <= 2000) out.width = Math.round(width);
  return out;
}

/** @returns {Promise<Settings>} */
export async function readSettings() {
  const { settings } = await api.storage.local.get('settings');
  return settingsOf(settings);
}

/** @param {Settings} settings */
export const writeSettings = (settings) => api.storage.local.set({ settings: settingsOf(settings) });

/**
 * What the content scripts say to the background, and nothing else is heard:
 * `article` the page looks like an article (on a site that the reader chose);
 * `digest` the sidebar shows one, with so many key figures; `closed`; `settings`.
 * @typedef {{ type: "article" } | { type: "closed" } | { type: "digest", figures: number } | { type: "settings", settings: Settings }} Message
 */

/**
 * @param {unknown} given
 * @returns {Message | null} null where it has not exactly the shape of a message
 */
export function messageOf(given) {
  if (typeof given !== 'object' || given === null) return null;
  const { type, figures, settings } = /** @type {Record<string, unknown>} */ (given);
  const keys = Object.keys(given).length;
  if ((type === 'article' || type === 'closed') && keys === 1) return { type };
  if (type === 'digest' && keys === 2 && Number.isInteger(figures) && Number(figures) >= 0) {
    return { type, figures: Number(figures) };
  }
  if (type === 'settings' && keys === 2 && typeof settings === 'object') {
    return { type, settings: settingsOf(settings) };
  }
  return null;
}

/**
 * Hears a message only from a content script of ours, in a page itself: from no page, no
 * other extension, no frame, and from no page of our own.
 * @param {unknown} given
 * @param {{ id?: string, frameId?: number, url?: string, tab?: { id?: number } }} sender as the browser states it
 * @returns {{ message: Message, tabId: number, url: string } | null}
 */
export function heard(given, { id, frameId, url = '', tab }) {
  const message = messageOf(given);
  if (!message || id !== api.runtime.id || frameId !== 0 || url.startsWith(api.runtime.getURL(''))) return null;
  return Number.isInteger(tab?.id) ? { message, tabId: Number(tab?.id), url } : null;
}

/**
 * The match pattern of a site: one scheme, one host, no port (Firefox knows none).
 * @param {string} address as a reader types it, or a page's
 * @returns {string | null} null where it is no address of a website
 */
export function patternOf(address) {
  const typed = address.trim();
  if (typed === '' || /\s/.test(typed)) return null;
  // `localhost:8080` has no scheme, though URL takes it for one.
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(full)) return null;
  const { protocol, hostname, username } = new URL(full);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  if (hostname === '' || username !== '' || hostname.includes('*')) return null;
  return `${protocol}//${hostname}/*`;
}

/** @returns {Promise<string[]>} the patterns of the sites that the reader chose, in order */
export async function grantedSites() {
  const { origins = [] } = await api.permissions.getAll();
  return [...origins].sort();
}

/** @param {string} key @param {string | string[]} [values] */
export const say = (key, values) => api.i18n.getMessage(key, values);
