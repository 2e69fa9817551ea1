/**
 * What happened when: a list down a rail, and the whole stretch to scale above it.
 *
 * @typedef {import('./sidebar.js').Sidebar} Sidebar
 * @typedef {import('./model.js').Moment} Moment
 */

import { firstOf, Pick, Section, Segments, Words } from './parts.jsx';

const DAY = 86_400_000;

/** @param {{sidebar: Sidebar}} props */
export function Timeline({ sidebar }) {
  const { f, model, tab, order, query } = sidebar.state;
  const moments = model.moments.filter(({ item }) => sidebar.shown(item));
  const durations = model.durations.filter(({ item }) => sidebar.shown(item));
  if (!moments.length && !durations.length) {
    return query || tab === 'all' ? null : <p class="none">{f.say('nothingDates')}</p>;
  }
  const published = Date.parse(model.digest.published || '');
  const stops = stopsOf(moments, order, published);
  const [shown, rest] = firstOf(sidebar, 'dates', stops, 6);
  const control = tab === 'dates' && moments.length > 2 && (
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
  return (
    <Section sidebar={sidebar} id="dates" title={f.say('dates')} aside={control}>
      {tab === 'dates' && !query && <Scale sidebar={sidebar} moments={moments} published={published} />}
      <ol class="timeline">
        {shown.map((stop) =>
          stop === 'published' ? (
            <li class="published" key="published">
              <Mark shape="published" />
              <div class="stop">
                <span class="when">{f.part('day', published)}</span>
                <span class="what">{f.say('published')}</span>
              </div>
            </li>
          ) : (
            <li key={stop.item.id}>
              <Mark shape={stop.from === null ? 'none' : stop.mention.value?.includes('/') ? 'range' : stop.shape} />
              <Stop sidebar={sidebar} moment={stop} />
            </li>
          ),
        )}
      </ol>
      {rest}
      {durations.length > 0 && (tab === 'dates' || query) && (
        <>
          <h4 class="sub">{f.say('durations')}</h4>
          <ul class="timeline">
            {durations.map((moment) => (
              <li key={moment.item.id}>
                <Mark shape="none" />
                <Stop sidebar={sidebar} moment={moment} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

/**
 * @param {Moment[]} moments in the order of telling
 * @param {string} order `time` or `text`
 * @param {number} published milliseconds, NaN where it is not known
 * @returns {Array<Moment|'published'>}
 */
function stopsOf(moments, order, published) {
  if (order === 'text') return moments;
  const dated = moments.filter((moment) => moment.from !== null);
  const sorted = [...dated].sort((a, b) => Number(a.from) - Number(b.from) || Number(a.to) - Number(b.to));
  /** @type {Array<Moment|'published'>} */
  const stops = [...sorted];
  if (Number.isFinite(published)) {
    const day = Math.floor(published / DAY) * DAY;
    const later = sorted.findIndex((moment) => Number(moment.from) > day);
    stops.splice(later < 0 ? stops.length : later, 0, 'published');
  }
  return [...stops, ...moments.filter((moment) => moment.from === null)];
}

/** @param {{sidebar: Sidebar, moment: Moment}} props */
function Stop({ sidebar, moment }) {
  const { f } = sidebar.state;
  const { before, text, after } = moment.what;
  return (
    <Pick sidebar={sidebar} item={moment.item} class="stop">
      <span class="when">
        <bdi>{f.date(moment.mention)}</bdi>
      </span>
      <Words sidebar={sidebar} class="what" text={before + text + after} />
    </Pick>
  );
}

/**
 * A dot is a day, a band is longer, a soft dot is not certain, a ring the day of
 * publication, two joined dots a range.
 * @param {{shape: string}} props
 */
function Mark({ shape }) {
  return (
    <svg class={`when-mark ${shape}`} viewBox="0 0 16 24" width="16" height="24" aria-hidden="true" focusable="false">
      {shape === 'day' && <circle cx="8" cy="11" r="4.500" />}
      {shape === 'band' && <rect x="4.500" y="2" width="7" height="20" rx="3.500" />}
      {shape === 'soft' && (
        <>
          <circle class="haze" cx="8" cy="11" r="7" />
          <circle class="haze" cx="8" cy="11" r="4.500" />
        </>
      )}
      {shape === 'range' && (
        <>
          <rect class="haze" x="6.500" y="4" width="3" height="16" />
          <circle cx="8" cy="4" r="3" />
          <circle cx="8" cy="20" r="3" />
        </>
      )}
      {shape === 'published' && <circle class="ring" cx="8" cy="11" r="5.500" />}
    </svg>
  );
}

/**
 * The whole stretch in one line, nearer times given more room: position is the
 * logarithm of the distance from the day of publication, since news tells of last week by days
 * and of the last war by years.
 * @param {{sidebar: Sidebar, moments: Moment[], published: number}} props
 */
function Scale({ sidebar, moments, published }) {
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
  return (
    <figure class="scale" dir={messages.direction}>
      <svg width="100%" height="28" role="img" aria-label={f.say('scale', { from: ends[0], to: ends[1] })}>
        <line x1="0" x2="100%" y1="14" y2="14" />
        {dated.map((moment) => {
          const { x, width } = at(moment);
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
