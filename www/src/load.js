/**
 * The core: WebAssembly, or the same core as plain JavaScript where the page's CSP (or
 * the browser) forbids WebAssembly. The latter is asked for only then.
 *
 * @typedef {import('../pkg/khulasa.js').Article} Article
 * @typedef {import('../pkg/khulasa.js').ArticleInput} ArticleInput
 * @typedef {import('../pkg/khulasa.js').Digest} Digest
 * @typedef {import('../pkg/khulasa.js').Options} Options
 * @typedef {import('../pkg/khulasa.js').ReadOptions} ReadOptions
 * @typedef {import('../pkg/khulasa.js').Span} Span
 */
import * as wasm from '../pkg/khulasa.js';
import { KhulasaError } from './error.js';

/**
 * @typedef {string | URL | BufferSource | WebAssembly.Module | Response | PromiseLike<Response>} WasmSource
 *
 * @typedef {object} LoadOptions
 * @property {string | URL} [base] the folder that `khulasa_bg.wasm` lies in; else that of this script
 * @property {WasmSource} [wasm] the module itself or its address, where it lies elsewhere or is not
 *   to be fetched (a bundler that gives files addresses of its own, a service worker's cache)
 */

/** An article of the page, with the text nodes behind it. */
class Reading {
  #core;
  #reading;
  /** @type {Article | undefined} */
  #article;

  /** @param {Core} core @param {wasm.Reading} reading */
  constructor(core, reading) {
    this.#core = core;
    this.#reading = reading;
  }

  /** What was read. @returns {Article} */
  get article() {
    this.#article ??= this.#core.call(() => this.#reading.article);
    return this.#article;
  }

  /**
   * What the article says. Spans count UTF-16 units of `article`'s texts.
   * @param {Options} [options]
   * @returns {Digest}
   */
  digest(options) {
    return this.#core.call(() => this.#reading.digest(options));
  }

  /**
   * The same, in parts.
   * @param {Options | undefined} options
   * @param {import('./rest.js').Pace} pace awaited between them
   * @returns {Promise<Digest>}
   */
  async digestInParts(options, pace) {
    const work = this.#core.call(() => this.#reading.begin(options));
    try {
      for (;;) {
        const digest = this.#core.call(() => work.step());
        if (digest) return digest;
        await pace();
      }
    } finally {
      if (!this.#core.crashed) work.free();
    }
  }

  /**
   * The range of a span on the page; null where the page has changed there since it was
   * read, or where the title does not stand on the page.
   * @param {Span} span
   * @returns {Range | null}
   */
  range(span) {
    return this.#core.call(() => this.#reading.range(span)) ?? null;
  }

  /** Lets go of the page's nodes. What came out stays; nothing more comes. */
  free() {
    // A core that crashed holds on to what it has: its memory is in no known state.
    if (!this.#core.crashed) this.#reading.free();
  }
}

/** The core, loaded. */
export class Core {
  #module;
  /** @type {KhulasaError | null} what ended it, if anything did */
  crashed = null;

  /** @param {Pick<typeof wasm, "read" | "digest">} module */
  constructor(module) {
    this.#module = module;
  }

  /**
   * Reads the article in an element of a page. Nothing of the page is changed.
   * @param {Element | Document | DocumentFragment} root
   * @param {ReadOptions} [options]
   * @returns {Reading}
   * @throws {KhulasaError} `core`
   */
  read(root, options) {
    return new Reading(
      this,
      this.call(() => this.#module.read(root, options)),
    );
  }

  /**
   * What an article says, of plain values: no page is needed.
   * @param {ArticleInput} article
   * @param {Options} [options]
   * @returns {Digest}
   * @throws {TypeError} where it is no article
   * @throws {KhulasaError} `core`
   */
  digest(article, options) {
    if (typeof article !== 'object' || article === null) throw new TypeError('an article is an object');
    return this.call(() => this.#module.digest(article, options));
  }

  /**
   * Calls into the core. A bug there leaves its memory in no known state, so it is not
   * called again: each later call says why at once.
   * @template T
   * @param {() => T} call
   * @returns {T}
   */
  call(call) {
    if (this.crashed) throw this.crashed;
    try {
      return call();
    } catch (error) {
      // What the core throws on purpose is a TypeError, what the page's DOM throws a DOMException.
      if (error instanceof TypeError || (error instanceof Error && error.name.endsWith('Error') && 'code' in error))
        throw error;
      this.crashed = new KhulasaError('core', 'the core failed and is not used again on this page; reload the page', {
        cause: error,
      });
      throw this.crashed;
    }
  }
}

/** Whether WebAssembly may run here: the smallest module there is says so before anything is fetched. */
function isAllowed() {
  try {
    return Boolean(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch {
    return false;
  }
}

/** @type {() => WasmSource | undefined | Promise<WasmSource | undefined>} where nothing is said: beside the script */
let usual = () => undefined;

/**
 * Says where the WASM comes from unless `load` is told otherwise: what runs where nothing is
 * fetched (Node) or where all is in one file.
 * @param {typeof usual} source
 */
export function loadFrom(source) {
  usual = source;
}

/** @param {LoadOptions} options */
async function start({ base, wasm: given }) {
  let reason;
  if (isAllowed()) {
    try {
      const from = given ?? (base === undefined ? await usual() : new URL('khulasa_bg.wasm', base));
      await wasm.default(from === undefined ? undefined : { module_or_path: from });
      return new Core(wasm);
    } catch (error) {
      // Such as `connect-src 'none'`: scripts may be imported where nothing may be fetched.
      reason = error;
    }
  }
  try {
    const fallback = await import('../pkg/khulasa_fallback.js');
    await fallback.default();
    if (reason)
      console.warn(`khulasa: ${why(reason)} Plain JavaScript is used instead, which is larger and slower.`, reason);
    return new Core(fallback);
  } catch (error) {
    const message = reason
      ? `${why(reason)} Nor could the core be loaded as plain JavaScript: ${error}`
      : 'the core could not be loaded: are its files beside the script, and may the page load them?';
    throw new KhulasaError('load', message, { cause: reason ?? error });
  }
}

/**
 * What most likely keeps the WASM away, for whoever serves it. A browser does not tell scripts
 * which of the reasons it was, but in its own console.
 * @param {unknown} reason
 */
function why(reason) {
  if (reason instanceof WebAssembly.CompileError)
    return 'what came for khulasa_bg.wasm is no WebAssembly: is the file beside the script, or does a page of the site (a 404) answer in its place?';
  if (reason instanceof TypeError)
    return 'khulasa_bg.wasm could not be fetched. From another origin it has to come with Access-Control-Allow-Origin, as the script does; the Content-Security-Policy has to allow it in connect-src; the file has to be there.';
  return `khulasa_bg.wasm could not be loaded (${reason}).`;
}

/** @type {Promise<Core> | undefined} */
let loading;

/**
 * Loads the core, once for all callers; what failed may be tried again.
 * @param {LoadOptions} [options] those of the first call count
 * @returns {Promise<Core>}
 * @throws {KhulasaError} `load`
 */
export function load(options = {}) {
  if (!loading) {
    loading = start(options);
    loading.catch(() => {
      loading = undefined;
    });
  }
  return loading;
}
