/**
 * Finds the article: the publisher's selector, else what Readability (Firefox's reader
 * view) takes for it. Works on a copy; the page itself is only read.
 *
 * @typedef {object} Found
 * @property {Element} root what the article stands in
 * @property {Text[]} [nodes] the text nodes of it that are the article's; all where absent
 * @property {string} [title]
 * @property {string} [byline]
 * @property {string} [published] ISO 8601
 * @property {string} [lang] BCP 47
 */
import { isProbablyReaderable, Readability } from '@mozilla/readability';
import { readMetadata } from './metadata.js';
import { paced } from './rest.js';

/** Elements above which a page is not copied: Readability takes time in their number. */
const MOST_ELEMENTS = 30_000;
/** Elements in elements beyond which it is not copied either: deeper than a parser nests them, and there
 * everything that looks at what stands around an element takes time in the square of it. */
const MOST_DEEP = 600;
/** Characters of running text below which a page holds no article. */
const LEAST_TEXT = 140;

/** Characters of the longest card on a front page, and of the longest box that asks for an address. */
const MOST_CARD = 500;
const MOST_BOX = 200;

/** Shadow hosts that are looked at. */
const MOST_HOSTS = 2000;
/** Frames in frames that are looked into. */
const FRAMES = 3;
/** What a page has to have before it is copied; news in brief is shorter than Readability's own measure. */
const GATE = { minContentLength: 40, minScore: 5 };

/** Elements that hold no text of an article, however it is written: Readability takes time for each. */
const NO_TEXT = new Set(['iframe', 'link', 'nav', 'noscript', 'script', 'select', 'style', 'svg']);

const TEXT_OR_CDATA = 4 | 8;
const ELEMENT_OR_TEXT = 1 | 4 | 8;

/**
 * Finds the article of a page.
 *
 * @param {Document} document
 * @param {{selector?: string}} [options] `selector`: where the publisher says it stands
 * @returns {Found | null} null where the selector matches nothing, or the page holds no article
 * @throws {DOMException} where the selector is no selector
 */
export function findArticle(document, { selector } = {}) {
  if (selector) {
    const root = document.querySelector(selector);
    return root && { root, ...about(document, root) };
  }
  const steps = inPage(document, FRAMES);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * The same in parts, for a page that has to answer its reader in between. What Readability itself does is one.
 *
 * @param {Document} document
 * @returns {Promise<Found | null>}
 */
export async function findInParts(document) {
  const pace = paced();
  const steps = inPage(document, FRAMES);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await pace();
  }
}

/**
 * The article of a page: in its own markup, else in a frame of the same origin, else in an
 * open shadow root.
 * @param {Document} document
 * @param {number} frames how deep frames in frames are looked into
 * @returns {Generator<void, Found | null, void>} rests where it yields
 */
function* inPage(document, frames) {
  if (!document.body) return null;
  const large = document.getElementsByTagName('*').length > MOST_ELEMENTS || isDeep(document);
  if (!large && isProbablyReaderable(document, GATE)) {
    yield;
    const nodes = yield* readable(document);
    yield;
    const root = nodes && around(document, nodes);
    if (root) {
      const { isArticle, ...found } = readMetadata(document, root);
      return isArticle || !inCards(nodes) ? { root, nodes, ...found } : null;
    }
  }
  if (large) {
    const root = marked(document);
    if (root) return { root, ...about(document, root) };
  }
  for (const frame of frames > 0 ? document.querySelectorAll('iframe, frame') : []) {
    const inner = /** @type {HTMLIFrameElement} */ (frame).contentDocument;
    // Of another origin, or not shown.
    if (!inner || ('checkVisibility' in frame && !frame.checkVisibility())) continue;
    const found = yield* inPage(inner, frames - 1);
    if (found) return found;
  }
  const root = large ? null : inShadow(document);
  return root && { root, ...about(document, root) };
}

/** @param {Document} document */
function isDeep(document) {
  const walker = document.createTreeWalker(document.documentElement, 1);
  for (let depth = 0; depth >= 0; ) {
    if (walker.firstChild()) {
      depth += 1;
      if (depth > MOST_DEEP) return true;
      continue;
    }
    while (!walker.nextSibling()) {
      depth -= 1;
      if (!walker.parentNode()) return false;
    }
  }
  return false;
}

/**
 * The element that is marked up as the article; of several the one with most running text.
 * @param {Document} document
 */
function marked(document) {
  return fullest(document.querySelectorAll('[itemprop~="articleBody"], article, main, [role="main"]'));
}

/**
 * The host of an open shadow root that holds an article's worth of paragraphs.
 * @param {Document} document
 */
function inShadow(document) {
  const hosts = [...document.querySelectorAll('*')].filter((element) => element.shadowRoot);
  // Hosts in hosts: the list grows while it is gone through, up to a bound.
  for (let i = 0; i < hosts.length && hosts.length < MOST_HOSTS; i++) {
    for (const element of hosts[i].shadowRoot?.querySelectorAll('*') ?? []) if (element.shadowRoot) hosts.push(element);
  }
  return fullest(hosts);
}

/**
 * The element with most text in paragraphs of its own or its shadow root, if it is enough.
 * @param {Iterable<Element>} elements
 */
function fullest(elements) {
  let best = null;
  let most = LEAST_TEXT;
  for (const element of elements) {
    let length = 0;
    for (const p of (element.shadowRoot ?? element).querySelectorAll('p')) length += p.textContent?.length ?? 0;
    if (length > most) {
      best = element;
      most = length;
    }
  }
  return best;
}

/** @param {Document} document @param {Element} root */
function about(document, root) {
  const { isArticle: _, ...metadata } = readMetadata(document, root);
  return metadata;
}

/**
 * Whether most of a text stands in cards, each with a headline that leads away: a front page's,
 * a section's, a list of results.
 * @param {Text[]} nodes
 */
function inCards(nodes) {
  /** @type {Map<Element | null, boolean>} */
  const known = new Map([[null, false]]);
  /** @param {Element | null} element @returns {boolean} */
  const isCard = (element) => {
    let is = known.get(element);
    if (is === undefined && element) {
      is =
        (element.textContent ?? '').trim().length < MOST_CARD &&
        (Boolean(element.querySelector(':is(h1, h2, h3, h4) a[href]')) || isCard(element.parentElement));
      known.set(element, is);
    }
    return Boolean(is);
  };
  let all = 0;
  let cards = 0;
  for (const node of nodes) {
    const { length } = node.data.trim();
    all += length;
    if (isCard(node.parentElement)) cards += length;
  }
  return cards * 3 > all * 2;
}

/**
 * The text nodes that Readability takes for the article's.
 * @param {Document} document
 * @returns {Generator<void, Text[] | null, void>}
 */
function* readable(document) {
  const { copy, live } = copyOf(document);
  yield;
  const article = new Readability(copy, {
    serializer: (element) => element,
    disableJSONLD: true,
    keepClasses: true,
  }).parse();
  if (!article) return null;
  yield;
  const nodes = [];
  let length = 0;
  const walker = copy.createTreeWalker(/** @type {any} */ (article.content), TEXT_OR_CDATA);
  while (walker.nextNode()) {
    const node = live.get(walker.currentNode);
    if (!node) continue;
    nodes.push(node);
    length += node.data.trim().length;
  }
  return length < LEAST_TEXT ? null : nodes;
}

/**
 * A copy of a page that loads nothing and runs nothing, without what the page does not
 * show, and the live text node of each of its text nodes.
 * @param {Document} document
 */
function copyOf(document) {
  const copy = document.implementation.createHTMLDocument('');
  /** @type {Map<Node, Text>} */
  const live = new Map();
  const fill = () => {
    const element = copy.importNode(document.documentElement, true);
    /** @type {Element[]} */
    const hidden = [];
    const ours = document.createTreeWalker(document.documentElement, ELEMENT_OR_TEXT);
    const theirs = copy.createTreeWalker(element, ELEMENT_OR_TEXT);
    do {
      const node = ours.currentNode;
      if (node.nodeType === 1) {
        const shown = /** @type {Element} */ (node).checkVisibility;
        const tag = /** @type {Element} */ (theirs.currentNode).localName;
        if (NO_TEXT.has(tag) || (typeof shown === 'function' && tag !== 'head' && !shown.call(node)))
          hidden.push(/** @type {Element} */ (theirs.currentNode));
      } else live.set(theirs.currentNode, /** @type {Text} */ (node));
    } while (ours.nextNode() && theirs.nextNode());
    for (const element of hidden) if (element.localName !== 'head' && element.localName !== 'html') element.remove();
    for (const field of element.querySelectorAll('input[type="email"]')) boxAround(field).remove();
    return element;
  };
  const element = fill();
  copy.replaceChild(element, copy.documentElement);
  // Readability starts over by writing the body's markup back. That would lose which node is
  // which (and pages with Trusted Types forbid it), so the body is copied again instead.
  Object.defineProperty(copy.body, 'innerHTML', {
    get: () => '',
    set() {
      const again = fill().querySelector('body');
      copy.body.replaceChildren(...(again?.childNodes ?? []));
    },
  });
  return { copy, live };
}

/**
 * The box that a field for an address stands in, with the words that ask for it.
 * @param {Element} field
 */
function boxAround(field) {
  let box = field;
  for (let outer = box.parentElement; outer; outer = outer.parentElement) {
    if (outer.matches('body, main, article') || outer.querySelector('h1')) break;
    if ((outer.textContent ?? '').trim().length > MOST_BOX) break;
    box = outer;
  }
  return box;
}

/**
 * The innermost element around some nodes.
 * @param {Document} document
 * @param {Node[]} nodes
 * @returns {Element | null}
 */
function around(document, nodes) {
  const range = document.createRange();
  range.setStartBefore(nodes[0]);
  range.setEndAfter(nodes[nodes.length - 1]);
  const container = range.commonAncestorContainer;
  return container.nodeType === 1 ? /** @type {Element} */ (container) : container.parentElement;
}
