/**
 * What opens under and beside the items: the sentence of one, the search's box, the timeline to
 * scale, the cast. Loaded with the first sign of a reader (use.jsx).
 *
 * @typedef {import('./sidebar.js').Sidebar} Sidebar
 * @typedef {import('./types.js').Item} Item
 * @typedef {import('./model.js').Moment} Moment
 * @typedef {import('./model.js').FigureGroup} FigureGroup
 */
import { Cards, Charts } from './figures.jsx';
import { Icon } from './icons.jsx';
import { fold } from './model.js';
import { Segments, Tool, Words } from './parts.jsx';
import { find, go, neighbours, step } from './reader.js';
import { Stop } from './timeline.jsx';
import { give } from './use.jsx';

const DAY = 86_400_000;

/**
 * Under a chosen item: its sentence, what goes with it, what can be done with it.
 * @param {{sidebar: Sidebar, item: Item, sentence: boolean}} props
 */
export function Detail({ sidebar, item, sentence }) {
  const { f, model, note } = sidebar.state;
  const near = neighbours(model, item).filter((one) => one.type !== 'sentence');
  return (
    <div class="detail">
      {sentence && item.around !== item.text && <Around sidebar={sidebar} item={item} />}
      {near.length > 0 && (
        <p class="near">
          <span class="quiet">{f.say('related')}</span>
          {near.slice(0, 6).map((one) => (
            <button type="button" class="chip" onClick={() => go(sidebar, one.id)}>
              <Icon name={one.type === 'figure' ? 'count' : one.type} />
              <bdi>{clip(nameOf(sidebar, one), 32)}</bdi>
            </button>
          ))}
        </p>
      )}
      <div class="tools">
        <Tool icon="previous" label={f.say('previous')} onClick={() => step(sidebar, -1)} />
        <Tool icon="next" label={f.say('next')} onClick={() => step(sidebar, 1)} />
        <span class="gap" />
        <Tool icon="copy" label={f.say('copy')} onClick={() => give(sidebar, (more) => more.copyItem(sidebar, item))} />
        <Tool
          icon="link"
          label={f.say('copyLink')}
          onClick={() => give(sidebar, (more) => more.copyLink(sidebar, item))}
        />
        {note && <span class="note">{note}</span>}
      </div>
    </div>
  );
}

/** An item in its sentence. @param {{sidebar: Sidebar, item: Item}} props */
export function Around({ sidebar, item }) {
  return (
    <p class="around">
      <Words sidebar={sidebar} text={item.around} strong={[[item.at, item.at + item.text.length]]} />
    </p>
  );
}

/**
 * @param {Sidebar} sidebar
 * @param {Item} item
 * @returns {string} what stands for it on a chip
 */
function nameOf({ state }, item) {
  const { digest } = state.model;
  if (item.type === 'quote') return digest.quotes[item.index].speaker?.name || item.text;
  if (item.type === 'date') return state.f.date(digest.dates[item.index]);
  return item.text;
}

/**
 * @param {string} text
 * @param {number} length
 */
function clip(text, length) {
  return text.length <= length ? text : `${text.slice(0, length).replace(/\s+\S*$/u, '')}…`;
}

/** @param {{sidebar: Sidebar}} props */
export function Search({ sidebar }) {
  const { f, query } = sidebar.state;
  return (
    <div class="search" role="search">
      <Icon name="search" />
      <input
        type="search"
        dir="auto"
        value={query}
        aria-label={f.say('search')}
        placeholder={f.say('search')}
        onInput={(event) => find(sidebar, /** @type {HTMLInputElement} */ (event.currentTarget).value)}
      />
      {query && <span class="quiet">{f.say('found', { n: sidebar.foundCount() })}</span>}
    </div>
  );
}

/**
 * @param {string} query
 * @param {string} text
 * @returns {import('preact').ComponentChildren} the text, the query's words in <mark>
 */
export function found(query, text) {
  const words = fold(query)
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

/** As it happened, or as it was told. @param {{sidebar: Sidebar}} props */
export function Order({ sidebar }) {
  const { f, order } = sidebar.state;
  return (
    <Segments
      label={f.say('order')}
      value={order}
      onPick={(value) => sidebar.set({ order: value })}
      options={[
        ['time', f.say('byTime')],
        ['text', f.say('byText')],
      ]}
    />
  );
}

/** How long things took, which no timeline has a place for. @param {{sidebar: Sidebar, durations: Moment[]}} props */
export function Durations({ sidebar, durations }) {
  return (
    <>
      <h4 class="sub">{sidebar.state.f.say('durations')}</h4>
      <ul class="timeline">
        {durations.map((moment) => (
          <Stop key={moment.item.id} sidebar={sidebar} moment={moment} />
        ))}
      </ul>
    </>
  );
}

/** All figures, by kind. @param {{sidebar: Sidebar, groups: FigureGroup[]}} props */
export function Kinds({ sidebar, groups }) {
  const { f } = sidebar.state;
  return groups.map((group) => (
    <div class="group" key={group.kind}>
      <h4>
        <Icon name={group.kind} />
        {f.say(`kinds.${group.kind}`) || group.kind}
      </h4>
      <Charts sidebar={sidebar} charts={group.charts} />
      <Cards sidebar={sidebar} cards={group.cards} />
    </div>
  ));
}

/**
 * The whole stretch in one line, nearer times given more room: position is the
 * logarithm of the distance from the day of publication, since news tells of last week by days
 * and of the last war by years.
 * @param {{sidebar: Sidebar, moments: Moment[], published: number}} props
 */
export function Scale({ sidebar, moments, published }) {
  const { f, chosen, hover, messages } = sidebar.state;
  const dated = moments.filter((moment) => moment.from !== null);
  const all = Number.isFinite(published)
    ? [...dated.map((m) => Number(m.from)), published]
    : dated.map((m) => Number(m.from));
  const first = Math.min(...all);
  const last = Math.max(...all, ...dated.map((m) => Number(m.to)));
  if (new Set(all).size < 3 || last - first < 14 * DAY) return null;
  // Where the day of publication is known, distances count from it to both sides.
  const now = Number.isFinite(published) ? Math.min(Math.max(published, first), last) : last;
  const away = (/** @type {number} */ t) => Math.sign(t - now) * Math.log1p(Math.abs(t - now) / (3 * DAY));
  const [low, high] = [away(first), away(last)];
  const place = (/** @type {number} */ t) => {
    const share = ((away(t) - low) / (high - low)) * 100;
    return 3 + 0.94 * (messages.direction === 'rtl' ? 100 - share : share);
  };
  const part = last - first > 500 * DAY ? 'year' : 'month';
  const ends = [f.part(part, first), f.part(part, last - 1)];
  const at = (/** @type {Moment} */ m) => {
    const [a, b] = [place(Number(m.from)), place(Number(m.to))];
    return { x: Math.min(a, b), width: Math.abs(a - b) };
  };
  // Days stand in front of the months and years that hold them.
  const marks = dated.map((moment) => ({ moment, ...at(moment) })).sort((a, b) => b.width - a.width);
  return (
    <figure class="scale" dir={messages.direction}>
      <svg width="100%" height="28" role="img" aria-label={f.say('scale', { from: ends[0], to: ends[1] })}>
        <line x1="0" x2="100%" y1="14" y2="14" />
        {marks.map(({ moment, x, width }) => {
          const state = moment.item.id === chosen ? ' chosen' : moment.item.id === hover ? ' lit' : '';
          return width > 2.4 ? (
            <rect
              key={moment.item.id}
              class={`band ${moment.shape}${state}`}
              x={`${x}%`}
              width={`${width}%`}
              y="9"
              height="10"
              rx="5"
            />
          ) : (
            <circle key={moment.item.id} class={`${moment.shape}${state}`} cx={`${x + width / 2}%`} cy="14" r="4.500" />
          );
        })}
        {Number.isFinite(published) && <circle class="ring" cx={`${place(published)}%`} cy="14" r="7" />}
      </svg>
      <figcaption aria-hidden="true">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </figcaption>
    </figure>
  );
}

/** The cast at a glance; pressing one leaves only what they said. @param {{sidebar: Sidebar}} props */
export function Cast({ sidebar }) {
  const { f, model, voice: only } = sidebar.state;
  return (
    <div class="cast" role="group" aria-label={f.say('cast')}>
      <button type="button" class="chip" aria-pressed={only === null} onClick={() => sidebar.set({ voice: null })}>
        {f.say('everyone')}
      </button>
      {model.voices.map((voice) => (
        <button
          type="button"
          class="chip"
          key={voice.key}
          aria-pressed={only === voice.key}
          onClick={() => sidebar.set({ voice: only === voice.key ? null : voice.key })}
        >
          <bdi>{voice.name || f.say('unnamed')}</bdi> <span class="n">{f.count(voice.quotes.length)}</span>
        </button>
      ))}
    </div>
  );
}
