/**
 * From a digest to what the sidebar shows: items with their sentence and neighbours,
 * figures gathered by kind, dates in order, quotes by speaker. Plain data, no DOM.
 *
 * @typedef {import('./types.js').Digest} Digest
 * @typedef {import('./types.js').Article} Article
 * @typedef {import('./types.js').Span} Span
 * @typedef {import('./types.js').Item} Item
 * @typedef {import('./types.js').Figure} Figure
 * @typedef {import('./types.js').DateMention} DateMention
 * @typedef {import('./types.js').Quote} Quote
 */
import { interval } from './format.js';

/** Kinds of figures, the gravest first: the order of the groups. */
const KINDS = ['casualties', 'troops', 'people', 'money', 'percent', 'measure', 'age', 'count'];

/**
 * @typedef {object} FigureView
 * @property {Figure} figure
 * @property {Item} item the first mention
 * @property {Item[]} mentions every mention of the same number of the same thing
 * @property {string} label where or whose, verbatim, or ''
 *
 * @typedef {{kind: string, unit: string, rows: FigureView[]}} Chart
 * @typedef {{kind: string, cards: FigureView[], charts: Chart[]}} FigureGroup
 *
 * @typedef {object} Moment a mention on the timeline
 * @property {DateMention} mention
 * @property {Item} item
 * @property {number|null} from milliseconds, null where it has no calendar date
 * @property {number|null} to
 * @property {'day'|'band'|'soft'|'duration'} shape
 *
 * @typedef {{item: Item, quote: Quote}} QuoteView
 * @typedef {{key: string, name: string|null, role: string|null, quotes: QuoteView[]}} Voice
 *
 * @typedef {object} Model
 * @property {Digest} digest
 * @property {Map<string, Item>} items by id, in the order they stand in the article
 * @property {Item[]} sentences
 * @property {FigureGroup[]} figures
 * @property {number} figureCount
 * @property {Moment[]} moments
 * @property {Moment[]} durations
 * @property {Voice[]} voices
 * @property {string} text the article's, blocks joined
 */

/**
 * @param {Digest} digest
 * @param {Article|null} article the blocks the spans count in; without it sentences
 *   that the digest does not carry are the items' own text
 * @returns {Model}
 */
export function modelOf(digest, article) {
  const blocks = (article?.blocks || []).map((block) => block.text);
  const title = article?.title || digest.title || '';
  const textOf = (/** @type {Span} */ span) => (span.block == null ? title : blocks[span.block] || '');

  /** @type {Item[]} */
  const list = [];
  /**
   * @param {Item['type']} type
   * @param {Array<{text: string, span: Span, sentence?: any}>} mentions
   */
  const add = (type, mentions) =>
    (mentions || []).map((mention, index) => {
      const item = new Passage(type, index, mention, textOf);
      list.push(item);
      return item;
    });

  const sentences = add('sentence', digest.summary);
  const figures = add('figure', digest.figures);
  const dates = add('date', digest.dates);
  const quotes = add('quote', digest.quotes);

  const voices = voicesOf(digest.quotes || [], quotes, digest.speakers || []);
  const order = (/** @type {Span} */ span) => (span.block == null ? -1 : span.block);
  list.sort((a, b) => order(a.span) - order(b.span) || a.span.start - b.span.start || b.span.end - a.span.end);

  const views = dates.map((item, i) => momentOf(digest.dates[i], item));
  const [groups, figureCount] = figureGroups(digest.figures || [], figures);
  return {
    digest,
    items: new Map(list.map((item) => [item.id, item])),
    sentences,
    figures: groups,
    figureCount,
    moments: views.filter((view) => view.shape !== 'duration'),
    durations: views.filter((view) => view.shape === 'duration'),
    voices,
    text: [
      title,
      ...(article?.blocks || []).filter((b) => b.kind !== 'related' && b.kind !== 'embed').map((b) => b.text),
    ].join('\n'),
  };
}

/**
 * Letters as a search compares them: no marks above or below, no tatweel, one form for
 * the alefs, for ya and alef maqsura, for ta marbuta and ha; digits in one script.
 * @param {string} text
 */
export function fold(text) {
  return text
    .normalize('NFKD')
    .replace(/[\p{Mn}\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/ؤ/g, 'و')
    .replace(/ئ/g, 'ي')
    .replace(/[٠-٩]/g, (d) => String(d.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (d) => String(d.charCodeAt(0) - 0x6f0))
    .toLowerCase();
}

/** Where a sentence ends, and what closes with it; no letter in lower case comes after it. */
const END = /[.!?؟…]["”’»)\]]*\s+(?!\p{Ll})|\n/gu;

/** Characters from a mention beyond which its sentence is cut off. */
const FAR = 1000;

/** An item. What stands around it is looked for when asked for: a long article has hundreds, and shows some. */
class Passage {
  #mention;
  #textOf;
  /** @type {[string, number]|undefined} */
  #context;

  /**
   * @param {Item['type']} type
   * @param {number} index
   * @param {{text: string, span: Span, sentence?: any}} mention
   * @param {(span: Span) => string} textOf the whole text that a span is of
   */
  constructor(type, index, mention, textOf) {
    this.id = `${type}-${index}`;
    this.type = type;
    this.index = index;
    this.span = mention.span;
    this.text = mention.text;
    this.#mention = mention;
    this.#textOf = textOf;
  }

  #found() {
    this.#context ??= contextOf(this.#textOf(this.span), this.#mention);
    return this.#context;
  }

  get around() {
    return this.#found()[0];
  }

  get at() {
    return this.#found()[1];
  }
}

/**
 * The sentence around a mention, and where in it the mention begins; the mention alone where the text has
 * something else in its place.
 * @param {string} text
 * @param {{text: string, span: Span, sentence?: any}} mention
 * @returns {[string, number]}
 */
function contextOf(text, mention) {
  const { start, end } = mention.span;
  if (text.slice(start, end) !== mention.text) return [mention.text, 0];
  const [from, to] = sentenceBounds(text, mention);
  return [text.slice(from, to), start - from];
}

/**
 * Start and end of the sentence around a mention: as the core has it, else by the marks around it.
 * @param {string} text
 * @param {{span: Span, sentence?: any}} mention
 * @returns {[number, number]}
 */
function sentenceBounds(text, { span, sentence }) {
  const given = sentence?.span || sentence;
  if (given?.start <= span.start) return [Math.max(given.start, span.start - FAR), Math.min(given.end, span.end + FAR)];
  const from = Math.max(0, span.start - FAR);
  const near = text.slice(from, span.end + FAR);
  const ends = Array.from(near.matchAll(END), (m) => from + m.index + m[0].length);
  const end = ends.find((end) => end >= span.end) ?? from + near.length;
  const start = ends.findLast((end) => end <= span.start) ?? from;
  return [start, Math.max(span.end, start + text.slice(start, end).trimEnd().length)];
}

/**
 * @param {Figure[]} figures
 * @param {Item[]} items
 * @returns {[FigureGroup[], number]} the groups, and how many different figures they hold
 */
function figureGroups(figures, items) {
  /** @type {Map<string, FigureView>} */
  const distinct = new Map();
  figures.forEach((figure, i) => {
    const label = figure.place?.text || figure.owner?.text || '';
    const key = [figure.kind, figure.value, figure.high ?? '', fold(figure.unit || '')].join('|');
    const known = distinct.get(key);
    if (known) {
      known.mentions.push(items[i]);
      known.label ||= label;
    } else distinct.set(key, { figure, item: items[i], mentions: [items[i]], label });
  });

  const views = [...distinct.values()];
  const kinds = [...KINDS, ...views.map((v) => v.figure.kind).filter((k) => !KINDS.includes(k))];
  const groups = [...new Set(kinds)].map((kind) =>
    groupOf(
      kind,
      views.filter((v) => v.figure.kind === kind),
    ),
  );
  return [groups.filter((g) => g.cards.length || g.charts.length), views.length];
}

/**
 * Within a kind, figures of one unit that say of what place or whom they are told are
 * drawn beside each other; a unit left out is the one before it (`2500 soldiers in Iraq
 * and 900 in Syria`).
 * @param {string} kind
 * @param {FigureView[]} views
 * @returns {FigureGroup}
 */
function groupOf(kind, views) {
  /** @type {Map<string, Chart>} */
  const charts = new Map();
  const told = new Set();
  let unit = '';
  for (const view of views) {
    unit = view.figure.unit || unit;
    if (!view.label || view.figure.high != null || !(view.figure.value > 0)) continue;
    const key = kind === 'percent' ? '%' : fold(unit);
    const chart = charts.get(key) || { kind, unit, rows: [] };
    const row = `${key}|${fold(view.label)}`;
    if (!told.has(row)) chart.rows.push(view);
    told.add(row);
    charts.set(key, chart);
  }
  // Bars compare; against a number a hundred times the next there is nothing to see.
  const drawn = [...charts.values()].filter((chart) => {
    const values = chart.rows.map((row) => row.figure.value);
    return values.length > 1 && values.length <= 8 && Math.max(...values) / Math.min(...values) <= 200;
  });
  const inChart = new Set(drawn.flatMap((chart) => chart.rows));
  return { kind, charts: drawn, cards: views.filter((view) => !inChart.has(view)) };
}

/**
 * @param {DateMention} mention
 * @param {Item} item
 * @returns {Moment}
 */
function momentOf(mention, item) {
  const days = mention.start
    ? [Date.parse(mention.start), Date.parse(mention.end || mention.start) + 86_400_000]
    : interval(mention.value)?.map(Number);
  const duration = mention.kind === 'duration' || (mention.value || '').startsWith('P');
  const soft = ['approx', 'before', 'after'].includes(mention.modifier || '');
  const known = days?.every(Number.isFinite) && !duration;
  const part =
    days &&
    known &&
    narrowed(
      days[0],
      days[1],
      mention.modifier || '',
      () => String(days) === String(interval(mention.value)?.map(Number)),
    );
  return {
    mention,
    item,
    from: part ? part[0] : null,
    to: part ? part[1] : null,
    shape: duration ? 'duration' : soft ? 'soft' : part && part[1] - part[0] <= 86_400_000 ? 'day' : 'band',
  };
}

/**
 * The third of a span that `early`, `mid` and `late` mean.
 * @param {number} from
 * @param {number} to
 * @param {string} modifier
 * @param {() => boolean} whole whether from and to are the whole month or year
 * @returns {[number, number]}
 */
function narrowed(from, to, modifier, whole) {
  const part = ['start', 'mid', 'end'].indexOf(modifier);
  if (part < 0 || !whole()) return [from, to];
  const third = (to - from) / 3;
  return [from + part * third, from + (part + 1) * third];
}

/** @type {Record<string, RegExp>} where a clause may begin anew */
const CLAUSE = { break: /[،,؛;:–—](?!\d)\s*/gu };

/**
 * What happened at a date: the clauses around it, as few as tell something. Asked for where they are shown,
 * since a long article has hundreds.
 * @param {Item} item
 * @param {number} [enough] characters that tell something besides the mention
 * @returns {{before: string, text: string, after: string}} the mention in its clause
 */
export function clauseOf(item, enough = 48) {
  const { around, at, text } = item;
  const cuts = [0, ...Array.from(around.matchAll(CLAUSE.break), (m) => m.index + m[0].length), around.length];
  let from = Math.max(...cuts.filter((cut) => cut <= at));
  let to = Math.min(...cuts.filter((cut) => cut >= at + text.length));
  const told = () => to - from - text.length;
  while (told() < enough && to < around.length) to = Math.min(...cuts.filter((cut) => cut > to));
  while (told() < enough && from > 0) from = Math.max(...cuts.filter((cut) => cut < from));
  const before = around.slice(from, at).trimStart();
  const after = around
    .slice(at + text.length, to)
    .trimEnd()
    .replace(/[،,؛;:–—]$/u, '');
  return {
    before: from > 0 ? `… ${before}` : before,
    text,
    after: to < around.length ? `${after} …` : after,
  };
}

/**
 * @param {Quote[]} quotes
 * @param {Item[]} items
 * @param {NonNullable<Digest['speakers']>} cast
 * @returns {Voice[]} in the order in which the article lets them speak, the unnamed last
 */
function voicesOf(quotes, items, cast) {
  /** @type {Map<string, Voice>} */
  const voices = new Map();
  /** @type {Map<string, typeof cast[number]>} */
  const known = new Map();
  for (const speaker of cast) if (!known.has(fold(speaker.name))) known.set(fold(speaker.name), speaker);
  quotes.forEach((quote, i) => {
    const name = quote.speaker?.name || null;
    const key = name ? fold(name) : '';
    const voice = voices.get(key) || { key, name, role: null, quotes: [] };
    voice.role ||= quote.speaker?.role || (name && known.get(key)?.role) || null;
    voice.quotes.push({ quote, item: items[i] });
    voices.set(key, voice);
  });
  return [...voices.values()].sort((a, b) => Number(!a.name) - Number(!b.name));
}

/**
 * The stretches of an item's text that stand out: its figures and the names in it.
 * @param {Model} model
 * @param {Item} item
 * @returns {Array<[number, number]>} start and end in `item.text`, in order, apart
 */
export function strongParts(model, item) {
  /** @type {Array<[number, number]>} */
  const found = [];
  const inside = (/** @type {Span} */ span) =>
    span.block === item.span.block && span.start >= item.span.start && span.end <= item.span.end;
  for (const figure of model.digest.figures || []) {
    if (inside(figure.span)) found.push([figure.span.start - item.span.start, figure.span.end - item.span.start]);
  }
  const names = [...(model.digest.speakers || []), ...(model.digest.quotes || []).map((q) => q.speaker)];
  for (const speaker of names) {
    if (speaker?.span && inside(speaker.span)) {
      found.push([speaker.span.start - item.span.start, speaker.span.end - item.span.start]);
    }
    const at = speaker?.name ? item.text.indexOf(speaker.name) : -1;
    if (at >= 0 && speaker?.name) found.push([at, at + speaker.name.length]);
  }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  let end = 0;
  return found.filter((part) => {
    const apart = part[0] >= end;
    end = Math.max(end, part[1]);
    return apart;
  });
}
