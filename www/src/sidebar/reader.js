/**
 * What a reader does in the sidebar: chooses items, walks among them, points, searches.
 * Loaded with the first sign of it (use.jsx).
 *
 * @typedef {import('./sidebar.js').Sidebar} Sidebar
 * @typedef {import('./types.js').Item} Item
 * @typedef {import('./model.js').Model} Model
 */
import { caretAt, findAgain, Painter, reveal } from '../highlight.js';
import { paced } from '../rest.js';
import { covered, keepOff } from './drag.js';
import { fold } from './model.js';

/** Where a digest's list of each type stands. */
const LISTS = /** @type {Record<string, 'summary'|'figures'|'dates'|'quotes'>} */ ({
  sentence: 'summary',
  figure: 'figures',
  date: 'dates',
  quote: 'quotes',
});

/** @param {Sidebar} sidebar gets what paints in the page; closing takes it back */
export function equip(sidebar) {
  sidebar.painter = new Painter();
}

/**
 * Where an item's words stand in a page that has changed since it was read.
 * @param {Sidebar} sidebar
 * @param {Item} item
 * @returns {Range|null}
 */
export function seek({ root, document }, item) {
  const where = item.span.block != null && root?.isConnected ? root : document.body;
  return findAgain(where, item.text, {
    before: item.around.slice(0, item.at),
    after: item.around.slice(item.at + item.text.length),
  });
}

/** Lights up what is chosen, after it was chosen or the page was read again. @param {Sidebar} sidebar */
export function paint(sidebar) {
  const { chosen, model } = sidebar.state;
  const item = chosen && model?.items.get(chosen);
  sidebar.painter?.show('chosen', item ? sidebar.rangeOf(item) : null);
}

/** Shows the chosen item's passage in the page. @param {Sidebar} sidebar */
export function show(sidebar) {
  const { chosen, model, f } = sidebar.state;
  const item = chosen && model?.items.get(chosen);
  if (!item) return;
  const range = sidebar.rangeOf(item);
  sidebar.painter?.show('hover', null);
  sidebar.painter?.show('chosen', range);
  if (range) {
    keepOff(sidebar.dock, range);
    reveal(range, covered(sidebar.dock));
  }
  sidebar.set({
    announcement: range ? f.say('shown', { text: item.text }) : f.say('lost'),
    note: range ? '' : f.say('lost'),
  });
  // A chosen item has buttons for copying below it.
  sidebar.extra?.menus(sidebar);
  sidebar.emit('choose', { item: publicItem(sidebar, item), range });
}

/**
 * Goes to an item's own place in the sidebar and chooses it.
 * @param {Sidebar} sidebar
 * @param {string} id
 */
export function go(sidebar, id) {
  const item = sidebar.state.model?.items.get(id);
  if (!item) return;
  const tab = item.type === 'sentence' ? 'all' : LISTS[item.type];
  const mentions = () => pick(sidebar, id) || pick(sidebar, cardOf(sidebar, item));
  if (!mentions())
    sidebar.set({
      query: '',
      voice: null,
      wide: { figures: true, dates: true, quotes: true },
      tab: sidebar.state.tab === 'all' ? 'all' : tab,
    });
  if (!mentions()) sidebar.set({ tab });
  if (sidebar.state.chosen !== id) sidebar.choose(id);
  const button = mentions();
  button?.focus({ preventScroll: true });
  button?.scrollIntoView({ block: 'nearest' });
  sidebar.emit('show', { item: publicItem(sidebar, item) });
}

/**
 * The next or previous item, in the order of the article.
 * @param {Sidebar} sidebar
 * @param {number} by 1 or -1
 */
export function step(sidebar, by) {
  const { chosen, model } = sidebar.state;
  const ids = visible(sidebar);
  // A number's second mention stands on the card of its first.
  const item = chosen ? model.items.get(chosen) : null;
  const here = item && !ids.includes(item.id) ? cardOf(sidebar, item) : chosen;
  const at = here ? ids.indexOf(here) : by > 0 ? -1 : 0;
  if (!ids.length) return;
  go(sidebar, ids[(at + by + ids.length) % ids.length]);
}

/** @param {Sidebar} sidebar @returns {string[]} ids of the items that stand in the panel, in its order */
export function visible({ shadow }) {
  return Array.from(shadow.querySelectorAll('[data-item]'), (button) => button.getAttribute('data-item') || '');
}

/**
 * @param {Sidebar} sidebar
 * @param {string|undefined} id
 * @returns {HTMLElement|null}
 */
function pick({ shadow }, id) {
  return id ? /** @type {HTMLElement|null} */ (shadow.querySelector(`[data-item="${id}"]`)) : null;
}

/**
 * A number that is mentioned again has one card.
 * @param {Sidebar} sidebar
 * @param {Item} item
 * @returns {string|undefined} id of the first mention
 */
function cardOf({ state }, item) {
  for (const group of state.model?.figures || []) {
    for (const view of [...group.cards, ...group.charts.flatMap((chart) => chart.rows)]) {
      if (view.mentions.includes(item)) return view.item.id;
    }
  }
  return undefined;
}

/**
 * @param {Sidebar} sidebar
 * @param {Item} item
 * @returns {object} the digest's own entry, for events
 */
function publicItem({ state }, item) {
  return { type: item.type, index: item.index, value: state.model.digest[LISTS[item.type]][item.index] };
}

/**
 * The item of a new digest that says the same as one of the old.
 * @param {Model|null} old
 * @param {Model} now
 * @param {string|null} id
 * @returns {string|null}
 */
export function sameItem(old, now, id) {
  const item = id && old?.items.get(id);
  if (!item) return null;
  for (const other of now.items.values()) {
    if (other.type === item.type && other.text === item.text && other.around === item.around) return other.id;
  }
  return null;
}

// ---- keys and the search -----------------------------------------------------

/**
 * @param {Sidebar} sidebar
 * @param {KeyboardEvent} event
 * @param {HTMLElement} target of the event, which a browser forgets once it has been handled
 */
export function onKey(sidebar, event, target) {
  const { key } = event;
  const up = key === 'ArrowUp';
  if (target.localName === 'input' && !up && key !== 'ArrowDown') return;
  if (key === '/') {
    event.preventDefault();
    sidebar.search(true);
  } else if (key === 'n' || key === 'j') step(sidebar, 1);
  else if (key === 'p' || key === 'k') step(sidebar, -1);
  else if (target.closest('.pick, .body, .search')) {
    const picks = /** @type {HTMLElement[]} */ ([...sidebar.shadow.querySelectorAll('[data-item]')]);
    const to = picks[picks.indexOf(/** @type {HTMLElement} */ (target.closest('.pick'))) + (up ? -1 : 1)];
    if (!to) return;
    event.preventDefault();
    to.focus();
  }
}

/** @param {Sidebar} sidebar @param {string} query */
export function find(sidebar, query) {
  sidebar.matches = query.trim() ? matcher(sidebar.state.model, query) : null;
  sidebar.set({ query });
  sidebar.set({ announcement: query ? sidebar.state.f.say('found', { n: sidebar.foundCount() }) : '' });
}

/**
 * @param {Model} model
 * @param {string} query
 * @returns {(item: Item) => boolean} whether an item holds every word of the query
 */
export function matcher({ digest }, query) {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return (item) => {
    const folded = foldedOf(digest, item);
    return words.every((word) => folded.includes(word));
  };
}

/** @type {WeakMap<Item, string>} */
const known = new WeakMap();

/**
 * What a search looks for an item's words in: its sentence, who said it, what is counted where.
 * @param {Model['digest']} digest
 * @param {Item} item
 */
function foldedOf(digest, item) {
  let folded = known.get(item);
  if (folded === undefined) {
    const quote = item.type === 'quote' ? digest.quotes[item.index] : null;
    const figure = item.type === 'figure' ? digest.figures[item.index] : null;
    const said = [quote?.speaker?.name, quote?.speaker?.role, figure?.unit, figure?.place?.text, figure?.owner?.text];
    folded = fold([item.around, ...said].filter(Boolean).join(' '));
    known.set(item, folded);
  }
  return folded;
}

/**
 * Items whose words overlap go together: the figure in the quote in the sentence.
 * @param {Model} model
 * @param {Item} item
 * @returns {Item[]} the others: figures, dates, quotes, as the digest has them
 */
export function neighbours({ items }, item) {
  const { block, start, end } = item.span;
  const order = Object.keys(LISTS);
  return [...items.values()]
    .filter((other) => other !== item && other.span.block === block && other.span.start < end && start < other.span.end)
    .sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type) || a.index - b.index);
}

/** Reads the article's digest again, as long as it is asked to be. @param {Sidebar} sidebar */
export async function lengthen(sidebar) {
  const { options, reading, state } = sidebar;
  const { length } = state;
  const pace = paced();
  const digest = await reading?.digestInParts({ length, house: options.house }, pace);
  if (!reading || !digest || sidebar.closed || sidebar.reading !== reading || state.length !== length) return;
  await sidebar.take(digest, reading.article, pace);
}

// ---- pointing ----------------------------------------------------------------

/**
 * Shows softly where an item stands, while a pointer or the focus rests on it.
 * @param {Sidebar} sidebar
 * @param {string|null} id
 */
export function point(sidebar, id) {
  const item = id && id !== sidebar.state.chosen ? sidebar.state.model?.items.get(id) : null;
  sidebar.painter?.show('hover', item ? sidebar.rangeOf(item) : null);
}

/**
 * A pointer that rests on a passage of the digest shows its item.
 * @param {Sidebar} sidebar
 * @param {PointerEvent} event
 */
export function overPage(sidebar, { clientX, clientY, target }) {
  if (sidebar.waiting) return;
  sidebar.waiting = true;
  sidebar.view.requestAnimationFrame(() => {
    sidebar.waiting = false;
    const { host, root, state } = sidebar;
    if (sidebar.closed || !state.model || target === host) return;
    const over = root?.contains(/** @type {Node} */ (target)) ? itemAt(sidebar, clientX, clientY) : null;
    if (over === state.hover) return;
    sidebar.set({ hover: over });
    if (over) pick(sidebar, over)?.scrollIntoView({ block: 'nearest' });
  });
}

/**
 * @param {Sidebar} sidebar
 * @param {number} x
 * @param {number} y
 * @returns {string|null} the narrowest item that stands in the panel and holds the point
 */
function itemAt(sidebar, x, y) {
  const place = caretAt(sidebar.document, x, y);
  if (!place) return null;
  const here = new Set(visible(sidebar));
  let best = null;
  let least = Infinity;
  for (const item of sidebar.state.model.items.values()) {
    const size = item.span.end - item.span.start;
    if (size >= least || !here.has(item.id)) continue;
    const range = sidebar.rangeOf(item);
    try {
      if (range?.isPointInRange(place.node, place.offset)) [best, least] = [item.id, size];
    } catch {
      // A node of another tree.
    }
  }
  return best;
}
