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

/** Bytes of memory that the core keeps between two articles: what a usual one takes, several times over. */
const MOST_MEMORY = 8 << 20;

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

  /** Whether the page goes on behind what was read: no article is as long. @returns {boolean} */
  get truncated() {
    return this.#reading.truncated;
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
    return this.#core.inParts(() => this.#reading.begin(options), pace);
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
    this.#core.release(this.#reading);
  }
}

/** The core, whichever build of it was loaded. */
export class Core {
  #module;
  /** @type {KhulasaError | null} what ended it, if anything did */
  crashed = null;
  /** Objects of the core's that are not freed yet. */
  #alive = 0;

  /** @param {Pick<typeof import('../pkg/khulasa.js'), "read" | "walk" | "digest" | "renew">} module */
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
      this.#held(() => this.#module.read(root, options)),
    );
  }

  /**
   * The same, in parts. What the page changes in between may be read or not.
   * @param {Element | Document | DocumentFragment} root
   * @param {ReadOptions | undefined} options
   * @param {import('./rest.js').Pace} pace awaited between them
   * @returns {Promise<Reading>}
   */
  async readInParts(root, options, pace) {
    const walk = () => this.#module.walk(root, options);
    return new Reading(this, await this.inParts(walk, pace, 1));
  }

  /**
   * Does a work of the core step by step.
   * @template T
   * @param {() => {step: () => T | undefined, free: () => void}} begin
   * @param {import('./rest.js').Pace} pace awaited between two steps
   * @param {number} [held] 1 where what comes of it is to be released in its turn
   * @returns {Promise<T>}
   */
  async inParts(begin, pace, held = 0) {
    const work = this.#held(begin);
    try {
      for (;;) {
        const done = this.call(() => work.step());
        if (done) {
          this.#alive += held;
          return done;
        }
        await pace();
      }
    } finally {
      this.release(work);
    }
  }

  /**
   * An object of the core's, counted until it is released.
   * @template T
   * @param {() => T} make
   * @returns {T}
   */
  #held(make) {
    const held = this.call(make);
    this.#alive += 1;
    return held;
  }

  /** @param {{free: () => void}} held */
  release(held) {
    // A core that crashed holds on to what it has: its memory is in no known state.
    if (this.crashed) return;
    held.free();
    this.#alive -= 1;
    this.#tidy();
  }

  /** Lets go of the memory that a long article took, once nothing of it is held. */
  #tidy() {
    if (this.#alive === 0) this.call(() => this.#module.renew(MOST_MEMORY));
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
    const digest = this.call(() => this.#module.digest(article, options));
    this.#tidy();
    return digest;
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
