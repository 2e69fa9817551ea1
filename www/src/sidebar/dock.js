/**
 * Where the sidebar stands: docked at a side, a bottom sheet on narrow windows, or
 * folded to a tab. What moves it by hand is drag.js.
 *
 * @typedef {import('./sidebar.js').Sidebar} Sidebar
 */
import { adopt, unadopt } from '../adopt.js';

export const LEAST = 300;
const MOST = 640;
/** Below this a docked sidebar would leave no readable column beside it. */
const NARROW = 720;
/** CSS pixels of a folded sheet: its grip and its head. */
export const PEEK = 84;
/** CSS pixels that a sheet of half the window has at least. */
const HALF = 320;
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
    /** Whether a finger has pulled it: the click that follows is none. */
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

  undo() {
    if (this.made) unadopt(this.sidebar.document, this.room);
    this.made = false;
    this.rule = '';
    this.looked = [];
  }
}
