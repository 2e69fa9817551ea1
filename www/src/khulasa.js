/**
 * Khulasa: what a news article says, in its own words, beside the article.
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

export { KhulasaError, load, Sidebar };

/**
 * Shows the sidebar. It finds and reads the article by itself; `sidebar.ready` settles
 * when its digest is shown, or the reason there is none. It dispatches `digest`,
 * `show`, `choose`, `copy`, `fold`, `unfold`, `error` and `close`.
 *
 * @param {MountOptions} [options]
 * @returns {Sidebar}
 */
export function mount(options = {}) {
  return new Sidebar(options, { load: () => loadFor(options.article), find });
}

/** The article finder comes on demand: a page that names its article has no use for it. */
const finder = () => import('./find.js');

/**
 * Finds the article of a page.
 * @param {Document} [page] this one
 * @param {{selector?: string}} [options] where the publisher says it stands
 * @returns {Promise<import('./find.js').Found|null>}
 */
export async function findArticle(page = document, { selector } = {}) {
  return selector ? find(page, selector) : (await finder()).findArticle(page);
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
  const root = typeof article === 'string' ? document.querySelector(article) : article;
  if (!root) return null;
  const { title, byline, published, lang } = readMetadata(document, root);
  return { root, title, byline, published, lang };
}

/**
 * The digest of an article, without a sidebar.
 *
 * @param {Element|Article|string|null} [target] an element of the page, a selector, or an
 *   article's blocks; the page's article where it is absent
 * @param {DigestOptions} [options]
 * @returns {Promise<Digest>}
 * @throws {KhulasaError} `no-article` where there is none, `load` where the core cannot run
 */
export async function summarize(target = null, options = {}) {
  const core = await load();
  if (target && typeof target === 'object' && 'blocks' in target)
    return core.digest(/** @type {any} */ (target), options);
  const found = await find(document, target);
  if (!found) throw new KhulasaError('no-article', `no article found${target ? ` at ${target}` : ' on this page'}`);
  const { root, ...about } = found;
  const reading = core.read(
    root,
    /** @type {any} */ ({ ...about, ...(options.published && { published: options.published }) }),
  );
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
  if (Number(attribute('width'))) options.width = Number(attribute('width'));
  for (const name of ['collapsed', 'focus', 'watch', 'room']) {
    const value = attribute(name);
    if (value !== null) options[name] = value !== 'false';
  }
  return options;
}

/**
 * A digest that the publisher's server made: `<script type="application/json"
 * data-khulasa>` with a digest, or `{digest, article}`.
 * @returns {MountOptions}
 */
export function servedDigest() {
  const text = document.querySelector('script[type="application/json"][data-khulasa]')?.textContent;
  if (!text) return {};
  try {
    const given = JSON.parse(text);
    return given.digest ? { digest: given.digest, blocks: given.article } : { digest: given };
  } catch (error) {
    console.error('khulasa: the served digest is no JSON, the article is read instead', error);
    return {};
  }
}

/**
 * `<script type="module" src="…/khulasa.js">` mounts by itself; `data-mount="false"`
 * leaves that to the page. Parts of this file may end in a chunk beside it, so the tag
 * is known by the folder.
 */
function mountByTag() {
  if (typeof document === 'undefined') return;
  const own = new URL('khulasa.js', import.meta.url).href;
  const tag = [...document.querySelectorAll('script[type=module][src]')].find(
    (script) => /** @type {HTMLScriptElement} */ (script).src.split(/[?#]/)[0] === own,
  );
  if (!tag || tag.getAttribute('data-mount') === 'false') return;
  const idle = globalThis.requestIdleCallback || ((/** @type {() => void} */ run) => setTimeout(run, 1));
  idle(() => mount({ ...optionsFrom((name) => tag.getAttribute(`data-${name}`)), ...servedDigest() }));
}

mountByTag();
