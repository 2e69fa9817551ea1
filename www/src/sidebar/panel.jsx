// biome-ignore-all lint/a11y/noNoninteractiveTabindex: a panel that scrolls is reached by the keyboard, as the tabs pattern has it
/**
 * The panel: head, tabs, sections, footer, and its states.
 *
 * @typedef {import('./sidebar.js').Sidebar} Sidebar
 */

import { LEAST } from './dock.js';
import { Figures } from './figures.jsx';
import { Icon } from './icons.jsx';
import { rove, Tool } from './parts.jsx';
import { Quotes, Summary } from './sections.jsx';
import { Timeline } from './timeline.jsx';

/** @param {{sidebar: Sidebar}} props */
export function Panel({ sidebar }) {
  const { f, messages, collapsed, narrow, side, status, announcement, printing } = sidebar.state;
  const look = `k ${narrow ? 'sheet' : 'dock'} at-${side}${sidebar.dark ? ' dark' : ''}${printing ? ' printing' : ''}`;
  const common = { dir: messages.direction, lang: messages.lang };
  if (collapsed) {
    return (
      <div class={`${look} folded`} {...common}>
        <button
          type="button"
          class="tab-handle"
          part="tab"
          aria-expanded="false"
          title={f.say('expand')}
          onClick={() => sidebar.fold(false, true)}
        >
          <span class="mark" aria-hidden="true">
            خ
          </span>
          <span class="upright">{f.say('name')}</span>
        </button>
        <div class="hidden" role="status">
          {announcement}
        </div>
      </div>
    );
  }
  return (
    <aside
      class={look}
      {...common}
      part="panel"
      aria-label={f.say('sidebarLabel')}
      aria-busy={status === 'loading'}
      onKeyDown={(event) => sidebar.onKey(event)}
    >
      {narrow ? <Grip sidebar={sidebar} /> : <Edge sidebar={sidebar} />}
      <Head sidebar={sidebar} />
      {status === 'loading' && <Loading sidebar={sidebar} />}
      {status === 'ready' && <Body sidebar={sidebar} />}
      {(status === 'empty' || status === 'error') && <Trouble sidebar={sidebar} />}
      {status === 'ready' && <Foot sidebar={sidebar} />}
      <div class="hidden" role="status">
        {announcement}
      </div>
    </aside>
  );
}

/** @param {{sidebar: Sidebar}} props */
function Head({ sidebar }) {
  const { f, status, searching, menu, times, narrow } = sidebar.state;
  const Menu = sidebar.menus?.Menu;
  const Search = sidebar.extra?.Search;
  return (
    <header part="head">
      <div
        class="title"
        onPointerDown={(event) => {
          // A finger does not look for the grip.
          const pressed = /** @type {Element} */ (event.target).closest('button');
          if (narrow && !pressed) sidebar.drag('dragSheet', event);
        }}
      >
        <span class="mark" aria-hidden="true" part="mark">
          خ
        </span>
        <div class="names">
          <h2 tabIndex={-1}>{f.say('name')}</h2>
          {/* Its room is kept while the article is read, so that nothing moves when it comes. */}
          <p class="quiet">
            {times ? (
              <>
                <span>{f.say('articleTime', { time: f.time(times.article) })}</span>
                {' · '}
                <span>{f.say('gistTime', { time: f.time(times.gist) })}</span>
                {sidebar.reading?.truncated && ` · ${f.say('truncated')}`}
              </>
            ) : (
              status === 'loading' && '\u00a0'
            )}
          </p>
        </div>
        {(status === 'ready' || status === 'loading') && (
          <Tool
            icon="search"
            label={f.say('search')}
            aria-expanded={searching}
            disabled={status === 'loading'}
            onClick={() => sidebar.search(!searching)}
          />
        )}
        <Tool
          icon="more"
          label={f.say('more')}
          aria-haspopup="menu"
          aria-expanded={menu === 'more'}
          data-menu="more"
          onClick={() => sidebar.openMenu(menu === 'more' ? null : 'more')}
        />
        <Tool icon="close" class="close" label={f.say('close')} onClick={() => sidebar.close()} />
      </div>
      {menu === 'more' && Menu && <Menu sidebar={sidebar} />}
      {searching && status === 'ready' && Search && <Search sidebar={sidebar} />}
      {status === 'ready' && <Tabs sidebar={sidebar} />}
    </header>
  );
}

/** @param {{sidebar: Sidebar}} props */
function Tabs({ sidebar }) {
  const { f, model, tab } = sidebar.state;
  /** @type {Array<[string, string, number]>} */
  const tabs = [
    ['all', f.say('all'), 0],
    ['figures', f.say('figuresTab'), model.figureCount],
    ['dates', f.say('datesTab'), model.digest.dates.length],
    ['quotes', f.say('quotesTab'), model.digest.quotes.length],
  ];
  return (
    <div
      class="tabs"
      role="tablist"
      tabIndex={-1}
      aria-label={f.say('sidebarLabel')}
      onKeyDown={(event) => rove(event, '[role=tab]', true)}
    >
      {tabs.map(([id, said, n]) => (
        <button
          type="button"
          role="tab"
          id={`tab-${id}`}
          part="tab-button"
          aria-selected={tab === id}
          aria-controls="panel"
          tabIndex={tab === id ? 0 : -1}
          onClick={() => sidebar.setTab(id)}
        >
          {said}
          {id !== 'all' && (
            <>
              {' '}
              <span class="n">{f.count(n)}</span>
            </>
          )}
        </button>
      ))}
    </div>
  );
}

/** @param {{sidebar: Sidebar}} props */
function Body({ sidebar }) {
  const { f, tab, query, printing, drawn } = sidebar.state;
  const all = tab === 'all' || query || printing;
  const nothing = query && sidebar.foundCount() === 0;
  return (
    <div class="body" role="tabpanel" id="panel" aria-labelledby={`tab-${tab}`} tabIndex={0}>
      {nothing && <p class="none">{f.say('nothingFound', { query })}</p>}
      {all && <Summary sidebar={sidebar} />}
      {(all || tab === 'figures') && drawn > 1 && <Figures sidebar={sidebar} />}
      {(all || tab === 'dates') && drawn > 2 && <Timeline sidebar={sidebar} />}
      {(all || tab === 'quotes') && drawn > 3 && <Quotes sidebar={sidebar} />}
    </div>
  );
}

/** @param {{sidebar: Sidebar}} props */
function Foot({ sidebar }) {
  const { f, menu, note, chosen } = sidebar.state;
  const Menu = sidebar.menus?.Menu;
  return (
    <footer part="foot">
      {menu === 'share' && Menu && <Menu sidebar={sidebar} />}
      <p>{(!chosen && note) || f.say('verbatim')}</p>
      <button
        type="button"
        class="share"
        aria-haspopup="menu"
        aria-expanded={menu === 'share'}
        data-menu="share"
        onClick={() => sidebar.openMenu(menu === 'share' ? null : 'share')}
      >
        {f.say('share')}
      </button>
    </footer>
  );
}

/** @param {{sidebar: Sidebar}} props */
function Loading({ sidebar }) {
  return (
    <div class="body loading">
      <p class="quiet">{sidebar.state.f.say('loading')}</p>
      <div class="bones" aria-hidden="true">
        {[1, 2, 3, 4, 5, 6, 7].map((n) => (
          <span class={`bone b${n}`} />
        ))}
      </div>
    </div>
  );
}

/** @param {{sidebar: Sidebar}} props */
function Trouble({ sidebar }) {
  const { f, status, error } = sidebar.state;
  return (
    <div class={`body trouble ${status}`}>
      <span class="sign">
        <Icon name={status === 'empty' ? 'page' : 'warn'} />
      </span>
      <h3>{f.say(`${status}Title`)}</h3>
      <p class="quiet">{f.say(`${status}Text`)}</p>
      {status === 'error' && error && (
        <p class="code">
          <code dir="ltr">{error}</code>
        </p>
      )}
      <button type="button" class="again" onClick={() => sidebar.read()}>
        {f.say('retry')}
      </button>
    </div>
  );
}

/** The edge that is dragged to a width. @param {{sidebar: Sidebar}} props */
function Edge({ sidebar }) {
  const { f, width } = sidebar.state;
  return (
    <div
      class="edge"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={f.say('resize')}
      aria-valuenow={width}
      aria-valuemin={LEAST}
      aria-valuemax={sidebar.dock.most}
      onPointerDown={(event) => {
        event.preventDefault();
        sidebar.drag('dragWidth', event);
      }}
      onKeyDown={(event) => /^(Arrow(Left|Right)|Home|End)$/.test(event.key) && sidebar.drag('keyWidth', event)}
    />
  );
}

/** What a phone's panel is pulled up and down by. @param {{sidebar: Sidebar}} props */
function Grip({ sidebar }) {
  const { f, sheet } = sidebar.state;
  return (
    <button
      type="button"
      class="grip"
      aria-label={f.say('sheet')}
      aria-expanded={sheet !== 'peek'}
      onPointerDown={(event) => sidebar.drag('dragSheet', event)}
      onClick={(event) => sidebar.drag('stepSheet', event)}
    >
      <span aria-hidden="true" />
    </button>
  );
}
