/** Line drawings on a 24 px grid, drawn for this project. */
const PATHS = /** @type {Record<string, string>} */ ({
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm4.8-1.7L20 20',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  close: 'M6 6l12 12M18 6 6 18',
  page: 'M7 3h7l4 4v14H7zM14 3v4h4M10 12h5m-5 4h5',
  warn: 'M12 4 3 20h18zM12 10v4m0 3h.01',
  casualties: 'M3 12h4l2.5-6 4.5 12 2.5-6H21',
  troops: 'M12 3l7 3v5c0 4.5-3 8-7 10-4-2-7-5.5-7-10V6z',
  people:
    'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-6 8c0-3.3 2.7-5 6-5s6 1.7 6 5M16 5.5a3 3 0 0 1 0 5M17.5 14.5c2 .6 3.5 2 3.5 4.5',
  money: 'M4 7h16v10H4zM12 14a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM7 10v4M17 10v4',
  percent: 'M18 6 6 18M7.5 9a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3Zm9 9a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3Z',
  measure: 'M3 15 15 3l6 6L9 21zM7 11l2 2m1-5 3 3m0-6 2 2',
  age: 'M12 8V5m-6 15v-7h12v7M4 20h16M6 16c2 1.5 4 1.5 6 0s4-1.5 6 0',
  count: 'M9 4 7 20M17 4l-2 16M4 9h16M4 15h16',
});

/** Takes in what is drawn later. @param {Record<string, string>} paths */
export const draw = (paths) => Object.assign(PATHS, paths);

/**
 * @param {{name: string}} props
 */
export function Icon({ name }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name] || PATHS.count} />
    </svg>
  );
}
