/**
 * The sidebar: its life from mount to close, its state, and what a reader does in it.
 * It lives in a closed shadow root, needs no customElements, and leaves nothing behind.
 *
 * @typedef {import('./types.js').Core} Core
 * @typedef {import('./types.js').Reading} Reading
 * @typedef {import('./types.js').Digest} Digest
 * @typedef {import('./types.js').Article} Article
 * @typedef {import('./types.js').Item} Item
 * @typedef {import('./types.js').Span} Span
 * @typedef {import('./model.js').Model} Model
 * @typedef {import('./messages/index.js').Messages} Messages
 * @typedef {typeof import('./use.jsx')} Use
 *
 * @typedef {object} MountOptions
 * @property {Document} [document] the page; this one
 * @property {Element|string} [article] the article's element or a selector of it;
 *   found where it is absent
 * @property {Digest} [digest] a digest made elsewhere: nothing is computed or loaded
 * @property {Article} [blocks] the article that digest's spans count in
 * @property {string} [served] a digest as the page carries it, and its article, as JSON
 * @property {'start'|'end'|'left'|'right'} [side] `end`: right in a left-to-right
 *   interface, left in a right-to-left one
 * @property {'short'|'medium'|'long'} [length]
 * @property {'auto'|'light'|'dark'} [theme]
 * @property {string} [language] of the interface, BCP 47; the article's
 * @property {Messages[]} [messages] further interface languages
 * @property {number} [width] CSS pixels
 * @property {boolean} [collapsed] begin as a tab at the edge (true), or open, whatever it stands on (false);
 *   where nothing is said, open only where the page's text leaves room
 * @property {boolean} [focus] take the focus on opening, give it back on closing
 * @property {boolean} [watch] read again when the page changes; true
 * @property {boolean} [room] let the page give way where its text would be covered; true
 * @property {'open'|'closed'} [mode] of the shadow root; open only for tests
 * @property {HTMLElement} [host] an element to live on; a new one after <body>
 * @property {string} [published] ISO 8601, where the page does not say it
 * @property {string} [house] a house's own words: rows, as docs/CONFIGURATION.md has them
 * @property {import('./settings.js').Store|null} [store] keeps the reader's settings;
 *   null keeps none
 * @property {AbortSignal} [signal] closes the sidebar
 *
 * @typedef {object} State
 * @property {'loading'|'ready'|'empty'|'error'} status
 * @property {string} error
 * @property {Model} model what is shown; null in every state but `ready`
 * @property {{article: number, gist: number}|null} times seconds of reading
 * @property {Messages} messages
 * @property {import('./format.js').Formatter} f
 * @property {number} drawn sections of the first digest that are drawn
 * @property {string} tab `all`, `figures`, `dates` or `quotes`
 * @property {string} order of the timeline: `time` or `text`
 * @property {string|null} voice the speaker whose words alone are shown
 * @property {Record<string, number|boolean>} wide sections shown whole, or how many times more of them
 * @property {'short'|'medium'|'long'} length
 * @property {string} theme
 * @property {string|null} chosen id of an item
 * @property {string|null} hover
 * @property {string} query
 * @property {boolean} searching
 * @property {string|null} menu
 * @property {string} announcement for the live region
 * @property {string} note what a press came to: beside the chosen item's tools, in the foot
 * @property {boolean} printing
 * @property {boolean} collapsed
 * @property {boolean} narrow a bottom sheet, not docked
 * @property {string} sheet `peek`, `half` or `full`
 * @property {string} side `left` or `right`
 * @property {number} width CSS pixels
 *
 * @typedef {import('../find.js').Found|null} Found
 *
 * @typedef {object} Means how an article is found and read; given by khulasa.js
 * @property {() => Promise<Core>} load
 * @property {(document: Document, article?: Element|string|null) => Found|Promise<Found>} find
 */
import { render } from 'preact';
import { jsx } from 'preact/jsx-runtime';
import { KhulasaError } from '../error.js';
import { paced, rest } from '../rest.js';
import { Dock } from './dock.js';
import { Emitter } from './emitter.js';
import { formatter } from './format.js';
import { messagesFor } from './messages/index.js';
import { modelOf } from './model.js';
import { Panel } from './panel.jsx';
import { known, localStore } from './settings.js';
import css from './styles.css';

/** Milliseconds of quiet after a change of the page before it is read again. */
const SETTLE = 600;
/** Characters of running text under which a page that was not said to be an article is none. */
const LEAST_TEXT = 300;
/** Characters from which a block is running text: not a label, not a link. */
const LEAST_BLOCK = 60;

/** Summary, figures, timeline, quotes. */
const SECTIONS = 4;

export class Sidebar extends Emitter {
  /**
   * @param {MountOptions} options
   * @param {Means} means
   */
  constructor(options, means) {
    super();
    this.options = options;
    this.means = means;
    this.document = options.document || globalThis.document;
    this.view = /** @type {Window & typeof globalThis} */ (this.document.defaultView);
    this.store = options.store === undefined ? localStore : options.store;
    this.settings = known(this.store?.get() || {});
    /** @type {import('../highlight.js').Painter|null} */
    this.painter = null;
    this.ending = new AbortController();
    /** @type {Reading|null} */
    this.reading = null;
    /** @type {Element|null} */
    this.root = null;
    /** @type {Map<string, Range|null>} */
    this.ranges = new Map();
    this.turn = 0;
    /** @type {string} the digest that is shown, to know whether another says the same */
    this.seen = '';
    this.href = this.document.location.href;
    /** @type {number|undefined} */
    this.timer = undefined;
    this.waiting = false;
    /** @type {((item: Item) => boolean)|null} */
    this.matches = null;
    /** @type {Use|null} what is loaded on demand, once it is */
    this.extra = null;
    /** @type {Promise<Use|null>|null} */
    this.asked = null;
    /** @type {typeof import('./more.jsx')|null} the menus, loaded after that */
    this.menus = null;
    this.hinted = false;
    this.shown = this.shown.bind(this);

    // Asked here rather than in the styles: light-dark() is younger than what else is needed.
    this.scheme = this.view.matchMedia('(prefers-color-scheme: dark)');
    const languages = this.view.navigator.languages || [];
    const messages = messagesFor(
      [options.language, this.document.documentElement.lang, ...languages],
      options.messages,
    );
    /** @type {State} */
    this.state = {
      status: 'loading',
      error: '',
      model: /** @type {any} */ (null),
      times: null,
      messages,
      f: formatter(messages, { languages }),
      drawn: SECTIONS,
      tab: 'all',
      order: 'time',
      voice: null,
      wide: {},
      length: /** @type {State['length']} */ (this.settings.length || options.length || 'short'),
      theme: this.settings.theme || options.theme || 'auto',
      chosen: null,
      hover: null,
      query: '',
      searching: false,
      menu: null,
      announcement: '',
      note: '',
      printing: false,
      collapsed: false,
      narrow: false,
      sheet: 'half',
      side: 'right',
      width: this.settings.width || options.width || 392,
    };

    this.host = options.host || this.document.createElement('div');
    if (!options.host) this.host.dataset.khulasa = '';
    // The browser's own translation would change words that are said to be verbatim.
    this.host.translate = false;
    this.shadow = shadowOf(this.host, options.mode || 'closed');
    this.dock = new Dock(this);
    const sheet = new this.view.CSSStyleSheet();
    sheet.replaceSync(css);
    this.shadow.adoptedStyleSheets = [sheet, this.dock.sheet];
    this.state.narrow = this.dock.narrow;
    // A reader who has just pressed something expects it, a page that gives no room has made its own;
    // nobody else is to have the page moved under their eyes.
    const invited =
      options.focus || options.room === false || /** @type {any} */ (this.view.navigator).userActivation?.isActive;
    const wanted = options.focus ? options.collapsed : (this.settings.collapsed ?? options.collapsed);
    const uninvited = wanted == null && !invited;
    /** Whether it is not shown yet: how it begins hangs on where the article's text stands. */
    this.uninvited = uninvited && !this.state.narrow;
    this.state.collapsed = wanted ?? this.uninvited;
    if (uninvited) this.state.sheet = 'peek';
    this.state.side = this.sideOf(messages);

    this.before = this.document.activeElement;
    if (!this.host.isConnected) this.document.documentElement.append(this.host);
    this.draw();
    this.listen();
    if (options.focus) this.heading()?.focus({ preventScroll: true });
    options.signal?.addEventListener('abort', () => this.close(), { once: true, signal: this.ending.signal });
    /** Settles when the first digest is shown, or the reason there is none. */
    this.ready = this.read();
  }

  // ---- state -----------------------------------------------------------------

  /** @param {Partial<State>} patch */
  set(patch) {
    if (this.closed) return;
    Object.assign(this.state, patch);
    this.draw();
  }

  draw() {
    this.dock.place();
    render(jsx(Panel, { sidebar: this }), this.shadow);
  }

  get closed() {
    return this.ending.signal.aborted;
  }

  /** Whether it is drawn light on dark. Paper is white. */
  get dark() {
    const { theme, printing } = this.state;
    return !printing && (theme === 'auto' ? this.scheme.matches : theme === 'dark');
  }

  /** Whether the length of the summary can be changed: not of a digest made elsewhere. */
  get canLengthen() {
    return Boolean(this.reading) && !this.options.digest;
  }

  /** @param {import('./settings.js').Settings} settings */
  remember(settings) {
    Object.assign(this.settings, settings);
    this.store?.set(this.settings);
  }

  /**
   * @param {Messages} messages
   * @returns {string} `left` or `right`
   */
  sideOf(messages) {
    const side = this.settings.side || this.options.side || 'end';
    if (side === 'left' || side === 'right') return side;
    return (messages.direction === 'rtl') === (side === 'start') ? 'right' : 'left';
  }

  /**
   * @param {string} type
   * @param {any} [detail]
   */
  emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  // ---- reading ---------------------------------------------------------------

  /** Finds the article, reads it, shows its digest. Never rejects. */
  async read() {
    this.turn += 1;
    const turn = this.turn;
    const stale = () => this.closed || turn !== this.turn;
    if (!this.state.model) this.set({ status: 'loading', error: '' });
    // Drawing the frame was a task's work by itself.
    await rest();
    if (stale()) return;
    try {
      if (this.options.served) {
        // One that cannot be had or is none is passed over.
        const use = await this.use();
        if (stale()) return;
        const { served, ...options } = this.options;
        this.options = { ...options, ...use?.served(served, this.document) };
      }
      if (this.options.digest) {
        this.root = this.element() || this.document.body;
        // No core knows where its passages stand: they are looked for by their words.
        await this.use();
        if (stale()) return;
        await this.take(this.options.digest, this.options.blocks || null);
        return;
      }
      // Between loading, finding and reading, too: what waits for the core goes on in the task that made it.
      const pace = paced();
      this.warm();
      const core = await this.means.load();
      await pace();
      if (stale()) return;
      const found = await this.means.find(this.document, this.options.article);
      await pace();
      if (stale()) return;
      const reading = found && (await this.readArticle(core, found, pace));
      if (stale()) {
        reading?.free();
        return;
      }
      if (!reading) {
        this.fail('empty');
        return;
      }
      let length;
      let digest;
      do {
        length = this.state.length;
        await pace();
        digest = await reading.digestInParts({ length, house: this.options.house }, pace);
        if (stale()) {
          reading.free();
          return;
        }
      } while (length !== this.state.length);
      const before = this.reading;
      this.reading = reading;
      before?.free();
      // Who wrote the rows reads the console; readers have nothing of it.
      if (this.options.house && digest.warnings?.length) console.warn('khulasa:', ...digest.warnings);
      await this.take(digest, reading.article, pace);
    } catch (error) {
      if (stale()) return;
      this.view.console.error('khulasa:', error);
      this.fail('error', error);
    }
  }

  /** Makes what numbers and dates are written with, while the core is on its way. */
  async warm() {
    for (const make of this.state.f.warm) {
      await rest();
      if (this.closed || this.state.model) return;
      make();
    }
  }

  /**
   * @param {Core} core
   * @param {import('../find.js').Found} found
   * @param {import('../rest.js').Pace} pace
   * @returns {Promise<Reading|null>} null where it is not enough for an article
   */
  async readArticle(core, found, pace) {
    const { options } = this;
    const { root, ...about } = found;
    this.root = root;
    const given = Object.fromEntries(
      Object.entries({ ...about, published: options.published || about.published }).filter(
        ([, value]) => value != null,
      ),
    );
    const reading = await core.readInParts(root, given, pace);
    const running = reading.article.blocks.filter((block) => block.text.length >= LEAST_BLOCK);
    const text = running.reduce((sum, block) => sum + block.text.length, 0);
    if (text >= LEAST_TEXT || options.article) return reading;
    reading.free();
    return null;
  }

  /** @returns {Element|null} the element that the host page names */
  element() {
    const { article } = this.options;
    return typeof article === 'string' ? this.document.querySelector(article) : article || null;
  }

  /**
   * @param {Digest} given
   * @param {Article|null} article
   * @param {import('../rest.js').Pace} [pace]
   */
  async take(given, article, pace = paced()) {
    const digest = {
      ...given,
      summary: given.summary || [],
      figures: given.figures || [],
      dates: given.dates || [],
      quotes: given.quotes || [],
    };
    const seen = JSON.stringify(digest);
    const first = !this.state.model;
    this.ranges.clear();
    if (seen === this.seen && this.state.status === 'ready') {
      this.extra?.paint(this);
      return;
    }
    const { summary, figures, dates, quotes } = digest;
    if (!summary.length && !figures.length && !dates.length && !quotes.length) {
      this.fail('empty');
      return;
    }
    this.seen = seen;
    const { options, view } = this;
    await pace();
    const model = modelOf(digest, article);
    await pace();
    if (this.closed || this.seen !== seen) return;
    const languages = view.navigator.languages || [];
    const messages = messagesFor(
      [options.language, digest.language, this.document.documentElement.lang, ...languages],
      options.messages,
    );
    const f = formatter(messages, { languages, sample: model.text });
    const language = digest.language || messages.lang;
    const side = first ? this.sideOf(messages) : this.state.side;
    const begins = this.uninvited ? this.dock.fitted(side, this.passageBoxes(model)) : {};
    this.uninvited = false;
    this.set({
      ...begins,
      status: 'ready',
      model,
      messages,
      f,
      side,
      drawn: first ? 1 : SECTIONS,
      chosen: this.extra?.sameItem(this.state.model, model, this.state.chosen) ?? null,
      hover: null,
      times: {
        article: f.readingTime(model.text, language),
        gist: f.readingTime(summary.map((s) => s.text).join(' '), language),
      },
      announcement: f.say(first ? 'ready' : 'updated'),
    });
    // What stands below comes after what is read first.
    while (this.state.drawn < SECTIONS) {
      await pace();
      if (this.closed || this.state.model !== model) return;
      this.set({ drawn: this.state.drawn + 1 });
    }
    this.extra?.paint(this);
    this.emit('digest', { digest, article });
  }

  /**
   * @param {'empty'|'error'} status
   * @param {any} [error]
   */
  fail(status, error) {
    this.painter?.show('chosen', null);
    this.seen = '';
    this.uninvited = false;
    this.set({
      status,
      error: error ? error.code || error.message || String(error) : '',
      model: /** @type {any} */ (null),
      times: null,
      chosen: null,
    });
    this.set({ announcement: this.state.f.say(`${status}Title`) });
    this.emit('error', { status, error: error ?? new KhulasaError('no-article', 'no article found') });
  }

  // ---- passages --------------------------------------------------------------

  /**
   * Where an item stands in the page now: by its exact place, else by its words and
   * what stood around them.
   * @param {Item} item
   * @returns {Range|null}
   */
  rangeOf(item) {
    const known = this.ranges.get(item.id);
    if (known?.startContainer.isConnected && sameWords(known.toString(), item.text)) return known;
    let range = null;
    try {
      range = this.reading?.range(item.span) || null;
    } catch {
      // The nodes that were read are gone: the words may still be there.
    }
    if (range && (!range.startContainer.isConnected || !sameWords(range.toString(), item.text))) range = null;
    range ||= this.extra?.seek(this, item) ?? null;
    this.ranges.set(item.id, range);
    return range;
  }

  /**
   * @param {Model|null} [model]
   * @returns {DOMRect[]} boxes of some of its paragraphs, to know where the article's text stands
   */
  passageBoxes(model = this.state.model) {
    const items = [...(model?.items.values() || [])].filter((item) => item.span.block != null);
    const some = items
      .filter((item) => item.type === 'sentence')
      .concat(items)
      .slice(0, 8);
    return some
      .flatMap((item) => {
        let box = this.rangeOf(item)?.startContainer.parentElement;
        while (box && /^inline/.test(this.view.getComputedStyle(box).display)) box = box.parentElement;
        return box?.getBoundingClientRect() || [];
      })
      .filter((box) => box.width > 0);
  }

  // ---- what a reader does ----------------------------------------------------

  /**
   * Shows an item's passage in the page; choosing it again lets go of it.
   * @param {string|null} id
   * @returns {void|Promise<void>} settles when it is shown
   */
  choose(id) {
    const { model, chosen } = this.state;
    if (!model) return;
    const item = id && id !== chosen ? model.items.get(id) : null;
    this.set({ chosen: item ? item.id : null, note: '', hover: null });
    if (item) return this.act((use) => (this.state.chosen === item.id ? use.show(this) : undefined));
    this.painter?.show('chosen', null);
  }

  /** @param {string|null} id */
  point(id) {
    this.extra?.point(this, id);
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    const { menu, searching, chosen } = this.state;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      if (menu) this.openMenu(null);
      else if (searching) this.search(false);
      else if (chosen) this.choose(chosen);
      else this.close();
      return;
    }
    if (menu && event.key === 'Tab') this.openMenu(null);
    const target = /** @type {HTMLElement} */ (event.target);
    if (/^([/njpk]|Arrow(Up|Down))$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey)
      this.act((use) => use.onKey(this, event, target));
  }

  /**
   * A press or a key on what the sidebar is moved by.
   * @param {'dragWidth'|'keyWidth'|'dragSheet'|'stepSheet'} deed
   * @param {any} event
   */
  drag(deed, event) {
    const held = event.currentTarget;
    this.act((use) => use[deed](this.dock, event, held));
  }

  /** @param {string} tab */
  async setTab(tab) {
    // The timeline's scale and the cast stand above the lists: they are waited for, so that nothing is pushed down.
    if (!this.extra) await this.use();
    this.set({
      tab,
      voice: null,
      query: '',
      searching: false,
      ...(this.state.narrow && this.state.sheet === 'peek' ? { sheet: 'half' } : {}),
    });
    this.shadow.querySelector('.body')?.scrollTo({ top: 0 });
  }

  /** @param {State['length']} length */
  setLength(length) {
    this.set({ length });
    this.remember({ length });
    return this.act((use) => use.lengthen(this));
  }

  /**
   * @param {boolean} collapsed
   * @param {boolean} [byHand] a reader did it, who will want it so the next time
   */
  fold(collapsed, byHand = false) {
    const inside = this.shadow.activeElement;
    this.uninvited = false;
    this.set({ collapsed, menu: null, sheet: 'half' });
    if (byHand) this.remember({ collapsed });
    if (inside) this.focusOn(collapsed ? '.tab-handle' : 'h2');
    this.emit(collapsed ? 'fold' : 'unfold');
  }

  /** @param {boolean} searching */
  search(searching) {
    this.set({ searching, query: '', ...(this.state.narrow && searching ? { sheet: 'full' } : {}) });
    if (!searching) return this.focusOn('.title .tool');
    return this.act(() => this.state.searching && this.focusOn('input'));
  }

  foundCount() {
    return [...this.state.model.items.values()].filter(this.shown).length;
  }

  /**
   * @param {Item} item
   * @returns {boolean} whether the search leaves it standing
   */
  shown(item) {
    return !this.state.query || !this.matches || this.matches(item);
  }

  /** @param {string|null} menu `more`, `share`, or null to close */
  openMenu(menu) {
    const before = this.state.menu;
    this.set({ menu });
    if (!menu) return this.focusOn(before ? `[data-menu=${before}]` : '');
    return this.act((use) => use.openMenu(this));
  }

  /** @param {string} selector */
  focusOn(selector) {
    if (selector) /** @type {HTMLElement|null} */ (this.shadow.querySelector(selector))?.focus({ preventScroll: true });
  }

  heading() {
    return /** @type {HTMLElement|null} */ (this.shadow.querySelector('h2'));
  }

  // ---- what is loaded on demand ----------------------------------------------

  /**
   * Loads what a reader's first view does not need: choosing and painting, the search, what is dragged.
   * @returns {Promise<Use|null>} null where it could not be loaded
   */
  use() {
    this.asked ||= import('./use.jsx').then(
      (use) => {
        if (this.closed) return null;
        use.dress(this);
        this.extra = use;
        this.set({ note: '' });
        return use;
      },
      () => {
        // A line that is down may be up again: the next press asks anew.
        this.asked = null;
        return null;
      },
    );
    return this.asked;
  }

  /** A first sign that a reader will ask for it: a press then finds it there. */
  hint() {
    if (this.hinted) return;
    this.hinted = true;
    this.use();
  }

  /**
   * Does what it knows to do: at once where it is there, since a browser lets a page copy
   * only within a press. Where it cannot be loaded the reader is told.
   * @template T
   * @param {(use: Use) => T} deed
   * @returns {T|Promise<T|undefined>}
   */
  act(deed) {
    return this.extra ? deed(this.extra) : this.use().then((use) => (use ? deed(use) : this.unavailable()));
  }

  /** @returns {undefined} */
  unavailable() {
    const said = this.state.f.say('unavailable');
    this.set({ menu: null, searching: false, chosen: null, note: said, announcement: said });
  }

  // ---- the page --------------------------------------------------------------

  listen() {
    const { view, document } = this;
    const signal = this.ending.signal;
    view.addEventListener('resize', () => this.set({ narrow: this.dock.narrow }), { signal, passive: true });
    this.scheme.addEventListener('change', () => this.set({}), { signal });
    view.addEventListener('pointermove', (event) => this.overPage(event), { signal, passive: true });
    for (const sign of ['pointerover', 'pointerdown', 'focusin'])
      this.shadow.addEventListener(sign, () => this.hint(), { signal, passive: true });
    if (this.options.watch === false || this.options.digest) return;

    const again = () => {
      view.clearTimeout(this.timer);
      this.timer = view.setTimeout(() => this.readAgain(), SETTLE);
    };
    const moved = () => document.location.href.split('#')[0] !== (this.href || '').split('#')[0];
    this.observer = new view.MutationObserver((records) => {
      const { root } = this;
      const inside = root?.isConnected && records.some((record) => root.contains(record.target));
      if (inside || !root?.isConnected || moved()) again();
    });
    this.observer.observe(document.body || document.documentElement, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    view.addEventListener('popstate', () => moved() && again(), { signal });
  }

  /** The page changed and has settled. */
  readAgain() {
    if (this.closed || this.options.digest) return;
    const { href } = this.document.location;
    if (href !== this.href) {
      this.href = href;
      this.set({ chosen: null, voice: null });
      this.painter?.show('chosen', null);
    }
    this.read();
  }

  /** @param {PointerEvent} event over the page, or over us */
  overPage(event) {
    const { status, collapsed } = this.state;
    if (status !== 'ready' || collapsed || event.pointerType === 'touch') return;
    if (this.extra) this.extra.overPage(this, event);
    else if (this.root?.contains(/** @type {Node} */ (event.target))) this.hint();
  }

  /** Takes everything back: the page is as it was. */
  close() {
    if (this.closed) return;
    const inside = this.document.activeElement === this.host;
    this.ending.abort();
    this.observer?.disconnect();
    this.view.clearTimeout(this.timer);
    this.painter?.clear();
    this.dock.undo();
    render(null, this.shadow);
    this.shadow.adoptedStyleSheets = [];
    this.host.removeAttribute('translate');
    if (!this.options.host) this.host.remove();
    this.ranges.clear();
    this.reading?.free();
    this.reading = null;
    this.root = null;
    if (inside && this.before instanceof this.view.HTMLElement) this.before.focus({ preventScroll: true });
    this.emit('close');
  }
}

/**
 * A host's shadow root. One that is closed is known only to who made it, and an element
 * that is taken out and put back keeps its own.
 * @type {WeakMap<HTMLElement, ShadowRoot>}
 */
const SHADOWS = new WeakMap();

/**
 * @param {HTMLElement} host
 * @param {'open'|'closed'} mode
 */
function shadowOf(host, mode) {
  const shadow = SHADOWS.get(host) || host.attachShadow({ mode });
  SHADOWS.set(host, shadow);
  return shadow;
}

/**
 * White space in the page may be wrapped differently from the block's.
 * @param {string} a
 * @param {string} b
 */
function sameWords(a, b) {
  return a === b || a.replace(/\s+/g, '') === b.replace(/\s+/g, '');
}
