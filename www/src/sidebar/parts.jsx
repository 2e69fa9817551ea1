/**
 * The pieces that every section is made of.
 *
 * @typedef {import('./sidebar.js').Sidebar} Sidebar
 * @typedef {import('./types.js').Item} Item
 */
import { Icon } from './icons.jsx';
import { primaryTag } from './messages/index.js';

/**
 * Words of the article: their own direction, their own language, and what the search
 * found in them set off.
 * @param {{sidebar: Sidebar, text: string, class?: string, strong?: Array<[number, number]>}} props
 */
export function Words({ sidebar, text, class: name, strong = [] }) {
  const { extra, state } = sidebar;
  const said = (/** @type {number} */ start, /** @type {number} */ end) => {
    const words = text.slice(start, end);
    return state.query && extra ? extra.found(state.query, words) : words;
  };
  const parts = [];
  let from = 0;
  for (const [start, end] of strong) {
    parts.push(said(from, start), <b>{said(start, end)}</b>);
    from = end;
  }
  parts.push(said(from, text.length));
  return (
    <span class={name} dir="auto" lang={languageOf(sidebar, text)}>
      {parts}
    </span>
  );
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
 * What an item is pressed and pointed at by.
 * @param {{sidebar: Sidebar, item: Item, open: boolean, next?: Item, children?: any}} props `next`: what a press chooses
 */
export function PickButton({ sidebar, item, open, next = item, children }) {
  const point = () => sidebar.point(item.id);
  const leave = () => sidebar.point(null);
  return (
    <button
      type="button"
      class="pick"
      data-item={item.id}
      aria-expanded={open}
      onClick={() => sidebar.choose(next.id)}
      onPointerEnter={point}
      onPointerLeave={leave}
      onFocus={point}
      onBlur={leave}
    >
      {children}
    </button>
  );
}

/**
 * An item that can be chosen: its passage lights up in the page, and what belongs to
 * it opens below.
 * @param {{sidebar: Sidebar, item: Item, items?: Item[], class?: string, sentence?: boolean, children?: any}} props
 */
export function Pick({ sidebar, item, items = [item], class: name = '', sentence = false, children }) {
  const { chosen, hover } = sidebar.state;
  const Detail = sidebar.extra?.Detail;
  const open = items.some((one) => one.id === chosen);
  const lit = items.some((one) => one.id === hover);
  return (
    <div
      class={`item ${name}${open ? ' chosen' : ''}${lit ? ' lit' : ''}`}
      part={`item ${item.type}${open ? ' chosen' : ''}`}
    >
      <PickButton
        sidebar={sidebar}
        item={item}
        open={open}
        next={open && items.length > 1 ? items[(items.findIndex((one) => one.id === chosen) + 1) % items.length] : item}
      >
        {children}
      </PickButton>
      {open && Detail && (
        <Detail sidebar={sidebar} item={items.find((one) => one.id === chosen) || item} sentence={sentence} />
      )}
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

/** Items of a section that are drawn at once; each press on the button below draws as many more. */
const MOST_DRAWN = 300;

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
  // How many times as many as are drawn at once; none: the first few.
  const times = Number(wide[key] || tab !== 'all' || Boolean(query));
  const most = printing ? Infinity : times ? MOST_DRAWN * times : limit;
  // One or two left over are not worth a button.
  if (list.length <= most + 1) return [list, null];
  return [
    list.slice(0, most),
    <button type="button" class="rest" onClick={() => sidebar.set({ wide: { ...wide, [key]: times + 1 } })}>
      {f.say('showAll', { n: Math.min(list.length, MOST_DRAWN * (times + 1)) - most })}
    </button>,
  ];
}
