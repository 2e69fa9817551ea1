/**
 * Numbers, dates, times and plurals in the interface's locale, by `Intl` alone.
 *
 * @typedef {import('./messages/index.js').Messages} Messages
 * @typedef {import('./types.js').DateMention} DateMention
 */
import { primaryTag } from './messages/index.js';

const DAY = 86_400_000;

/** Words a practised reader takes in a minute, by language; news prose, silent reading. */
const WORDS_PER_MINUTE = /** @type {Record<string, number>} */ ({ ar: 180, en: 230, fr: 215 });

/** First months of the seasons, as a northern newsroom counts them. */
const SEASONS = /** @type {Record<string, number>} */ ({ SP: 3, SU: 6, FA: 9, WI: 12 });

/**
 * What a form's words are put together from.
 * @typedef {object} Wording
 * @property {(key: string, values?: Record<string, string>) => string} say
 * @property {(value: string) => string} year
 * @property {(value: string) => string} count
 * @property {(part: keyof typeof PARTS) => Intl.DateTimeFormat} dates
 */

/**
 * The forms that a date's value has, what each covers and how it is said. Examples:
 * 2024-02-17T15:00, 2024-02-17, 2024-02, 2024, 202X, 20XX, 2024-Q1, 2024-H1, 2024-W07, 2024-SU.
 * @type {Array<{form: RegExp, covers: (m: RegExpExecArray) => [Date, Date], said: (m: RegExpExecArray, words: Wording) => string}>}
 */
const FORMS = [
  {
    form: /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/,
    covers: (m) => days(utcDate(+m[1], +m[2], +m[3]), 1),
    said: (m, { dates }) => dates('minute').format(Date.UTC(+m[1], +m[2] - 1, +m[3], +m[4], +m[5])),
  },
  {
    form: /^(\d{4})-(\d{2})-(\d{2})/,
    covers: (m) => days(utcDate(+m[1], +m[2], +m[3]), 1),
    said: (m, { dates }) => dates('day').format(utcDate(+m[1], +m[2], +m[3])),
  },
  {
    form: /^(\d{4})-(\d{2})$/,
    covers: (m) => months(+m[1], +m[2], 1),
    said: (m, { dates }) => dates('month').format(utcDate(+m[1], +m[2], 1)),
  },
  { form: /^(\d{4})$/, covers: (m) => months(+m[1], 1, 12), said: (m, { year }) => year(m[1]) },
  {
    form: /^(\d{3})X$/,
    covers: (m) => months(+m[1] * 10, 1, 120),
    said: (m, { say, year }) => say('decade', { year: year(`${m[1]}0`) }),
  },
  {
    form: /^(\d{2})XX$/,
    covers: (m) => months(+m[1] * 100, 1, 1200),
    said: (m, { say, count }) => say('century', { n: count(m[1]) }),
  },
  {
    form: /^(\d{4})-Q([1-4])$/,
    covers: (m) => months(+m[1], +m[2] * 3 - 2, 3),
    said: (m, { say, year, count }) => say('quarter', { n: count(m[2]), year: year(m[1]) }),
  },
  {
    form: /^(\d{4})-H([12])$/,
    covers: (m) => months(+m[1], +m[2] * 6 - 5, 6),
    said: (m, { say, year, count }) => say('half', { n: count(m[2]), year: year(m[1]) }),
  },
  {
    form: /^(\d{4})-W(\d{2})$/,
    covers: (m) => {
      // ISO 8601: week 1 holds the fourth of January, weeks begin on Monday.
      const fourth = utcDate(+m[1], 1, 4);
      const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * DAY;
      return days(new Date(monday + (+m[2] - 1) * 7 * DAY), 7);
    },
    said: (m, { say, year, count }) => say('week', { n: count(m[2]), year: year(m[1]) }),
  },
  {
    form: /^(\d{4})-(SP|SU|FA|WI)$/,
    covers: (m) => months(+m[1], SEASONS[m[2]], 3),
    said: (m, { say, year }) => say(`seasons.${m[2]}`, { year: year(m[1]) }),
  },
];

/** What a date is written with, down to which part of it. */
const PARTS = /** @satisfies {Record<string, Intl.DateTimeFormatOptions>} */ ({
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  day: { year: 'numeric', month: 'long', day: 'numeric' },
  minute: { year: 'numeric', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit' },
});

/** @type {Map<string, any>} */
const kept = new Map();

/**
 * One of `Intl`'s objects, which take long to make (most of a millisecond) and no time to use:
 * made when it is first asked for, and kept.
 * @template {object} T
 * @template {object} O
 * @param {new (locale: string, options?: O) => T} Kind
 * @param {string} locale
 * @param {O} [options]
 * @returns {T}
 */
function made(Kind, locale, options) {
  const key = Kind.name + locale + JSON.stringify(options);
  let known = kept.get(key);
  if (!known) {
    known = new Kind(locale, options);
    kept.set(key, known);
  }
  return known;
}

/** @typedef {ReturnType<typeof formatter>} Formatter */

/**
 * @param {Messages} messages
 * @param {object} [options]
 * @param {readonly string[]} [options.languages] the reader's, the best first
 * @param {string} [options.sample] text of the article: where the reader's languages do
 *   not say which digits to write, the article's own are used
 */
export function formatter(messages, { languages = [], sample = '' } = {}) {
  const locale = localeFor(messages, languages, sample);
  /** @param {Intl.NumberFormatOptions} [options] */
  const numbers = (options = { maximumFractionDigits: 3 }) => made(Intl.NumberFormat, locale, options);
  /** @param {keyof typeof PARTS} part */
  const dates = (part) => made(Intl.DateTimeFormat, locale, { timeZone: 'UTC', calendar: 'gregory', ...PARTS[part] });

  /**
   * @param {string} key
   * @param {Record<string, string|number>} [values] `n` chooses the plural form
   * @returns {string}
   */
  function say(key, values = {}) {
    /** @type {any} */
    let message = messages;
    for (const part of key.split('.')) message = message?.[part];
    if (message && typeof message === 'object') {
      const n = Number(values.n);
      message = (n === 0 && message.zero) || message[made(Intl.PluralRules, locale).select(n)] || message.other;
    }
    return String(message ?? '').replace(/\{(\w+)\}/g, (_, name) => {
      const value = values[name];
      return typeof value === 'number' ? numbers().format(value) : (value ?? '');
    });
  }

  /** @type {Wording} */
  const words = {
    say,
    year: (value) => dates('year').format(utcDate(+value, 1, 1)),
    count: (value) => numbers().format(+value),
    dates,
  };

  /**
   * A figure's value: grouped, or in words of size where that loses nothing
   * (1,500,000 → "1.5 million", 1,234,567 as it is).
   * @param {number} value
   * @param {string|null} [kind]
   */
  function number(value, kind) {
    if (kind === 'percent') {
      return numbers({ style: 'percent', maximumFractionDigits: 2 }).format(value / 100);
    }
    if (Math.abs(value) >= 1e6) {
      const size = 1000 ** Math.floor(Math.log10(Math.abs(value)) / 3);
      if (Number.isInteger(Number(((value / size) * 1000).toFixed(6)))) {
        return numbers({ notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 3 }).format(value);
      }
    }
    return numbers().format(value);
  }

  /**
   * @param {import('./types.js').Figure} figure
   * @returns {string} its number, or both ends of its range
   */
  function figureNumber(figure) {
    const low = number(figure.value, figure.kind);
    if (figure.high == null || figure.high === figure.value) return low;
    return `${low}–${number(figure.high, figure.kind)}`;
  }

  /**
   * What a figure counts, as it is shown under the number.
   * @param {import('./types.js').Figure} figure
   */
  function unit(figure) {
    if (figure.kind === 'percent' || figure.unit === '%') return '';
    if (figure.kind === 'money' && figure.unit && /^[A-Z]{3}$/.test(figure.unit)) {
      try {
        // Of the number only its plural counts here: "1 US dollar", "2 US dollars".
        const named = numbers({ style: 'currency', currency: figure.unit, currencyDisplay: 'name' });
        return named.formatToParts(figure.value).find(({ type }) => type === 'currency')?.value || figure.unit;
      } catch {
        return figure.unit;
      }
    }
    return figure.unit || '';
  }

  /**
   * @param {number} seconds
   * @returns {string} "25 seconds", "4 minutes"
   */
  function time(seconds) {
    const minutes = Math.round(seconds / 60);
    const [value, of] =
      seconds < 55 ? [Math.max(5, Math.round(seconds / 5) * 5), 'second'] : [Math.max(1, minutes), 'minute'];
    const unitDisplay = messages.lang === 'ar' ? 'long' : 'short';
    return numbers({ style: 'unit', unit: of, unitDisplay }).format(value);
  }

  /**
   * @param {string} text
   * @param {string} language of the text
   * @returns {number} seconds that reading takes
   */
  function readingTime(text, language) {
    const words = text.split(/\s+/u).filter(Boolean).length;
    return (words / (WORDS_PER_MINUTE[primaryTag(language)] || 220)) * 60;
  }

  /**
   * One end of a date's value in words, as precise as the value.
   * @param {string} value ISO 8601, with the decades, centuries, quarters, weeks and
   *   seasons that the digest writes
   * @returns {string|null} null where the value is of no known form
   */
  function point(value) {
    for (const { form, said } of FORMS) {
      const m = form.exec(value);
      if (m) return said(m, words);
    }
    return null;
  }

  /**
   * @param {string} value ISO 8601 duration, `P3Y2M`, `PT2H`
   * @returns {string|null}
   */
  function duration(value) {
    const m =
      /^P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$/.exec(
        value,
      );
    if (!m) return null;
    const units = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'];
    const said = units
      .map((unit, i) => m[i + 1] && numbers({ style: 'unit', unit, unitDisplay: 'long' }).format(+m[i + 1]))
      .filter((part) => part !== undefined);
    return said.length
      ? made(Intl.ListFormat, locale, { type: 'unit', style: 'narrow' }).format(/** @type {string[]} */ (said))
      : null;
  }

  /**
   * A date in the interface's words; the article's own where it has no value.
   * @param {DateMention} mention
   */
  function date(mention) {
    const value = mention.value || '';
    /** @type {string|null} */
    let said = null;
    if (mention.kind === 'duration' || value.startsWith('P')) said = duration(value);
    else if (value.includes('/')) said = range(value);
    else said = point(value);
    if (!said) return mention.text;
    const frame = mention.modifier && messages.dateModifiers?.[mention.modifier];
    return frame ? capital(say(`dateModifiers.${mention.modifier}`, { date: said })) : capital(said);
  }

  /** @param {string} value */
  function range(value) {
    const [from, to] = value.split('/');
    if (!from || !to) {
      const said = point(from || to);
      return said && say(from ? 'dateModifiers.after' : 'dateModifiers.before', { date: said });
    }
    const shape = from.length === to.length && /** @type {const} */ ({ 4: 'year', 7: 'month', 10: 'day' })[from.length];
    const [a, b] = [interval(from), interval(to)];
    if (shape && a && b && /^[\d-]+$/.test(from + to)) return dates(shape).formatRange(a[0], b[0]);
    const [low, high] = [point(from), point(to)];
    return low && high && say('rangeOf', { low, high });
  }

  /** @param {string} text */
  function capital(text) {
    return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
  }

  return {
    locale,
    say,
    number,
    figureNumber,
    unit,
    time,
    readingTime,
    date,
    point,
    /** What takes longest to make, in parts: a digest's first words wait for it. */
    warm: [() => time(60), () => dates('day')],
    /** @param {number} n of things */
    count: (n) => numbers().format(n),
    /** @param {keyof typeof PARTS} part @param {number} instant milliseconds */
    part: (part, instant) => dates(part).format(instant),
  };
}

/**
 * The reader's own locale of the interface's language, where the browser names one.
 * @param {Messages} messages
 * @param {readonly string[]} languages
 * @param {string} sample
 */
function localeFor(messages, languages, sample) {
  const own = languages.find((tag) => primaryTag(tag) === primaryTag(messages.lang) && tag.includes('-'));
  const locale = own || messages.fallbackLocale || messages.lang;
  try {
    // `u-nu-` only where nothing else decides: the reader's region knows its digits.
    return Intl.getCanonicalLocales(own || !/[٠-٩]/.test(sample) ? locale : `${locale}-u-nu-arab`)[0];
  } catch {
    return 'en';
  }
}

/**
 * The days that a date's value covers, for its place on the timeline.
 * @param {string|null|undefined} value
 * @returns {[Date, Date]|null} first day and the day after the last, UTC
 */
export function interval(value) {
  if (!value || value.startsWith('P')) return null;
  if (value.includes('/')) {
    const [from, to] = value.split('/').map(interval);
    if (from && to) return [from[0], to[1]];
    return from || to || null;
  }
  for (const { form, covers } of FORMS) {
    const m = form.exec(value);
    if (m) return covers(m);
  }
  return null;
}

/**
 * @param {Date} from
 * @param {number} count
 * @returns {[Date, Date]}
 */
function days(from, count) {
  return [from, new Date(from.getTime() + count * DAY)];
}

/**
 * @param {number} year
 * @param {number} month the first, from 1
 * @param {number} count
 * @returns {[Date, Date]}
 */
function months(year, month, count) {
  return [utcDate(year, month, 1), utcDate(year, month + count, 1)];
}

/**
 * @param {number} year
 * @param {number} month from 1; past 12 it runs on into the years after
 * @param {number} day
 */
function utcDate(year, month, day) {
  const date = new Date(Date.UTC(2000, (month - 1) % 12, day));
  // Date.UTC takes years below 100 for the twentieth century.
  date.setUTCFullYear(year + Math.floor((month - 1) / 12), (month - 1) % 12, day);
  return date;
}
