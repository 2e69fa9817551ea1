/**
 * What happened when: a list down a rail, and the whole stretch to scale above it.
 *
 * @typedef {import('./sidebar.js').Sidebar} Sidebar
 * @typedef {import('./model.js').Moment} Moment
 */

import { clauseOf } from './model.js';
import { firstOf, Pick, Section, Words } from './parts.jsx';

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
  const { Durations, Order, Scale } = sidebar.extra || {};
  return (
    <Section
      sidebar={sidebar}
      id="dates"
      title={f.say('dates')}
      aside={tab === 'dates' && moments.length > 2 && Order && <Order sidebar={sidebar} />}
    >
      {tab === 'dates' && !query && Scale && <Scale sidebar={sidebar} moments={moments} published={published} />}
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
            <Stop key={stop.item.id} sidebar={sidebar} moment={stop} />
          ),
        )}
      </ol>
      {rest}
      {durations.length > 0 && (tab === 'dates' || query) && Durations && (
        <Durations sidebar={sidebar} durations={durations} />
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
export function Stop({ sidebar, moment: { from, item, mention, shape } }) {
  const { before, text, after } = clauseOf(item);
  return (
    <li>
      <Mark shape={from === null ? 'none' : mention.value?.includes('/') ? 'range' : shape} />
      <Pick sidebar={sidebar} item={item} class="stop">
        <span class="when">
          <bdi>{sidebar.state.f.date(mention)}</bdi>
        </span>
        <Words sidebar={sidebar} class="what" text={before + text + after} />
      </Pick>
    </li>
  );
}

/**
 * A dot is a day, a band is longer, a soft dot is not certain, a ring the day of
 * publication, two joined dots a range.
 * @param {{shape: string}} props
 */
function Mark({ shape }) {
  return (
    <svg class={`when-mark ${shape}`} viewBox="0 0 16 24" width="16" height="24" aria-hidden="true">
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
