// The content script: the sidebar, for pages of any kind and any CSP. It is put into a
// page only when a reader asks for it there, as a classic script, so that the extension
// has no file that a page could ask for. The core follows in a script of its own: wasm.js
// or plain.js.

import { Core, isAllowed } from '../src/core.js';
import { KhulasaError } from '../src/error.js';
import { findArticle, findInParts } from '../src/find.js';
import { HIGHLIGHTS } from '../src/highlight.js';
import fr from '../src/sidebar/messages/fr.js';
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

// --- the core, which comes after this script -----------------------------------------

/** @typedef {"wasm" | "plain"} Build */
/**
 * The build to ask for; null once there is a core. Firefox holds WebAssembly in a content
 * script to the extension's policy. Chromium holds it to the page's, and no more than asking
 * whether it may run is told to the page and to wherever the page's CSP sends its reports.
 * @type {Build | null}
 */
let lacking = api.runtime.getURL('').startsWith('moz-extension:') && isAllowed() ? 'wasm' : 'plain';
/** @type {(core: Core) => void} */
let arrived;
/** @type {(error: KhulasaError) => void} */
let failed;
/** @type {Promise<Core>} */
const core = new Promise((resolve, reject) => {
  arrived = resolve;
  failed = reject;
});
// Told to whoever waits for it; a page that nobody reads need not hear of it.
core.catch(() => {});
/** @type {Promise<void>} settled when the script that came last has said whether it runs */
let started = Promise.resolve();

/**
 * What a script with the core in it calls.
 * @param {Build} build
 * @param {Promise<ConstructorParameters<typeof Core>[0]>} starting
 */
function give(build, starting) {
  started = starting.then(
    (module) => {
      if (lacking === null) return;
      lacking = null;
      runner.build = build;
      arrived(new Core(module));
    },
    (error) => {
      if (lacking === null) return;
      lacking = 'plain';
      if (build === 'plain') failed(new KhulasaError('load', 'the core does not run here', { cause: error }));
    },
  );
}

/** @returns {Promise<Build | null>} the build that is wanting, once the last has started or failed */
async function lacks() {
  await started;
  return lacking;
}

// --- the sidebar --------------------------------------------------------------------

/** @param {Element} frame @returns {Document | null} null where it is of another origin, or sandboxed */
const documentOf = (frame) => /** @type {HTMLIFrameElement} */ (frame).contentDocument;

/**
 * What reads text that stands in no node of this document.
 * @param {Core} core
 * @param {string} text paragraphs by line
 */
function readerOf(core, text) {
  const lines = text.split(/\n+/).filter((line) => line.trim());
  const article = { blocks: lines.map((line) => ({ kind: /** @type {const} */ ('paragraph'), text: line })) };
  const reading = {
    article,
    digestInParts: async (/** @type {any} */ options) => core.digest(article, options),
    range: () => null,
    free() {},
  };
  return { readInParts: async () => reading };
}

/**
 * What the sidebar is given to read.
 * @param {Request} request
 * @returns {[Partial<import('../src/sidebar/sidebar.js').MountOptions>, import('../src/sidebar/sidebar.js').Means]}
 */
function about({ what, text }) {
  const load = async () => /** @type {any} */ (await core);
  if (what !== 'selection') return [{}, { load, find: findInParts }];
  const range = selectedRange(document);
  if (!range) {
    // In a frame of another origin, or a text field: the browser still told us the words.
    const root = document.body ?? document.documentElement;
    return [
      { article: root, watch: false },
      { load: async () => /** @type {any} */ (readerOf(await core, text ?? '')), find: () => ({ root }) },
    ];
  }
  const within = range.cloneRange();
  const at = within.commonAncestorContainer;
  const root = /** @type {Element} */ (at.nodeType === Node.ELEMENT_NODE ? at : at.parentElement);
  const { published, lang } = findArticle(document) ?? {};
  // A selection is read however short it is, as an element that a page names is.
  return [
    { article: root, watch: false },
    { load, find: () => ({ root, within, published, lang }) },
  ];
}

/** @param {Request} request */
function open(request) {
  close();
  const settings = settingsOf(request.settings);
  const [more, means] = about(request);
  const { language, ...kept } = settings;
  const opened = new Sidebar(
    {
      ...more,
      ...(language && { language }),
      messages: [fr],
      // Opened by hand, a reader's keys go to it; a page that opened it by itself keeps them.
      focus: request.what !== 'always',
      collapsed: false,
      store: { get: () => kept, set: (changed) => tell({ type: 'settings', settings: settingsOf(changed) }) },
    },
    means,
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
  /** @type {Build | null} of the core that runs here */
  build: null,
  alive,
  close,
  give,
  lacks,
  /** Settles when what is open shows its digest, or the reason there is none. */
  get ready() {
    return sidebar?.ready;
  },
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
  clearLeft();
  world[key] = runner;
}

/**
 * Takes back what a script of ours set up whose world is gone: Firefox ends the scripts of an
 * extension that is reloaded, and nothing tells them. An element of the page's own is left alone.
 */
function clearLeft() {
  const left = document.querySelectorAll(':root > [data-khulasa="extension"]:empty');
  if (left.length === 0) return;
  for (const host of left) host.remove();
  for (const name of Object.values(HIGHLIGHTS)) CSS.highlights.delete(name);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets].filter(
    (sheet) => ![...sheet.cssRules].some((rule) => rule.cssText.includes('khulasa-')),
  );
}
