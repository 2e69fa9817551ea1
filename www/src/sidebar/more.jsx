/**
 * The menus, and what a reader takes along: copies, links, a saved page, a sheet of paper. Loaded
 * when one of them is near being asked for (use.jsx).
 *
 * @typedef {import('./sidebar.js').Sidebar} Sidebar
 */
import { adopt } from '../adopt.js';
import { print, save, share } from './giving.js';
import { Icon } from './icons.jsx';
import css from './more.css';
import { rove } from './parts.jsx';

export * from './giving.js';

/** @param {Sidebar} sidebar gets the styles that these parts need */
export function dress(sidebar) {
  const sheet = new sidebar.view.CSSStyleSheet();
  sheet.replaceSync(css);
  adopt(sidebar.shadow, sheet);
}

/** @param {{sidebar: Sidebar}} props */
export function Menu({ sidebar }) {
  const { f, menu, side, theme, narrow } = sidebar.state;
  const sharing = menu === 'share';
  /** @param {string} label @param {string} icon @param {() => void} act */
  const entry = (label, icon, act) => (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      onClick={() => {
        sidebar.openMenu(null);
        act();
      }}
    >
      <Icon name={icon} />
      {label}
    </button>
  );
  return (
    <div
      class={`menu at-${menu}`}
      role="menu"
      aria-label={f.say(sharing ? 'share' : 'more')}
      part="menu"
      onKeyDown={(event) => rove(event, '[role^=menuitem]')}
    >
      {sharing && entry(f.say('copyText'), 'copy', () => share(sidebar, 'text'))}
      {sharing && entry(f.say('copyMarkdown'), 'copy', () => share(sidebar, 'markdown'))}
      {sharing && entry(f.say('copyJson'), 'copy', () => share(sidebar, 'json'))}
      {sharing && entry(f.say('save'), 'page', () => save(sidebar))}
      {sharing && entry(f.say('print'), 'page', () => print(sidebar))}
      {!sharing && entry(f.say('collapse'), 'fold', () => sidebar.fold(true, true))}
      {!sharing &&
        !narrow &&
        entry(f.say(side === 'left' ? 'moveRight' : 'moveLeft'), 'side', () =>
          keep(sidebar, { side: side === 'left' ? 'right' : 'left' }),
        )}
      {!sharing && (
        <div role="group" aria-label={f.say('theme')} class="themes">
          {[
            ['auto', 'themeAuto'],
            ['light', 'themeLight'],
            ['dark', 'themeDark'],
          ].map(([key, said]) => (
            <button
              type="button"
              role="menuitemradio"
              tabIndex={-1}
              aria-checked={theme === key}
              onClick={() => keep(sidebar, { theme: key })}
            >
              {f.say(said)}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** Sets what a reader chose, and keeps it. @param {Sidebar} sidebar @param {{side?: string, theme?: string}} chosen */
function keep(sidebar, chosen) {
  sidebar.set(chosen);
  sidebar.remember(chosen);
}
