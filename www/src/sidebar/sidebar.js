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
 *
 * @typedef {object} MountOptions
 * @property {Document} [document] the page; this one
 * @property {Element|string} [article] the article's element or a selector of it;
 *   found where it is absent
 * @property {Digest} [digest] a digest made elsewhere: nothing is computed or loaded
 * @property {Article} [blocks] the article that digest's spans count in
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
 * @property {Record<string, boolean>} wide sections shown whole
 * @property {'short'|'medium'|'long'} length
 * @property {string} theme
 * @property {string|null} chosen id of an item
 * @property {string|null} hover
 * @property {string} query
 * @property {boolean} searching
 * @property {string|null} menu
 * @property {string} announcement for the live region
 * @property {string} note beside the chosen item's tools
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
import { h, render } from 'preact';
import { KhulasaError } from '../error.js';
import { caretAt, findAgain, Painter, reveal } from '../highlight.js';
import { paced } from '../rest.js';
import { Dock } from './dock.js';
import { Emitter } from './emitter.js';
import { formatter } from './format.js';
import { messagesFor } from './messages/index.js';
import { matcher, modelOf } from './model.js';
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

/** Where a digest's list of each type stands. */
const LISTS = /** @type {Record<string, 'summary'|'figures'|'dates'|'quotes'>} */ ({
  sentence: 'summary',
  figure: 'figures',
  date: 'dates',
  quote: 'quotes',
});

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
    this.painter = new Painter();
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
    /** @type {typeof import('./more.jsx')|null} what is loaded on demand, once it is */
    this.extra = null;
    /** @type {Promise<typeof import('./more.jsx')|null>|null} */
    this.asked = null;
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
    render(h(Panel, { sidebar: this }), this.shadow);
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
    try {
      if (this.options.digest) {
        this.root = this.element() || this.document.body;
        await this.take(this.options.digest, this.options.blocks || null);
        return;
      }
      const core = await this.means.load();
      if (stale()) return;
      const found = await this.means.find(this.document, this.options.article);
      if (stale()) return;
      const reading = found && this.readArticle(core, found);
      if (!reading) {
        this.fail('empty');
        return;
      }
      const pace = paced();
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

  /**
   * @param {Core} core
   * @param {import('../find.js').Found} found
   * @returns {Reading|null} null where it is not enough for an article
   */
  readArticle(core, found) {
    const { options } = this;
    const { root, ...about } = found;
    this.root = root;
    const given = Object.fromEntries(
      Object.entries({ ...about, published: options.published || about.published }).filter(
        ([, value]) => value != null,
      ),
    );
    const reading = core.read(root, given);
    const running = reading.article.blocks.filter((block) => block.text.length >= LEAST_BLOCK);
    const text = running.reduce((sum, block) => sum + block.text.length, 0);
    if (text >= LEAST_TEXT || options.article) return reading;
    reading.free();
    return null;
  }

  /** @returns {Element|null} the element that the host page names */
  element() {
    const { article } = this.options;
    if (article && typeof article !== 'string') return article;
    return typeof article === 'string' ? this.document.querySelector(article) : null;
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
      this.paint();
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
    const same = (/** @type {string|null} */ id) => sameItem(this.state.model, model, id);
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
      chosen: same(this.state.chosen),
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
    this.paint();
    this.emit('digest', { digest, article });
  }

  /**
   * @param {'empty'|'error'} status
   * @param {any} [error]
   */
  fail(status, error) {
    this.painter.show('chosen', null);
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
    if (!range) {
      const root = this.root?.isConnected ? this.root : this.document.body;
      range = findAgain(item.span.block == null ? this.document.body : root, item.text, {
        before: item.around.slice(0, item.at),
        after: item.around.slice(item.at + item.text.length),
      });
    }
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

  /** Lights up what is chosen, after it was chosen or the page was read again. */
  paint() {
    const { chosen, model } = this.state;
    const item = chosen && model?.items.get(chosen);
    this.painter.show('chosen', item ? this.rangeOf(item) : null);
  }

  /**
   * Shows an item's passage in the page; choosing it again lets go of it.
   * @param {string|null} id
   */
  choose(id) {
    const { model, f, chosen } = this.state;
    if (!model) return;
    const item = id && id !== chosen ? model.items.get(id) : null;
    this.set({ chosen: item ? item.id : null, note: '', hover: null });
    if (!item) {
      this.painter.show('chosen', null);
      return;
    }
    // A chosen item has buttons for copying below it.
    this.more();
    const range = this.rangeOf(item);
    this.painter.show('hover', null);
    this.painter.show('chosen', range);
    if (range) {
      this.dock.keepOff(range);
      reveal(range, this.dock.covered);
    }
    this.set({
      announcement: range ? f.say('shown', { text: item.text }) : f.say('lost'),
      note: range ? '' : f.say('lost'),
    });
    this.emit('choose', { item: this.publicItem(item), range });
  }

  /**
   * Goes to an item's own place in the sidebar and chooses it.
   * @param {string} id
   */
  go(id) {
    const item = this.state.model?.items.get(id);
    if (!item) return;
    const tab = /** @type {Record<string, string>} */ ({
      figure: 'figures',
      date: 'dates',
      quote: 'quotes',
      sentence: 'all',
    })[item.type];
    const mentions = () => this.pick(id) || this.pick(this.cardOf(item));
    if (!mentions())
      this.set({
        query: '',
        voice: null,
        wide: { figures: true, dates: true, quotes: true },
        tab: this.state.tab === 'all' ? 'all' : tab,
      });
    if (!mentions()) this.set({ tab });
    if (this.state.chosen !== id) this.choose(id);
    const button = mentions();
    button?.focus({ preventScroll: true });
    button?.scrollIntoView({ block: 'nearest' });
    this.emit('show', { item: this.publicItem(item) });
  }

  /**
   * The next or previous item, in the order of the article.
   * @param {number} by 1 or -1
   */
  step(by) {
    const { chosen } = this.state;
    const ids = this.visible();
    // A number's second mention stands on the card of its first.
    const item = chosen ? this.state.model.items.get(chosen) : null;
    const here = item && !ids.includes(item.id) ? this.cardOf(item) : chosen;
    const at = here ? ids.indexOf(here) : by > 0 ? -1 : 0;
    if (!ids.length) return;
    this.go(ids[(at + by + ids.length) % ids.length]);
  }

  /** @returns {string[]} ids of the items that stand in the panel, in its order */
  visible() {
    return Array.from(this.shadow.querySelectorAll('[data-item]'), (button) => button.getAttribute('data-item') || '');
  }

  /**
   * @param {string|undefined} id
   * @returns {HTMLElement|null}
   */
  pick(id) {
    return id ? /** @type {HTMLElement|null} */ (this.shadow.querySelector(`[data-item="${id}"]`)) : null;
  }

  /**
   * A number that is mentioned again has one card.
   * @param {Item} item
   * @returns {string|undefined} id of the first mention
   */
  cardOf(item) {
    for (const group of this.state.model?.figures || []) {
      for (const view of [...group.cards, ...group.charts.flatMap((/** @type {any} */ chart) => chart.rows)]) {
        if (view.mentions.includes(item)) return view.item.id;
      }
    }
    return undefined;
  }

  /**
   * Shows softly where an item stands, while a pointer or the focus rests on it.
   * @param {string|null} id
   */
  point(id) {
    const item = id && id !== this.state.chosen ? this.state.model?.items.get(id) : null;
    this.painter.show('hover', item ? this.rangeOf(item) : null);
  }

  /**
   * @param {Item} item
   * @returns {object} the digest's own entry, for events
   */
  publicItem(item) {
    const list = LISTS[item.type];
    return { type: item.type, index: item.index, value: this.state.model.digest[list][item.index] };
  }

  /**
   * @param {Item} item
   * @returns {string} what stands for it on a chip
   */
  nameOf(item) {
    const { digest } = this.state.model;
    if (item.type === 'quote') return digest.quotes[item.index].speaker?.name || item.text;
    if (item.type === 'date') return this.state.f.date(digest.dates[item.index]);
    return item.text;
  }

  // ---- what a reader does ----------------------------------------------------

  /** @param {KeyboardEvent} event */
  onKey(event) {
    const { menu, searching, chosen, tab } = this.state;
    const target = /** @type {HTMLElement} */ (event.target);
    const typing = target.localName === 'input';
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      if (menu) this.openMenu(null);
      else if (searching) this.search(false);
      else if (chosen) this.choose(chosen);
      else this.close();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || (typing && !/^Arrow(Up|Down)$/.test(event.key))) return;
    if (menu && event.key === 'Tab') this.openMenu(null);
    if (event.key === '/') {
      event.preventDefault();
      this.search(true);
    } else if (event.key === 'n' || event.key === 'j') this.step(1);
    else if (event.key === 'p' || event.key === 'k') this.step(-1);
    else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && tab && target.closest('.pick, .body, .search')) {
      const picks = /** @type {HTMLElement[]} */ ([...this.shadow.querySelectorAll('[data-item]')]);
      const at = picks.indexOf(/** @type {HTMLElement} */ (target.closest('.pick')));
      const to = picks[at + (event.key === 'ArrowDown' ? 1 : -1)];
      if (!to) return;
      event.preventDefault();
      to.focus();
    }
  }

  /** @param {string} tab */
  setTab(tab) {
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
  async setLength(length) {
    this.set({ length });
    this.remember({ length });
    const { reading } = this;
    const pace = paced();
    const digest = await reading?.digestInParts({ length, house: this.options.house }, pace);
    if (!reading || !digest || this.closed || this.reading !== reading || this.state.length !== length) return;
    await this.take(digest, reading.article, pace);
  }

  /** @param {string} theme */
  setTheme(theme) {
    this.set({ theme });
    this.remember({ theme });
  }

  /** @param {string} side */
  move(side) {
    this.set({ side });
    this.remember({ side });
    this.focusOn('[data-menu=more]');
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
    this.focusOn(searching ? 'input' : '.title .tool');
  }

  /** @param {string} query */
  find(query) {
    this.matches = query.trim() ? matcher(query) : null;
    this.set({ query });
    this.set({ announcement: query ? this.state.f.say('found', { n: this.foundCount() }) : '' });
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
  async openMenu(menu) {
    const before = this.state.menu;
    this.set({ menu });
    if (menu && !this.extra) await this.more();
    if (menu !== this.state.menu) return;
    this.focusOn(menu ? '[role^=menuitem]' : before ? `[data-menu=${before}]` : '');
  }

  /** @param {string} selector */
  focusOn(selector) {
    if (selector) /** @type {HTMLElement|null} */ (this.shadow.querySelector(selector))?.focus({ preventScroll: true });
  }

  heading() {
    return /** @type {HTMLElement|null} */ (this.shadow.querySelector('h2'));
  }

  // ---- sharing ---------------------------------------------------------------

  /**
   * What only some readers ask for (menus, sharing, printing), loaded when the first sign of
   * asking is seen, so that a press finds it there: a browser lets a page copy only at once.
   * @returns {Promise<typeof import('./more.jsx')|null>} null where it could not be loaded
   */
  more() {
    this.asked ||= import('./more.jsx').then(
      (more) => {
        if (!this.closed) more.dress(this);
        this.extra = more;
        this.set({});
        return more;
      },
      () => {
        // A line that is down may be up again: the next press asks anew.
        this.asked = null;
        const said = this.state.f.say('unavailable');
        this.set({ menu: null, note: said, announcement: said });
        return null;
      },
    );
    return this.asked;
  }

  /** @param {'text'|'markdown'|'json'} form */
  async share(form) {
    return (this.extra || (await this.more()))?.share(this, form);
  }

  /** @param {Item} item */
  async copyItem(item) {
    return (this.extra || (await this.more()))?.copyItem(this, item);
  }

  /** @param {Item} item copies a link that leads a browser to the passage */
  async copyLink(item) {
    return (this.extra || (await this.more()))?.copyLink(this, item);
  }

  /** Gives the digest to the reader as one HTML file. */
  async save() {
    return (this.extra || (await this.more()))?.save(this);
  }

  /** Prints the digest alone. */
  async print() {
    return (this.extra || (await this.more()))?.print(this);
  }

  // ---- the page --------------------------------------------------------------

  listen() {
    const { view, document } = this;
    const signal = this.ending.signal;
    view.addEventListener('resize', () => this.set({ narrow: this.dock.narrow }), { signal, passive: true });
    this.scheme.addEventListener('change', () => this.set({}), { signal });
    view.addEventListener('pointermove', (event) => this.overPage(event), { signal, passive: true });
    this.shadow.addEventListener(
      'pointerdown',
      (event) => {
        const target = /** @type {Element} */ (event.target);
        if (this.state.menu && !target.closest('.menu, [data-menu]')) this.set({ menu: null });
      },
      { signal },
    );
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
    if (this.closed) return;
    const { href } = this.document.location;
    if (href !== this.href) {
      this.href = href;
      this.set({ chosen: null, voice: null });
      this.painter.show('chosen', null);
    }
    this.read();
  }

  /**
   * A pointer that rests on a passage of the digest shows its item.
   * @param {PointerEvent} event
   */
  overPage(event) {
    if (this.state.status !== 'ready' || this.state.collapsed || event.pointerType === 'touch' || this.waiting) return;
    this.waiting = true;
    const { clientX, clientY, target } = event;
    this.view.requestAnimationFrame(() => {
      this.waiting = false;
      if (this.closed || !this.state.model) return;
      const over =
        target !== this.host && this.root?.contains(/** @type {Node} */ (target))
          ? this.itemAt(clientX, clientY)
          : null;
      if (target === this.host || over === this.state.hover) return;
      this.set({ hover: over });
      if (over) this.pick(over)?.scrollIntoView({ block: 'nearest' });
    });
  }

  /**
   * @param {number} x
   * @param {number} y
   * @returns {string|null} the narrowest item that stands in the panel and holds the point
   */
  itemAt(x, y) {
    const place = caretAt(this.document, x, y);
    if (!place) return null;
    const here = new Set(this.visible());
    let best = null;
    let least = Infinity;
    for (const item of this.state.model.items.values()) {
      const size = item.span.end - item.span.start;
      if (size >= least || !here.has(item.id)) continue;
      const range = this.rangeOf(item);
      try {
        if (range?.isPointInRange(place.node, place.offset)) [best, least] = [item.id, size];
      } catch {
        // A node of another tree.
      }
    }
    return best;
  }

  /** Takes everything back: the page is as it was. */
  close() {
    if (this.closed) return;
    const inside = this.document.activeElement === this.host;
    this.ending.abort();
    this.observer?.disconnect();
    this.view.clearTimeout(this.timer);
    this.painter.clear();
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

/**
 * The item of a new digest that says the same as one of the old.
 * @param {Model|null} old
 * @param {Model} now
 * @param {string|null} id
 * @returns {string|null}
 */
function sameItem(old, now, id) {
  const item = id && old?.items.get(id);
  if (!item) return null;
  for (const other of now.items.values()) {
    if (other.type === item.type && other.text === item.text && other.around === item.around) return other.id;
  }
  return null;
}
