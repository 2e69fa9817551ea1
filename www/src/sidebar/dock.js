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
    const { sheet } = this.sidebar.state;
    const all = this.view.innerHeight;
    return sheet === 'peek' ? PEEK : Math.round(all * (sheet === 'full' ? 0.92 : 0.52));
  }

  /** @returns {{top: number, bottom: number}} what we cover of the window's height */
  get covered() {
    const { narrow, collapsed } = this.sidebar.state;
    return { top: 0, bottom: narrow && !collapsed ? this.height : 0 };
  }

  /** Puts the host where the state says. */
  place() {
    const { side, narrow, collapsed, printing } = this.sidebar.state;
    const at = printing
      ? 'position:static!important;width:auto!important'
      : collapsed
        ? narrow
          ? `bottom:16px!important;${side}:16px!important`
          : `top:38%!important;${side}:0!important`
        : narrow
          ? `left:0!important;right:0!important;bottom:0!important;height:${this.height}px!important`
          : `top:0!important;bottom:0!important;${side}:0!important;width:${this.width}px!important`;
    this.sheet.replaceSync(`:host{${at}}`);
    this.makeRoom();
  }

  /**
   * Where the sidebar would stand on the article's text, the page gives way by a margin
   * of its root element, in a style sheet of ours that closing takes back.
   */
  makeRoom() {
    const { side, narrow, collapsed } = this.sidebar.state;
    const { document } = this.sidebar;
    let rule = '';
    if (this.sidebar.options.room !== false && !collapsed) {
      if (narrow) rule = `padding-bottom:${this.height}px!important`;
      else if (this.covers()) rule = `margin-${side}:${this.width}px!important`;
    }
    if (rule === this.rule) return;
    this.rule = rule;
    this.room.replaceSync(rule ? `@media screen{:root{${rule}}}` : '');
    if (rule && !this.made) adopt(document, this.room);
    if (!rule && this.made) unadopt(document, this.room);
    this.made = Boolean(rule);
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
    const start = event.timeStamp;
    const height = this.height;
    this.dragged = false;
    let now = height;
    const move = (/** @type {PointerEvent} */ to) => {
      if (Math.abs(to.clientY - from) > 6) this.dragged = true;
      if (!this.dragged) return;
      now = Math.max(PEEK, Math.min(this.view.innerHeight * 0.94, height + from - to.clientY));
      this.sheet.replaceSync(
        `:host{left:0!important;right:0!important;bottom:0!important;height:${now}px!important;transition:none!important}`,
      );
    };
    const end = (/** @type {PointerEvent} */ up) => {
      grip.removeEventListener('pointermove', move);
      if (!this.dragged) return;
      const all = this.view.innerHeight;
      const speed = (now - height) / Math.max(1, up.timeStamp - start);
      const aim = now + speed * 180;
      /** @type {Array<[string, number]>} */
      const stops = [
        ['peek', PEEK],
        ['half', all * 0.52],
        ['full', all * 0.92],
      ];
      stops.sort((a, b) => Math.abs(a[1] - aim) - Math.abs(b[1] - aim));
      if (aim < PEEK * 0.4) this.sidebar.fold(true);
      else this.sidebar.set({ sheet: stops[0][0] });
      if (host.isConnected) this.place();
    };
    grip.addEventListener('pointermove', move);
    grip.addEventListener('lostpointercapture', (up) => end(/** @type {PointerEvent} */ (up)), { once: true });
  }

  /** @param {Event} event */
  stepSheet(event) {
    event.preventDefault();
    // The click that ends a drag is no click.
    if (this.dragged) {
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
  }
}
