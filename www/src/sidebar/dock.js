/**
 * Where the sidebar stands: docked at a side, a bottom sheet on narrow windows, or
 * folded to a tab. It keeps off the text that it highlights.
 *
 * @typedef {import('./sidebar.js').Sidebar} Sidebar
 */
import { adopt, unadopt } from '../highlight.js';

const LEAST = 300;
const MOST = 640;
/** Below this a docked sidebar would leave no readable column beside it. */
const NARROW = 720;
/** CSS pixels of a folded sheet: its grip and its head. */
const PEEK = 84;
/** CSS pixels that a sheet of half the window has at least. */
const HALF = 320;
/** Milliseconds in which a finger's last way counts as its speed, and after which it rests. */
const FLICK = 100;
/** CSS pixels between the passage and the sidebar. */
const GUTTER = 16;

export class Dock {
  /** @param {Sidebar} sidebar */
  constructor(sidebar) {
    this.sidebar = sidebar;
    this.view = /** @type {Window & typeof globalThis} */ (sidebar.document.defaultView);
    /** Rules on the host itself, inside the shadow root, where no page rule reaches. */
    this.sheet = new this.view.CSSStyleSheet();
    /** The room made in the page beside the sidebar; adopted only while it is needed. */
    this.room = new this.view.CSSStyleSheet();
    this.made = false;
    this.rule = '';
    this.at = '';
    /** @type {unknown[]} what the room was last made for */
    this.looked = [];
    this.least = LEAST;
    this.dragged = false;
  }

  get most() {
    return Math.max(LEAST, Math.min(MOST, Math.round(this.view.innerWidth * 0.6)));
  }

  get narrow() {
    return this.view.innerWidth < NARROW;
  }

  get width() {
    return Math.min(this.most, Math.max(LEAST, this.sidebar.state.width));
  }

  /** @returns {number} CSS pixels that the bottom sheet takes of the window */
  get height() {
    return this.heightOf(this.sidebar.state.sheet);
  }

  /** @param {string} sheet @returns {number} CSS pixels */
  heightOf(sheet) {
    const full = Math.round(this.view.innerHeight * 0.92);
    // Half of a low window (a phone on its side, a zoom of 200 %) would be all head and foot.
    const half = Math.min(full, Math.max(HALF, Math.round(this.view.innerHeight * 0.52)));
    return sheet === 'peek' ? PEEK : sheet === 'full' ? full : half;
  }

  /** @returns {{top: number, bottom: number}} what we cover of the window's height */
  get covered() {
    const { narrow, collapsed } = this.sidebar.state;
    return { top: 0, bottom: narrow && !collapsed ? this.height : 0 };
  }

  /** Puts the host where the state says. */
  place() {
    const { side, narrow, collapsed, printing } = this.sidebar.state;
    const at = this.sidebar.uninvited
      ? 'display:none!important'
      : printing
        ? 'position:static!important;width:auto!important'
        : collapsed
          ? narrow
            ? `bottom:16px!important;${side}:16px!important`
            : `top:38%!important;${side}:0!important`
          : narrow
            ? `left:0!important;right:0!important;bottom:0!important;height:${this.height}px!important`
            : `top:0!important;bottom:0!important;${side}:0!important;width:${this.width}px!important`;
    if (at !== this.at) {
      this.at = at;
      this.sheet.replaceSync(`:host{${at}}`);
    }
    this.makeRoom();
  }

  /**
   * Where the sidebar would stand on the article's text, the page gives way by a margin
   * of its root element, in a style sheet of ours that closing takes back.
   * @param {boolean} [anew] look again, though nothing of ours has changed
   */
  makeRoom(anew = false) {
    const { side, narrow, collapsed, model } = this.sidebar.state;
    const { document } = this.sidebar;
    // Where the text stands is asked for only then: it makes the browser lay the page out at once.
    const now = [side, narrow, collapsed, model, this.width, this.height, this.view.innerWidth];
    if (!anew && now.every((value, i) => value === this.looked[i])) return;
    this.looked = now;
    let rule = '';
    if (this.sidebar.options.room !== false && !collapsed) {
      if (narrow) rule = `padding-bottom:${this.height}px!important`;
      else if (this.covers()) rule = `margin-${side}:${this.width}px!important`;
    }
    if (rule === this.rule) return;
    this.rule = rule;
    // Named, so that the extension knows its own where it was reloaded meanwhile.
    this.room.replaceSync(rule ? `@media screen{:root{--khulasa-room:1;${rule}}}` : '');
    if (rule && !this.made) adopt(document, this.room);
    if (!rule && this.made) unadopt(document, this.room);
    this.made = Boolean(rule);
  }

  /**
   * How it begins where nobody asked for it: as wide as the page's text leaves room for, else as
   * a tab. The page is not moved under a reader's eyes.
   * @param {string} side
   * @param {DOMRect[]} boxes of the article's text
   */
  fitted(side, boxes) {
    const edge = this.view.document.documentElement.clientWidth;
    const free = Math.min(...boxes.map((box) => (side === 'right' ? edge - box.right : box.left))) - GUTTER;
    return free < LEAST ? { collapsed: true } : { collapsed: false, width: Math.min(this.width, Math.floor(free)) };
  }

  /** Whether the sidebar stands on text of the article, the room it has now apart. */
  covers() {
    const { side } = this.sidebar.state;
    const { innerWidth } = this.view;
    const given = this.made && (this.rule || '').startsWith('margin') ? this.width : 0;
    for (const box of this.sidebar.passageBoxes()) {
      // With a margin given, a centred column has moved by up to half of it.
      const shift = given / 2;
      if (side === 'right' && box.right + shift > innerWidth - this.width - GUTTER) return true;
      if (side === 'left' && box.left - shift < this.width + GUTTER) return true;
    }
    return false;
  }

  /**
   * Moves aside where the passage is still under the sidebar: to the other side where
   * that is free.
   * @param {Range} range
   */
  keepOff(range) {
    this.makeRoom(true);
    const { side, narrow, collapsed } = this.sidebar.state;
    if (narrow && this.sidebar.state.sheet === 'full') this.sidebar.set({ sheet: 'half' });
    if (narrow || collapsed) return;
    const box = range.getBoundingClientRect();
    if (!box.width) return;
    const { innerWidth } = this.view;
    const overRight = box.right > innerWidth - this.width;
    const overLeft = box.left < this.width;
    if (side === 'right' ? overRight && !overLeft : overLeft && !overRight) {
      this.sidebar.set({ side: side === 'right' ? 'left' : 'right' });
    }
  }

  /** @param {PointerEvent} event */
  dragWidth(event) {
    const { side } = this.sidebar.state;
    const edge = /** @type {HTMLElement} */ (event.currentTarget);
    event.preventDefault();
    edge.setPointerCapture(event.pointerId);
    const from = event.clientX;
    const width = this.width;
    const move = (/** @type {PointerEvent} */ to) => {
      this.setWidth(width + (side === 'right' ? from - to.clientX : to.clientX - from));
    };
    const end = () => {
      edge.removeEventListener('pointermove', move);
      this.sidebar.remember({ width: this.width });
    };
    edge.addEventListener('pointermove', move);
    edge.addEventListener('lostpointercapture', end, { once: true });
  }

  /** @param {KeyboardEvent} event */
  keyWidth(event) {
    const { side } = this.sidebar.state;
    const wider = side === 'right' ? 'ArrowLeft' : 'ArrowRight';
    const step = event.key === wider ? 16 : event.key === 'ArrowLeft' || event.key === 'ArrowRight' ? -16 : 0;
    const width = event.key === 'Home' ? LEAST : event.key === 'End' ? this.most : this.width + step;
    if (width === this.width) return;
    event.preventDefault();
    event.stopPropagation();
    this.setWidth(width);
    this.sidebar.remember({ width: this.width });
  }

  /** @param {number} width */
  setWidth(width) {
    this.sidebar.set({ width: Math.round(Math.min(this.most, Math.max(LEAST, width))) });
  }

  /**
   * Follows a finger, then settles at the nearest of the three heights; a quick pull
   * decides by its direction.
   * @param {PointerEvent} event
   */
  dragSheet(event) {
    const grip = /** @type {HTMLElement} */ (event.currentTarget);
    grip.setPointerCapture(event.pointerId);
    const { host } = this.sidebar;
    const from = event.clientY;
    const height = this.height;
    this.dragged = false;
    let now = height;
    /** @type {Array<{time: number, at: number}>} where the finger was, for how fast it let go */
    const trace = [];
    const done = new AbortController();
    const move = (/** @type {PointerEvent} */ to) => {
      if (Math.abs(to.clientY - from) > 6) this.dragged = true;
      if (!this.dragged) return;
      now = Math.min(this.view.innerHeight * 0.94, height + from - to.clientY);
      trace.push({ time: to.timeStamp, at: now });
      this.at = '';
      this.sheet.replaceSync(
        `:host{left:0!important;right:0!important;bottom:0!important;height:${Math.max(PEEK, now)}px!important;transition:none!important}`,
      );
    };
    const end = (/** @type {PointerEvent} */ up) => {
      done.abort();
      if (!this.dragged) return;
      const all = this.view.innerHeight;
      // A finger that rests before it lifts means the place; one that flicks means the way.
      const last = trace[trace.length - 1];
      const first = trace.find(({ time }) => last.time - time < FLICK) || last;
      const rested = up.timeStamp - last.time > FLICK;
      const speed = rested ? 0 : (last.at - first.at) / Math.max(1, last.time - first.time);
      const aim = now + Math.max(-0.35, Math.min(0.35, (speed * 180) / all)) * all;
      const away = (/** @type {string} */ sheet) => Math.abs(this.heightOf(sheet) - aim);
      const [nearest] = ['peek', 'half', 'full'].sort((a, b) => away(a) - away(b));
      if (now < PEEK * 0.4) this.sidebar.fold(true, true);
      else this.sidebar.set({ sheet: nearest });
      if (host.isConnected) this.place();
    };
    grip.addEventListener('pointermove', move, { signal: done.signal });
    // What the browser takes over (`pointercancel`) ends it as a finger that lifts does.
    for (const type of /** @type {const} */ (['pointerup', 'pointercancel']))
      grip.addEventListener(type, end, { signal: done.signal });
  }

  /** @param {MouseEvent} event */
  stepSheet(event) {
    event.preventDefault();
    // The click that ends a drag is no click; one that a key makes has no `detail`.
    if (this.dragged && event.detail) {
      this.dragged = false;
      return;
    }
    const { sheet } = this.sidebar.state;
    this.sidebar.set({ sheet: sheet === 'peek' ? 'half' : sheet === 'half' ? 'full' : 'peek' });
  }

  undo() {
    if (this.made) unadopt(this.sidebar.document, this.room);
    this.made = false;
    this.rule = '';
    this.looked = [];
  }
}
