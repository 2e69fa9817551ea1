/**
 * Khulasa: what a news article says, in its own words, beside the article. Importing this
 * file does nothing by itself; `khulasa.js` also obeys the script tag that names it.
 *
 * @typedef {import('./sidebar/sidebar.js').MountOptions} MountOptions
 * @typedef {import('./sidebar/types.js').Digest} Digest
 * @typedef {import('./sidebar/types.js').Article} Article
 * @typedef {import('./sidebar/types.js').DigestOptions} DigestOptions
 */
import { KhulasaError } from './error.js';
import { load } from './load.js';
import { readMetadata } from './metadata.js';
import { Sidebar } from './sidebar/sidebar.js';
import { version } from './version.js';

export { KhulasaError, load, Sidebar, version };

/**
 * Shows the sidebar. It finds and reads the article by itself; `sidebar.ready` settles
 * when its digest is shown, or the reason there is none. It dispatches `digest`,
 * `show`, `choose`, `copy`, `fold`, `unfold`, `error` and `close`.
 *
 * @param {MountOptions} [options] where `article` is a selector of several articles, the
 *   sidebar keeps to the one that is being read
 * @returns {Sidebar}
 * @throws {KhulasaError} `no-page` where there is no document
 */
export function mount(options = {}) {
  if (!options.document && typeof document === 'undefined') throw noPage();
  const sidebar = new Sidebar(options, { load: () => loadFor(options.article), find });
  if (typeof options.article === 'string' && !options.digest && !options.served) watchFor(sidebar, options.article);
  return sidebar;
}

/**
 * Most pages hold one article: what follows the reader through several comes once there are. A
 * page that gets more of them while it is read shows so when the first one is scrolled through.
 * @param {Sidebar} sidebar
 * @param {string} selector of the articles
 */
function watchFor(sidebar, selector) {
  const { document, view } = sidebar;
  const passed = new view.IntersectionObserver(
    () => {
      if (document.querySelectorAll(selector).length < 2) return;
      passed.disconnect();
      import('./follow.js').then(({ follow }) => follow(sidebar, selector), console.warn);
    },
    { threshold: [0, 0.02, 0.05, 0.1, 0.5] },
  );
  sidebar.addEventListener('digest', () => sidebar.root && passed.observe(sidebar.root));
  sidebar.addEventListener('close', () => passed.disconnect());
}

const noPage = () => new KhulasaError('no-page', 'there is no document here: a sidebar needs a page to stand in');

/** The article finder comes on demand: a page that names its article has no use for it. */
const finder = () => import('./find.js');

/**
 * Finds the article of a page.
 * @param {Document} [page] this one
 * @param {{selector?: string}} [options] where the publisher says it stands
 * @returns {Promise<import('./find.js').Found|null>}
 * @throws {KhulasaError} `selector`, `no-page`
 */
export async function findArticle(page = globalThis.document, { selector } = {}) {
  if (!page) throw noPage();
  return selector ? find(page, selector) : (await finder()).findInParts(page);
}

/**
 * The core, and beside it the finder where it will be needed.
 * @param {Element|string|null} [article]
 */
async function loadFor(article) {
  const [core] = await Promise.all([load(), article || finder()]);
  return core;
}

/**
 * The article where it was said to stand, else where it is found.
 * @param {Document} document
 * @param {Element|string|null} [article] the element, or a selector of it
 * @returns {Promise<import('./find.js').Found|null>}
 */
async function find(document, article) {
  if (!article) return findArticle(document);
  let root;
  try {
    root = typeof article === 'string' ? document.querySelector(article) : article;
  } catch (error) {
    throw new KhulasaError('selector', `not a selector: ${article}`, { cause: error });
  }
  if (!root) return null;
  const { title, byline, published, lang } = readMetadata(document, root);
  return { root, title, byline, published, lang };
}

/**
 * The digest of an article, without a sidebar.
 *
 * @param {Element|import('./core.js').ArticleInput|string|null} [target] an element of the page, a
 *   selector, or an article's blocks or text; the page's article where it is absent
 * @param {DigestOptions & {signal?: AbortSignal}} [options]
 * @returns {Promise<import('./core.js').Digest>}
 * @throws {KhulasaError} `no-article` where there is none, `load` where the core cannot run
 * @throws {unknown} the signal's reason, once it is aborted
 */
export async function summarize(target = null, { signal, ...options } = {}) {
  signal?.throwIfAborted();
  const core = await load();
  signal?.throwIfAborted();
  if (target && typeof target === 'object' && !('nodeType' in target)) return core.digest(target, options);
  if (typeof document === 'undefined') throw noPage();
  const found = await find(document, target);
  if (!found) throw new KhulasaError('no-article', `no article found${target ? ` at ${target}` : ' on this page'}`);
  const { root, ...about } = found;
  const reading = core.read(root, about);
  try {
    return reading.digest(options);
  } finally {
    reading.free();
  }
}

/**
 * The options that attributes give, for the script tag and the element.
 * @param {(name: string) => string|null} attribute
 * @returns {MountOptions}
 */
export function optionsFrom(attribute) {
  /** @type {Record<string, any>} */
  const options = {};
  for (const name of ['article', 'side', 'length', 'theme', 'language', 'published', 'mode']) {
    const value = attribute(name);
    if (value) options[name] = value;
  }
  const house = attribute('house');
  if (house) {
    options.house = document.getElementById(house)?.textContent;
    if (options.house == null) console.warn(`khulasa: no element has the id ${house}`);
  }
  if (Number(attribute('width'))) options.width = Number(attribute('width'));
  for (const name of ['collapsed', 'focus', 'watch', 'room']) {
    const value = attribute(name);
    if (value !== null) options[name] = value !== 'false';
  }
  return options;
}

/**
 * A digest that the publisher's server made: `<script type="application/json"
 * data-khulasa>` with a digest, or `{digest, article}`. It is read when it is shown (served.js).
 * @returns {MountOptions}
 */
export function servedDigest() {
  const text = document.querySelector('script[type="application/json"][data-khulasa]')?.textContent?.trim();
  return text ? { served: text } : {};
}
