/**
 * The reader's settings, the only thing that is stored. A page may forbid storage, and
 * an extension keeps them elsewhere (`mount({ store })`).
 *
 * @typedef {{side?: string, width?: number, length?: string, theme?: string, collapsed?: boolean}} Settings
 * @typedef {{get(): Settings, set(settings: Settings): void}} Store
 */

const KEY = 'khulasa';

/** @type {Store} */
export const localStore = {
  get() {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY) || '{}');
      return kept && typeof kept === 'object' ? kept : {};
    } catch {
      return {};
    }
  },
  set(settings) {
    try {
      localStorage.setItem(KEY, JSON.stringify(settings));
    } catch {
      // A private window or a full store: the setting lasts as long as the page.
    }
  },
};

/**
 * @param {Settings} kept what a store gave: anything may stand in it
 * @returns {Settings} what of it is of a known shape
 */
export function known(kept) {
  /** @type {Settings} */
  const settings = {};
  if (kept.side === 'left' || kept.side === 'right') settings.side = kept.side;
  if (typeof kept.width === 'number' && kept.width >= 200 && kept.width <= 2000) settings.width = kept.width;
  if (['short', 'medium', 'long'].includes(String(kept.length))) settings.length = kept.length;
  if (['auto', 'light', 'dark'].includes(String(kept.theme))) settings.theme = kept.theme;
  if (typeof kept.collapsed === 'boolean') settings.collapsed = kept.collapsed;
  return settings;
}
