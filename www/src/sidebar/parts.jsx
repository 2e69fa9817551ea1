/**
 * The pieces that every section is made of.
 *
 * @typedef {import('./sidebar.js').Sidebar} Sidebar
 * @typedef {import('./types.js').Item} Item
 */
import { h } from 'preact';
import { Icon } from './icons.jsx';
import { primaryTag } from './messages/index.js';
import { fold } from './model.js';

/**
 * Words of the article: their own direction, their own language, and what the search
 * found in them set off.
 * @param {{sidebar: Sidebar, text: string, as?: string, class?: string, strong?: Array<[number, number]>}} props
 */
export function Words({ sidebar, text, as = 'span', class: name, strong = [] }) {
  const parts = [];
  let from = 0;
  for (const [start, end] of strong) {
    if (start > from) parts.push(found(sidebar, text.slice(from, start)));
    parts.push(<b>{found(sidebar, text.slice(start, end))}</b>);
    from = end;
  }
  parts.push(found(sidebar, text.slice(from)));
  return h(as, { class: name, dir: 'auto', lang: languageOf(sidebar, text) }, parts);
}

/**
 * The article's language, where the words are written in its script.
 * @param {Sidebar} sidebar
 * @param {string} text
 */
function languageOf(sidebar, text) {
  const language = sidebar.state.model?.digest.language || '';
  const arabic = /[\u0600-\u06ff]/.test(text);
  const expected = ['ar', 'fa', 'ur', 'ps', 'ckb'].includes(primaryTag(language));
  return language && arabic === expected ? language : undefined;
}

/**
 * @param {Sidebar} sidebar
 * @param {string} text
 * @returns {import('preact').ComponentChildren} the text, the query's words in <mark>
 */
function found(sidebar, text) {
  const words = fold(sidebar.state.query)
    .split(/\s+/)
    .filter((word) => word.length > 1);
  if (!words.length) return text;
  // Folding may drop letters: each character is folded alone to keep its place.
  const folded = [];
  for (let i = 0; i < text.length; i += 1) for (const c of fold(text[i])) folded.push([c, i]);
  const plain = folded.map(([c]) => c).join('');
  const marked = new Array(text.length).fill(false);
  for (const word of words) {
    for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + 1)) {
      marked.fill(
        true,
        /** @type {number} */ (folded[at][1]),
        /** @type {number} */ (folded[at + word.length - 1][1]) + 1,
      );
    }
  }
  const out = [];
  for (let i = 0, j = 0; i < text.length; i = j) {
    while (j < text.length && marked[j] === marked[i]) j += 1;
    out.push(marked[i] ? <mark>{text.slice(i, j)}</mark> : text.slice(i, j));
  }
  return out;
}

/**
 * An item that can be chosen: its passage lights up in the page, and what belongs to
 * it opens below.
 * @param {{sidebar: Sidebar, item: Item, items?: Item[], class?: string, sentence?: boolean, children?: any}} props
 */
export function Pick({ sidebar, item, items = [item], class: name = '', sentence = false, children }) {
  const { chosen, hover } = sidebar.state;
  const open = items.some((one) => one.id === chosen);
  const lit = items.some((one) => one.id === hover);
  return (
    <div
      class={`item ${name}${open ? ' chosen' : ''}${lit ? ' lit' : ''}`}
      part={`item ${item.type}${open ? ' chosen' : ''}`}
    >
      <button
        type="button"
        class="pick"
        data-item={item.id}
        aria-expanded={open}
        onClick={() => sidebar.choose(open && items.length > 1 ? after(items, chosen) : item.id)}
        onPointerEnter={() => sidebar.point(item.id)}
        onPointerLeave={() => sidebar.point(null)}
        onFocus={() => sidebar.point(item.id)}
        onBlur={() => sidebar.point(null)}
      >
        {children}
      </button>
      {open && <Detail sidebar={sidebar} item={items.find((one) => one.id === chosen) || item} sentence={sentence} />}
    </div>
  );
}

/**
 * @param {Item[]} items
 * @param {string|null} id
 */
function after(items, id) {
  return items[(items.findIndex((one) => one.id === id) + 1) % items.length].id;
}

/**
 * Under a chosen item: its sentence, what goes with it, what can be done with it.
 * @param {{sidebar: Sidebar, item: Item, sentence: boolean}} props
 */
function Detail({ sidebar, item, sentence }) {
  const { f, model, note } = sidebar.state;
  const near = item.near.flatMap((id) => model.items.get(id) || []).filter((one) => one.type !== 'sentence');
  return (
    <div class="detail">
      {sentence && item.around !== item.text && (
        <p class="around">
          <Words sidebar={sidebar} text={item.around} strong={[[item.at, item.at + item.text.length]]} />
        </p>
      )}
      {near.length > 0 && (
        <p class="near">
          <span class="quiet">{f.say('related')}</span>
          {near.slice(0, 6).map((one) => (
            <button type="button" class="chip" onClick={() => sidebar.go(one.id)}>
              <Icon name={one.type === 'figure' ? 'count' : one.type} />
              <bdi>{clip(sidebar.nameOf(one), 32)}</bdi>
            </button>
          ))}
        </p>
      )}
      <div class="tools">
        <Tool icon="previous" label={f.say('previous')} onClick={() => sidebar.step(-1)} />
        <Tool icon="next" label={f.say('next')} onClick={() => sidebar.step(1)} />
        <span class="gap" />
        <Tool icon="copy" label={f.say('copy')} onClick={() => sidebar.copyItem(item)} />
        <Tool icon="link" label={f.say('copyLink')} onClick={() => sidebar.copyLink(item)} />
        {note && <span class="note">{note}</span>}
      </div>
    </div>
  );
}

/**
 * @param {{icon: string, label: string, onClick: (event: any) => void, class?: string, [attribute: string]: any}} props
 */
export function Tool({ icon, label, class: name = '', ...rest }) {
  return (
    <button type="button" class={`tool ${name}`} aria-label={label} title={label} {...rest}>
      <Icon name={icon} />
    </button>
  );
}

/**
 * One of a few, as segments. Arrow keys as in any radio group.
 * @param {{label: string, options: Array<[string, string]>, value: string, onPick: (value: string) => void}} props
 */
export function Segments({ label, options, value, onPick }) {
  return (
    <div class="segments" role="radiogroup" aria-label={label} onKeyDown={(event) => rove(event, '[role=radio]', true)}>
      {options.map(([key, said]) => (
        <button
          type="button"
          role="radio"
          aria-checked={key === value}
          tabIndex={key === value ? 0 : -1}
          data-value={key}
          onClick={() => onPick(key)}
        >
          {said}
        </button>
      ))}
    </div>
  );
}

/**
 * Arrow keys, Home and End within a group; left and right follow its direction.
 * @param {any} event
 * @param {string} selector what in the group takes the focus
 * @param {boolean} [press] whether to press what is reached
 */
export function rove(event, selector, press = false) {
  const group = event.currentTarget;
  const list = /** @type {HTMLElement[]} */ ([...group.querySelectorAll(selector)]);
  const at = list.indexOf(event.target.closest(selector));
  if (at < 0) return;
  const rtl = getComputedStyle(group).direction === 'rtl';
  const step = { ArrowDown: 1, ArrowUp: -1, ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1 }[
    /** @type {string} */ (event.key)
  ];
  const to =
    event.key === 'Home'
      ? 0
      : event.key === 'End'
        ? list.length - 1
        : step
          ? (at + step + list.length) % list.length
          : -1;
  if (to < 0) return;
  event.preventDefault();
  event.stopPropagation();
  list[to].focus();
  if (press) list[to].click();
}

/**
 * A section with its heading; of many things the first ones, the rest on demand.
 * @param {{sidebar: Sidebar, id: string, title: string, aside?: any, children?: any}} props
 */
export function Section({ id, title, aside, children }) {
  return (
    <section class={`section ${id}`} aria-labelledby={`h-${id}`} part={`section ${id}`}>
      <div class="head">
        <h3 id={`h-${id}`}>{title}</h3>
        {aside}
      </div>
      {children}
    </section>
  );
}

/**
 * @template T
 * @param {Sidebar} sidebar
 * @param {string} key
 * @param {T[]} list
 * @param {number} limit shown at first
 * @returns {[T[], any]} what is shown, and the button for the rest
 */
export function firstOf(sidebar, key, list, limit) {
  const { f, wide, query, printing, tab } = sidebar.state;
  // One or two left over are not worth a button.
  if (tab !== 'all' || wide[key] || query || printing || list.length <= limit + 1) return [list, null];
  return [
    list.slice(0, limit),
    <button type="button" class="rest" onClick={() => sidebar.set({ wide: { ...wide, [key]: true } })}>
      {f.say('showAll', { n: list.length - limit })}
    </button>,
  ];
}

/**
 * @param {string} text
 * @param {number} length
 */
export function clip(text, length) {
  return text.length <= length ? text : `${text.slice(0, length).replace(/\s+\S*$/u, '')}…`;
}
