// The content script: the whole widget, for pages of any kind and any CSP. It is put
// into a page only when a reader asks for it there, as one classic script, so that the
// extension has no file that a page could ask for.
//
// The core is its plain-JavaScript build: Chromium allows no WASM in a content script of
// a page whose CSP forbids it, and reading the live page needs the core here anyway.

import * as plain from '../pkg/khulasa_fallback.js';
import { findArticle } from '../src/find.js';
import { Core } from '../src/load.js';
import { Sidebar } from '../src/sidebar/sidebar.js';
import { api, settingsOf } from './api.js';

/** @typedef {import("./background.js").Request} Request */

const key = Symbol.for('khulasa.extension');
const version = api.runtime.getManifest().version;

/**
 * False once the extension was updated, reloaded or removed under a page that is still open.
 * The sidebar goes on working then; only what the background does for it is gone.
 */
function alive() {
  try {
    return api.runtime.id !== undefined;
  } catch {
    return false;
  }
}

/** @param {import("./api.js").Message} message */
function tell(message) {
  if (!alive()) return;
  try {
    api.runtime.sendMessage(message).catch(() => {});
  } catch {
    // The extension went in between.
  }
}

/** @type {Sidebar | null} */
let sidebar = null;

/**
 * @param {Document | ShadowRoot} root
 * @returns {Range | null} what is selected in a page, in its open shadow roots, or in its frames of the same origin
 */
function selectedRange(root) {
  const selection = 'getSelection' in root ? /** @type {Document} */ (root).getSelection() : null;
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  if (range && !range.collapsed) return range;
  for (const element of root.querySelectorAll('*')) {
    const inner = element.matches('iframe, frame') ? documentOf(element) : element.shadowRoot;
    const found = inner && selectedRange(inner);
    if (found) return found;
  }
  return null;
}

const core = new Core(plain);

/**
 * The page's article; where the page itself has none, that of a frame of its own origin.
 * @param {Document} page
 * @returns {import('../src/find.js').Found | null}
 */
function find(page) {
  const own = findArticle(page);
  if (own) return own;
  const frames = [...page.querySelectorAll('iframe, frame')];
  return frames.reduce(
    (found, frame) => {
      const inner = found ? null : documentOf(frame);
      return inner ? find(inner) : found;
    },
    /** @type {import('../src/find.js').Found | null} */ (null),
  );
}

/** @param {Element} frame @returns {Document | null} null where it is of another origin, or sandboxed */
function documentOf(frame) {
  try {
    return /** @type {HTMLIFrameElement} */ (frame).contentDocument;
  } catch {
    return null;
  }
}

/**
 * What the sidebar is given to read.
 * @param {Request} request
 * @returns {[Partial<import('../src/sidebar/sidebar.js').MountOptions>, (page: Document) => any]}
 */
function about({ what, text }) {
  if (what !== 'selection') return [{}, find];
  const range = selectedRange(document);
  if (!range) {
    // In a frame of another origin, or a text field: the browser still told us the words.
    const lines = (text ?? '').split(/\n+/).filter((line) => line.trim());
    const blocks = { blocks: lines.map((line) => ({ kind: /** @type {const} */ ('paragraph'), text: line })) };
    return [{ digest: core.digest(blocks), blocks, watch: false }, find];
  }
  const within = range.cloneRange();
  const at = within.commonAncestorContainer;
  const root = /** @type {Element} */ (at.nodeType === Node.ELEMENT_NODE ? at : at.parentElement);
  const { published, lang } = find(document) ?? {};
  // A selection is read however short it is, as an element that a page names is.
  return [{ article: root, watch: false }, () => ({ root, within, published, lang })];
}

/** @param {Request} request */
function open(request) {
  close();
  const settings = settingsOf(request.settings);
  const [more, found] = about(request);
  const { language, ...kept } = settings;
  const opened = new Sidebar(
    {
      ...more,
      ...(language && { language }),
      // Opened by hand, a reader's keys go to it; a page that opened it by itself keeps them.
      focus: request.what !== 'always',
      store: { get: () => kept, set: (changed) => tell({ type: 'settings', settings: settingsOf(changed) }) },
    },
    { load: async () => /** @type {any} */ (core), find: found },
  );
  sidebar = opened;
  opened.host.dataset.khulasa = 'extension';
  opened.addEventListener('digest', () => {
    tell({ type: 'digest', figures: opened.state.model.figureCount });
  });
  // A page that takes our element away, or a newer script of ours that does, has closed the sidebar.
  const gone = new MutationObserver(() => {
    if (!opened.host.isConnected) opened.close();
  });
  gone.observe(document.documentElement, { childList: true });
  opened.addEventListener('close', () => {
    gone.disconnect();
    if (sidebar !== opened) return;
    sidebar = null;
    tell({ type: 'closed' });
  });
}

function close() {
  const was = sidebar;
  sidebar = null;
  was?.close();
}

/** What the background calls, and nothing of the page can: it lives in the isolated world. */
const runner = {
  version,
  alive,
  close,
  /** @param {Request} request */
  run(request) {
    if (request.what === 'always' && sidebar) return;
    if (request.what === 'toggle' && sidebar) {
      close();
      tell({ type: 'closed' });
      return;
    }
    open(request);
  },
};

const world = /** @type {any} */ (globalThis);
const before = world[key];
if (!(before?.version === version && before.alive())) {
  // What an earlier version, or this one before a reload, has left.
  before?.close();
  for (const host of document.querySelectorAll('[data-khulasa="extension"]')) host.remove();
  world[key] = runner;
}
