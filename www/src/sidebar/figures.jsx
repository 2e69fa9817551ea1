/**
 * Key figures: a card for each number, bars where numbers of one kind stand side by side.
 *
 * @typedef {import('./sidebar.js').Sidebar} Sidebar
 * @typedef {import('./model.js').FigureView} FigureView
 * @typedef {import('./model.js').Chart} Chart
 */

import { Icon } from './icons.jsx';
import { firstOf, Pick, PickButton, Section, Words } from './parts.jsx';

/** @param {{sidebar: Sidebar}} props */
export function Figures({ sidebar }) {
  const { f, model, tab, query } = sidebar.state;
  const Kinds = sidebar.extra?.Kinds;
  const shown = (/** @type {FigureView} */ view) => view.mentions.some(sidebar.shown);
  const groups = model.figures
    .map((group) => ({
      kind: group.kind,
      cards: group.cards.filter(shown),
      charts: group.charts.filter((chart) => chart.rows.some(shown)),
    }))
    .filter((group) => group.cards.length || group.charts.length);
  if (!groups.length) return query || tab === 'all' ? null : <p class="none">{f.say('nothingFigures')}</p>;

  const [cards, rest] = firstOf(
    sidebar,
    'figures',
    groups.flatMap((group) => group.cards),
    6,
  );
  return (
    <Section sidebar={sidebar} id="figures" title={f.say('figures')}>
      {tab === 'figures' && groups.length > 1 && Kinds ? (
        <Kinds sidebar={sidebar} groups={groups} />
      ) : (
        <>
          <Charts sidebar={sidebar} charts={groups.flatMap((group) => group.charts)} />
          <Cards sidebar={sidebar} cards={cards} />
          {rest}
        </>
      )}
    </Section>
  );
}

/** @param {{sidebar: Sidebar, charts: Chart[]}} props */
export function Charts({ sidebar, charts }) {
  return charts.map((chart) => <Bars sidebar={sidebar} chart={chart} />);
}

/** @param {{sidebar: Sidebar, cards: FigureView[]}} props */
export function Cards({ sidebar, cards }) {
  if (!cards.length) return null;
  return (
    <ul class="cards">
      {cards.map((view) => (
        <li key={view.item.id} class={digits(sidebar.state.f.figureNumber(view.figure)) > 7 ? 'wide' : ''}>
          <Card sidebar={sidebar} view={view} />
        </li>
      ))}
    </ul>
  );
}

/** @param {{sidebar: Sidebar, view: FigureView}} props */
function Card({ sidebar, view }) {
  const { f } = sidebar.state;
  const { figure, item, mentions } = view;
  const unit = f.unit(figure);
  return (
    <Pick sidebar={sidebar} item={item} items={mentions} class={`card ${figure.kind}`} sentence>
      <span class="kind">
        <Icon name={figure.kind} />
      </span>
      <Amount sidebar={sidebar} view={view} />
      {unit && <Words sidebar={sidebar} class="unit" text={unit} />}
      {view.label && <Words sidebar={sidebar} class="label" text={view.label} />}
      {(!view.label || figure.kind === 'casualties') && (
        <Words sidebar={sidebar} class="label context" text={nearby(item)} />
      )}
      {mentions.length > 1 && <span class="label">{f.say('mentions', { n: mentions.length })}</span>}
    </Pick>
  );
}

/**
 * The few words around a figure: whether they were killed or hurt, what fell by a fifth.
 * @param {import('./types.js').Item} item
 */
function nearby({ around, at, text }) {
  const before = around.slice(0, at).split(/\s+/u).filter(Boolean);
  const after = around.slice(at + text.length).split(/(?<=\s)/u);
  const [lead, tail] = [around.slice(0, at), around.slice(at + text.length)];
  // The spaces between the words stay as they stand in the article.
  const start = before.length > 3 ? lead.length - (/(?:\S+\s*){3}$/u.exec(lead)?.[0].length || 0) : 0;
  const end = after.length > 4 ? /^\S*\s*(?:\S+\s*){0,3}/u.exec(tail)?.[0].length || 0 : tail.length;
  return `${start > 0 ? '… ' : ''}${lead.slice(start)}${text}${tail.slice(0, end).trimEnd()}${end < tail.length ? ' …' : ''}`;
}

/** How many digits there are, of whichever script. @param {string} number */
const digits = (number) => number.match(/\p{Nd}/gu)?.length ?? 0;

/** The number with what narrows it, in the interface's words. @param {{sidebar: Sidebar, view: FigureView}} props */
function Amount({ sidebar, view }) {
  const { f } = sidebar.state;
  const { figure } = view;
  const modifier = figure.modifier && f.say(`modifiers.${figure.modifier}`);
  const number = f.figureNumber(figure);
  return (
    <span class={`amount${number.length > 9 || digits(number) > 5 ? ' small' : ''}`}>
      {modifier && <span class="modifier">{modifier} </span>}
      <bdi class="number">{number}</bdi>{' '}
    </span>
  );
}

/**
 * Bars in SVG inside a table, so that a screen reader has rows and numbers. The table's
 * parts are laid out as a grid, which takes their roles away in some engines: they are
 * said again.
 * @param {{sidebar: Sidebar, chart: Chart}} props
 */
function Bars({ sidebar, chart }) {
  const { f, chosen, hover } = sidebar.state;
  const most = Math.max(...chart.rows.map((row) => row.figure.value));
  const rtl = sidebar.state.messages.direction === 'rtl';
  const rows = [...chart.rows].sort((a, b) => b.figure.value - a.figure.value);
  const Around = sidebar.extra?.Around;
  const open = rows.find((row) => row.mentions.some((item) => item.id === chosen));
  const title =
    chart.kind === 'percent'
      ? f.say('kinds.percent')
      : f.unit({ ...rows[0].figure, unit: chart.unit }) || f.say(`kinds.${chart.kind}`);
  return (
    <div class={`card chart ${chart.kind}`} part="chart">
      <table role="table">
        <caption>
          <Icon name={chart.kind} />
          <Words sidebar={sidebar} text={title} />
        </caption>
        <thead role="rowgroup" class="hidden">
          <tr role="row">
            <th role="columnheader" scope="col">
              {f.say('chartPlace')}
            </th>
            <th role="columnheader" scope="col">
              {f.say('chartNumber')}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => {
            const share = Math.max(2, (row.figure.value / most) * 100);
            const lit = row.mentions.some((item) => item.id === chosen || item.id === hover);
            return (
              <tr role="row" key={row.item.id} class={lit ? 'chosen' : ''}>
                <th role="rowheader" scope="row">
                  <PickButton sidebar={sidebar} item={row.item} open={row === open}>
                    <Words sidebar={sidebar} text={row.label} />
                  </PickButton>
                </th>
                <td role="cell" class="value">
                  <Amount sidebar={sidebar} view={row} />
                </td>
                <td role="presentation" class="bar">
                  <svg width="100%" height="10" aria-hidden="true">
                    <rect class="track" width="100%" height="10" rx="5" />
                    <rect class="fill" x={rtl ? `${100 - share}%` : 0} width={`${share}%`} height="10" rx="5" />
                  </svg>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {open && Around && <Around sidebar={sidebar} item={open.mentions.find(({ id }) => id === chosen) || open.item} />}
    </div>
  );
}
