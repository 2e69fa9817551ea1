/**
 * The core as the shell knows it: what it is asked for, and that it is not called again
 * once it has failed. load.js loads it.
 *
 * @typedef {import('../pkg/khulasa.js').Article} Article
 * @typedef {import('../pkg/khulasa.js').ArticleInput} ArticleInput
 * @typedef {import('../pkg/khulasa.js').Digest} Digest
 * @typedef {import('../pkg/khulasa.js').Options} Options
 * @typedef {import('../pkg/khulasa.js').ReadOptions} ReadOptions
 * @typedef {import('../pkg/khulasa.js').Span} Span
 */
import { KhulasaError } from './error.js';

/** An article of the page, with the text nodes behind it. */
class Reading {
  #core;
  #reading;
  /** @type {Article | undefined} */
  #article;

  /** @param {Core} core @param {import('../pkg/khulasa.js').Reading} reading */
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

/** The core, whichever build of it was loaded. */
export class Core {
  #module;
  /** @type {KhulasaError | null} what ended it, if anything did */
  crashed = null;

  /** @param {Pick<typeof import('../pkg/khulasa.js'), "read" | "digest">} module */
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

/**
 * Whether WebAssembly may run here: the smallest module there is says so before anything is
 * fetched. WebKit compiles it where a policy forbids it, and does not instantiate it.
 */
export function isAllowed() {
  try {
    return Boolean(new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0))));
  } catch {
    return false;
  }
}
