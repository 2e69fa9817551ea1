/**
 * What a reader's first view does not need: choosing and what opens with it, the search, what is
 * dragged. Loaded with the first sign that one of them will be asked for, so that the page's first
 * load has none of it. The menus and what is taken along come after that again (more.jsx).
 *
 * @typedef {import('./sidebar.js').Sidebar} Sidebar
 * @typedef {import('./types.js').Item} Item
 * @typedef {typeof import('./more.jsx')} More
 */
import { adopt } from '../adopt.js';
import { draw } from './icons.jsx';
import { later as ar } from './messages/ar.js';
import { later as en } from './messages/en.js';
import { learn } from './messages/index.js';
import { equip } from './reader.js';
import css from './use.css';

export { served } from '../served.js';
export * from './detail.jsx';
export * from './drag.js';
export * from './reader.js';

/** @param {Sidebar} sidebar gets what these parts need */
export function dress(sidebar) {
  const sheet = new sidebar.view.CSSStyleSheet();
  sheet.replaceSync(css);
  adopt(sidebar.shadow, sheet);
  equip(sidebar);
  const { signal } = sidebar.ending;
  const touched = (/** @type {string} */ sign, /** @type {(target: Element) => void} */ act) =>
    sidebar.shadow.addEventListener(sign, ({ target }) => act(/** @type {Element} */ (target)), { signal });
  for (const sign of ['pointerover', 'focusin'])
    touched(sign, (target) => {
      if (target.closest('[data-menu]')) menus(sidebar);
    });
  touched('pointerdown', (target) => {
    if (sidebar.state.menu && !target.closest('.menu, [data-menu]')) sidebar.set({ menu: null });
  });
  learn({ ar, en });
  draw({
    fold: 'M5 4v16M10 12h9m-3.5-3.5L19 12l-3.5 3.5',
    side: 'M4 5h16v14H4zM14 5v14',
    copy: 'M9 9h10v11H9zM15 9V4H5v11h4',
    link: 'M10 14a4 4 0 0 0 6 .4l2.6-2.6a4 4 0 0 0-5.7-5.6L11.5 7.6M14 10a4 4 0 0 0-6-.4l-2.6 2.6a4 4 0 0 0 5.7 5.6l1.4-1.4',
    previous: 'M6 15l6-6 6 6',
    next: 'M6 9l6 6 6-6',
    date: 'M5 6h14v14H5zM5 11h14M9 3.5V8m6-4.5V8',
    quote: 'M10 12H5v5h5zc0-3-1-5-3.5-6M19 12h-5v5h5zc0-3-1-5-3.5-6',
  });
}

/** @type {WeakMap<Sidebar, Promise<More|null>>} */
const asked = new WeakMap();

/**
 * The menus and what is taken along, loaded when they are near being asked for: a browser lets a
 * page copy only within a press.
 * @param {Sidebar} sidebar
 * @returns {Promise<More|null>} null where they could not be loaded
 */
export function menus(sidebar) {
  let loading = asked.get(sidebar);
  if (!loading) {
    loading = import('./more.jsx').then(
      (more) => {
        more.dress(sidebar);
        sidebar.menus = more;
        sidebar.set({ note: '' });
        return more;
      },
      () => {
        asked.delete(sidebar);
        return null;
      },
    );
    asked.set(sidebar, loading);
  }
  return loading;
}

/**
 * Does what they know to do: at once where they are there.
 * @template T
 * @param {Sidebar} sidebar
 * @param {(more: More) => T} deed
 * @returns {T|Promise<T|undefined>}
 */
export function give(sidebar, deed) {
  return sidebar.menus
    ? deed(sidebar.menus)
    : menus(sidebar).then((more) => (more ? deed(more) : sidebar.unavailable()));
}

/** @param {Sidebar} sidebar */
export function openMenu(sidebar) {
  const { menu } = sidebar.state;
  return give(sidebar, () => menu === sidebar.state.menu && sidebar.focusOn('[role^=menuitem]'));
}
