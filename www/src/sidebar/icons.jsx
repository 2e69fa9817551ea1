/** Line drawings on a 24 px grid, drawn for this project. */
const PATHS = /** @type {Record<string, string>} */ ({
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm4.8-1.7L20 20',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  close: 'M6 6l12 12M18 6 6 18',
  fold: 'M5 4v16M10 12h9m-3.5-3.5L19 12l-3.5 3.5',
  side: 'M4 5h16v14H4zM14 5v14',
  copy: 'M9 9h10v11H9zM15 9V4H5v11h4',
  link: 'M10 14a4 4 0 0 0 6 .4l2.6-2.6a4 4 0 0 0-5.7-5.6L11.500 7.600M14 10a4 4 0 0 0-6-.4l-2.600 2.600a4 4 0 0 0 5.700 5.600l1.400-1.400',
  previous: 'M6 15l6-6 6 6',
  next: 'M6 9l6 6 6-6',
  date: 'M5 6h14v14H5zM5 11h14M9 3.500V8m6-4.500V8',
  quote: 'M10 12H5v5h5zc0-3-1-5-3.500-6M19 12h-5v5h5zc0-3-1-5-3.500-6',
  page: 'M7 3h7l4 4v14H7zM14 3v4h4M10 12h5m-5 4h5',
  warn: 'M12 4 3 20h18zM12 10v4m0 3h.01',
  casualties: 'M3 12h4l2.500-6 4.500 12 2.500-6H21',
  troops: 'M12 3l7 3v5c0 4.500-3 8-7 10-4-2-7-5.500-7-10V6z',
  people:
    'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-6 8c0-3.300 2.700-5 6-5s6 1.700 6 5M16 5.500a3 3 0 0 1 0 5M17.500 14.500c2 .6 3.500 2 3.500 4.500',
  money: 'M4 7h16v10H4zM12 14a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM7 10v4M17 10v4',
  percent:
    'M18 6 6 18M7.500 9a1.500 1.500 0 1 0 0-3 1.500 1.500 0 0 0 0 3Zm9 9a1.500 1.500 0 1 0 0-3 1.500 1.500 0 0 0 0 3Z',
  measure: 'M3 15 15 3l6 6L9 21zM7 11l2 2m1-5 3 3m0-6 2 2',
  age: 'M12 8V5m-6 15v-7h12v7M4 20h16M6 16c2 1.500 4 1.500 6 0s4-1.500 6 0',
  count: 'M9 4 7 20M17 4l-2 16M4 9h16M4 15h16',
});

/**
 * @param {{name: string}} props
 */
export function Icon({ name }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name] || PATHS.count} />
    </svg>
  );
}
