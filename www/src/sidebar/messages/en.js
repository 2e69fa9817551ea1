/**
 * English messages. See index.js for what a message file has to give.
 */

/** What is said at first. @type {import('./index.js').Messages} */
export const first = {
  lang: 'en',
  direction: 'ltr',
  fallbackLocale: 'en-GB',

  name: 'The gist',
  articleTime: 'Article {time}',
  gistTime: 'gist {time}',
  truncated: 'only the beginning was read',
  sidebarLabel: 'The gist of this article',

  loading: 'Reading the article…',
  emptyTitle: 'This does not look like an article',
  emptyText: 'There is no long enough running text on this page to take figures, dates and quotes from.',
  errorTitle: 'The article could not be read',
  errorText: 'Something went wrong inside the sidebar. The page itself is unharmed.',
  retry: 'Try again',

  all: 'All',
  summary: 'In short',
  figures: 'Key figures',
  figuresTab: 'Figures',
  dates: 'What happened when',
  datesTab: 'Dates',
  quotes: 'Who said what',
  quotesTab: 'Quotes',
  nothingFigures: 'The article names no figures.',
  nothingDates: 'The article names no dates.',
  nothingQuotes: 'The article quotes nobody.',
  nothingSummary: 'The article is too short to shorten.',
  showAll: { one: 'Show {n} more', other: 'Show {n} more' },

  length: 'Length of the summary',
  short: 'Short',
  medium: 'Medium',
  long: 'Long',

  kinds: {
    casualties: 'Killed, wounded and missing',
    troops: 'Armed forces',
    people: 'People',
    money: 'Money',
    percent: 'Percentages',
    measure: 'Measures',
    age: 'Ages',
    count: 'Counts',
  },
  modifiers: {
    approx: 'about',
    'more-than': 'more than',
    'less-than': 'less than',
    'at-least': 'at least',
    'at-most': 'at most',
  },
  mentions: { one: 'named once', other: 'named {n} times' },
  rangeOf: '{low} to {high}',
  chartPlace: 'Where or whose',
  chartNumber: 'Number',

  dateModifiers: {
    start: 'early {date}',
    mid: 'mid {date}',
    end: 'late {date}',
    approx: 'about {date}',
    before: 'before {date}',
    after: 'after {date}',
    'more-than': 'more than {date}',
    'less-than': 'less than {date}',
  },
  seasons: { SP: 'spring {year}', SU: 'summer {year}', FA: 'autumn {year}', WI: 'winter {year}' },
  quarter: 'Q{n} {year}',
  half: 'half {n} of {year}',
  week: 'week {n}, {year}',
  decade: 'the {year}s',
  century: 'the {n}00s',
  published: 'Article published',

  unnamed: 'No speaker named',
  quoteCount: { one: '{n} quote', other: '{n} quotes' },
  direct: 'direct speech',
  reported: 'reported speech',

  search: 'Search the digest',

  more: 'More',
  close: 'Close',
  expand: 'Open the gist',
  resize: 'Width of the sidebar',
  sheet: 'Height of the panel',

  unavailable: 'This could not be loaded; try again.',
  share: 'Share',

  updated: 'The article changed; the gist was read again.',
  ready: 'The gist is ready.',
  verbatim: 'Word for word from the article; nothing leaves your browser',
};

/** What is said once a reader asks for more: loaded then. */
export const later = {
  durations: 'How long',
  nothingFound: 'Nothing in the digest matches “{query}”.',

  order: 'Order',
  byTime: 'As it happened',
  byText: 'As told',
  scale: 'Timeline from {from} to {to}',

  everyone: 'Everyone',
  cast: 'Speakers',

  found: { one: '{n} item', other: '{n} items' },

  collapse: 'Fold to a tab',
  moveLeft: 'Move to the left',
  moveRight: 'Move to the right',
  theme: 'Colours',
  themeAuto: 'Automatic',
  themeLight: 'Light',
  themeDark: 'Dark',

  previous: 'Previous item',
  next: 'Next item',
  related: 'Goes with',
  copy: 'Copy',
  copyLink: 'Copy link',
  copied: 'Copied',
  copyFailed: 'Could not copy',
  copyText: 'Copy as text',
  copyMarkdown: 'Copy as Markdown',
  copyJson: 'Copy as JSON',
  save: 'Save as a page',
  print: 'Print',

  shown: 'Shown in the article: {text}',
  lost: 'This passage no longer stands in the page.',
};

/** Both, as pages bring a language along. */
export default /* @__PURE__ */ Object.assign({}, first, later);
