/**
 * Shows a passage in the page without touching the page's nodes: the CSS Custom
 * Highlight API paints it, the window is scrolled to it. Everything set up here is
 * undone by `Painter.clear()`.
 *
 * @typedef {import('./sidebar/types.js').Span} Span
 * @typedef {'chosen'|'hover'} Paint
 */
import { adopt, unadopt } from './adopt.js';

/** The names under which passages are registered in `CSS.highlights`. */
export const HIGHLIGHTS = { chosen: 'khulasa-chosen', hover: 'khulasa-hover' };

/** Passage colours: on a light ground, on a dark one. The pairs hold WCAG AA. */
const GROUNDS = {
  light: { back: '#ffe9a8', hover: '#fff4d3', ink: '#1c1a14' },
  dark: { back: '#5b4a12', hover: '#3d3414', ink: '#fdf6e0' },
};

/**
 * Paints ranges in a document, or in the open shadow root they stand in.
 */
export class Painter {
  constructor() {
    /** @type {Map<Document|ShadowRoot, CSSStyleSheet>} roots that hold our rules */
    this.sheets = new Map();
    /** @type {Set<{CSS: any}>} windows with a registry that we wrote to */
    this.windows = new Set();
  }

  /**
   * @param {Paint} paint
   * @param {Range|null} range null takes the paint away
   */
  show(paint, range) {
    for (const view of this.windows) view.CSS.highlights.delete(HIGHLIGHTS[paint]);
    if (!range) return;
    const root = /** @type {Document|ShadowRoot} */ (range.startContainer.getRootNode());
    const view = /** @type {any} */ (range.startContainer.ownerDocument?.defaultView);
    if (!view?.CSS?.highlights) return;
    this.dress(root, view, groundOf(range));
    const highlight = new view.Highlight(range);
    // The chosen passage wins where a pointer also rests on it.
    highlight.priority = paint === 'chosen' ? 2 : 1;
    view.CSS.highlights.set(HIGHLIGHTS[paint], highlight);
    this.windows.add(view);
  }

  /**
   * @param {Document|ShadowRoot} root
   * @param {any} view
   * @param {typeof GROUNDS.light} ground
   */
  dress(root, view, ground) {
    let sheet = this.sheets.get(root);
    if (!sheet) {
      sheet = /** @type {CSSStyleSheet} */ (new view.CSSStyleSheet());
      this.sheets.set(root, sheet);
      adopt(root, sheet);
    }
    sheet.replaceSync(
      `::highlight(${HIGHLIGHTS.hover}){background-color:${ground.hover};color:${ground.ink}}` +
        `::highlight(${HIGHLIGHTS.chosen}){background-color:var(--khulasa-passage,${ground.back});color:var(--khulasa-passage-ink,${ground.ink})}` +
        `@media (forced-colors:active){::highlight(${HIGHLIGHTS.chosen}){background-color:Highlight;color:HighlightText}}`,
    );
  }

  /** Takes every highlight, registry entry and style rule back. */
  clear() {
    for (const paint of /** @type {Paint[]} */ (['chosen', 'hover'])) this.show(paint, null);
    for (const [root, sheet] of this.sheets) unadopt(root, sheet);
    this.sheets.clear();
    this.windows.clear();
  }
}

/**
 * The colours that stay legible on what the passage stands on, whatever scheme the
 * reader's system asks for: a page need not follow it.
 * @param {Range} range
 */
function groundOf(range) {
  /** @type {Element|null} */
  let element = elementOf(range.startContainer);
  while (element) {
    const m = /rgba?\((\d+)[, ]+(\d+)[, ]+(\d+)(?:[,/ ]+([\d.]+))?/.exec(getComputedStyle(element).backgroundColor);
    if (m && Number(m[4] ?? 1) > 0.5) {
      return 0.299 * +m[1] + 0.587 * +m[2] + 0.114 * +m[3] < 128 ? GROUNDS.dark : GROUNDS.light;
    }
    element = parentOf(element);
  }
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  const dark = /dark/.test(scheme) && (!/light/.test(scheme) || matchMedia('(prefers-color-scheme: dark)').matches);
  return dark ? GROUNDS.dark : GROUNDS.light;
}

/**
 * @param {Node} node
 * @returns {Element|null}
 */
function elementOf(node) {
  return node.nodeType === Node.ELEMENT_NODE ? /** @type {Element} */ (node) : node.parentElement;
}

/**
 * @param {Element} element
 * @returns {Element|null} the parent, through shadow roots
 */
function parentOf(element) {
  return element.parentElement || /** @type {ShadowRoot} */ (element.getRootNode()).host || null;
}

/**
 * Scrolls a passage into the part of the window that nothing of ours covers.
 * @param {Range} range
 * @param {{top?: number, bottom?: number}} [covered] CSS pixels at the window's edges
 */
export function reveal(range, { top = 0, bottom = 0 } = {}) {
  const view = range.startContainer.ownerDocument?.defaultView;
  if (!view) return;
  const behavior = view.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
  for (let box = elementOf(range.startContainer); box; box = parentOf(box)) {
    const { overflowY } = view.getComputedStyle(box);
    if (
      box === view.document.scrollingElement ||
      !/auto|scroll/.test(overflowY) ||
      box.scrollHeight <= box.clientHeight
    )
      continue;
    const frame = box.getBoundingClientRect();
    const passage = range.getBoundingClientRect();
    // Inner scrollers move at once: the window's own way is measured after them.
    if (passage.top < frame.top || passage.bottom > frame.bottom) {
      box.scrollBy({ top: passage.top - frame.top - (frame.height - Math.min(passage.height, frame.height)) / 2 });
    }
  }
  const passage = range.getBoundingClientRect();
  const room = view.innerHeight - top - bottom;
  const margin = Math.max(room * 0.12, (room - passage.height) / 2);
  const by = passage.top - top - margin;
  const fits = passage.top >= top + 72 && passage.bottom <= view.innerHeight - bottom - 24;
  if (!fits && (passage.width || passage.height)) view.scrollBy({ top: by, behavior });
}

/**
 * Finds words again in a page that has changed since it was read: every text node's
 * white space counts as one space; of several places the one whose surroundings agree
 * best is taken.
 *
 * @param {Node} root
 * @param {string} text
 * @param {{before?: string, after?: string}} [around] what stood before and after
 * @returns {Range|null}
 */
export function findAgain(root, text, { before = '', after = '' } = {}) {
  const document = root.ownerDocument || /** @type {Document} */ (root);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  /** @type {Array<[Text, number]>} for each character, its node and place there */
  const places = [];
  let plain = '';
  for (
    let node = /** @type {Text|null} */ (walker.nextNode());
    node;
    node = /** @type {Text|null} */ (walker.nextNode())
  ) {
    const parent = node.parentElement?.localName;
    if (parent === 'script' || parent === 'style') continue;
    for (let i = 0; i < node.data.length; i += 1) {
      const space = /\s/.test(node.data[i]);
      if (space && (plain === '' || plain.endsWith(' '))) continue;
      plain += space ? ' ' : node.data[i];
      places.push([node, i]);
    }
  }
  const wanted = squash(text).trim();
  if (!wanted) return null;
  let best = -1;
  let score = -1;
  for (let at = plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, at + 1)) {
    const agree =
      common(squash(before), plain.slice(0, at), true) + common(squash(after), plain.slice(at + wanted.length), false);
    if (agree > score) [best, score] = [at, agree];
  }
  if (best < 0) return null;
  const range = document.createRange();
  const [first, from] = places[best];
  const [final, to] = places[best + wanted.length - 1];
  range.setStart(first, from);
  range.setEnd(final, to + 1);
  return range;
}

/** @param {string} text */
function squash(text) {
  return text.replace(/\s+/g, ' ');
}

/**
 * @param {string} a
 * @param {string} b
 * @param {boolean} fromEnd
 * @returns {number} characters in which they agree, beside the passage
 */
function common(a, b, fromEnd) {
  let n = 0;
  while (n < a.length && n < b.length && (fromEnd ? a[a.length - 1 - n] === b[b.length - 1 - n] : a[n] === b[n]))
    n += 1;
  return n;
}

/**
 * @param {Document} document
 * @param {number} x
 * @param {number} y
 * @returns {{node: Node, offset: number}|null} the place in the text under a point
 */
export function caretAt(document, x, y) {
  const doc = /** @type {any} */ (document);
  if (doc.caretPositionFromPoint) {
    const place = doc.caretPositionFromPoint(x, y);
    return place && { node: place.offsetNode, offset: place.offset };
  }
  const range = doc.caretRangeFromPoint?.(x, y);
  return range && { node: range.startContainer, offset: range.startOffset };
}
