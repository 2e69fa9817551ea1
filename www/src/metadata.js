/**
 * What a page says of its article: JSON-LD, Open Graph and other `meta` tags, `time`, `lang`.
 *
 * @typedef {object} Metadata
 * @property {string} [title]
 * @property {string} [byline]
 * @property {string} [published] ISO 8601, the day as the page has it written
 * @property {string} [lang] BCP 47
 * @property {boolean} isArticle whether the page says that it is one; many articles' pages do not
 */

/** schema.org types whose dates and headlines are an article's. */
const ARTICLE = /(?:Article|Posting|Report|Review|Story)$|^LiveBlog/;

/** @param {unknown} value @returns {string | undefined} */
const text = (value) => (typeof value === 'string' && value.trim() ? value.trim() : undefined);

/** @param {unknown} value @returns {any[]} */
const list = (value) => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]);

/**
 * Every node of the page's JSON-LD that is an article.
 * @param {Document} document
 * @returns {any[]}
 */
function articleNodes(document) {
  const found = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    let data;
    try {
      // Some systems wrap it against old parsers.
      data = JSON.parse((script.textContent ?? '').replace(/^\s*(?:<!\[CDATA\[|<!--)|(?:\]\]>|-->)\s*$/g, ''));
    } catch {
      continue;
    }
    const queue = list(data);
    // Graphs and lists; not what an article mentions, which has dates of its own.
    for (let i = 0; i < queue.length && i < 1000; i++) {
      const node = queue[i];
      if (typeof node !== 'object' || node === null) continue;
      if (Array.isArray(node)) queue.push(...node.slice(0, 100));
      else {
        if (list(node['@type']).some((type) => ARTICLE.test(String(type)))) found.push(node);
        queue.push(...list(node['@graph']), ...list(node.mainEntity));
      }
    }
  }
  return found;
}

/** @param {unknown} author @returns {string | undefined} */
function names(author) {
  const found = list(author)
    .map((one) => text(typeof one === 'string' ? one : text(one?.name)))
    .filter(Boolean);
  return found.length > 0 ? [...new Set(found)].join(', ') : undefined;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * A date as ISO 8601 with the day as written, whatever zone stands beside it.
 * @param {string | null | undefined} value
 * @returns {string | undefined}
 */
export function isoDate(value) {
  const written = value?.trim();
  if (!written) return undefined;
  const iso =
    /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ]+(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?/i.exec(
      written,
    );
  if (iso) {
    const [, year, month, day, hour, minute, second, zone] = iso;
    if (Number(month) > 12 || Number(day) > 31) return undefined;
    const clock = hour ? `T${hour}:${minute}${second ? `:${second}` : ''}` : '';
    const offset = zone && (/^[+-]/.test(zone) ? zone.replace(/^(...):?/, '$1:') : 'Z');
    return `${year}-${month}-${day}${clock}${(clock && offset) || ''}`;
  }
  // `7 March 2024`, `Thu, 07 Mar 2024 23:30:00 +0300`, `March 7, 2024`.
  const parts = /(\d{1,2})(?:st|nd|rd|th)?[\s-]+(\p{L}{3})\p{L}*\.?,?[\s-]+(\d{4})/u.exec(written);
  const other = /(\p{L}{3})\p{L}*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/u.exec(written);
  const [day, name, year] = parts ? parts.slice(1) : other ? [other[2], other[1], other[3]] : [];
  const month = name ? MONTHS.indexOf(name.toLowerCase()) + 1 : 0;
  if (!month || Number(day) > 31) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * What the page says of its article.
 * @param {Document} document
 * @param {Node} [root] the article, where it is known: the nearest `lang` and the first `time` count
 * @returns {Metadata}
 */
export function readMetadata(document, root) {
  const nodes = articleNodes(document);
  /** @param {string[]} keys */
  const meta = (...keys) => {
    for (const key of keys) {
      const selector = ['property', 'name', 'itemprop'].map((by) => `meta[${by}="${key}" i]`).join();
      for (const element of document.querySelectorAll(selector)) {
        const content = text(element.getAttribute('content'));
        if (content) return content;
      }
    }
    return undefined;
  };
  /** @param {string} key */
  const ld = (key) => nodes.map((node) => text(node[key])).find(Boolean);

  const element = /** @type {Element | undefined} */ (root?.nodeType === 1 ? root : (root?.parentNode ?? undefined));
  const times = (element ?? document).querySelectorAll('time[datetime]');
  // A time in the article's first lines is its own; one in a page's list of links may be anyone's.
  const time = times.length > 0 && (element || times.length === 1) ? times[0].getAttribute('datetime') : undefined;
  const published = [
    ld('datePublished'),
    meta(
      'article:published_time',
      'og:article:published_time',
      'datePublished',
      'date',
      'pubdate',
      'publishdate',
      'publish-date',
      'publish_date',
      'dc.date',
      'dc.date.issued',
      'dcterms.created',
      'dcterms.date',
      'parsely-pub-date',
      'sailthru.date',
      'cxenseparse:recs:publishtime',
      'citation_publication_date',
    ),
    ...['datetime', 'title'].map((by) => document.querySelector('[itemprop~="datePublished"]')?.getAttribute(by)),
    document.querySelector('time[pubdate]')?.getAttribute('datetime'),
    time,
  ];
  const lang =
    text(element?.closest?.('[lang]')?.getAttribute('lang')) ??
    text(document.documentElement?.getAttribute('lang') ?? document.documentElement?.getAttribute('xml:lang')) ??
    ld('inLanguage') ??
    meta('og:locale', 'content-language', 'language') ??
    text(document.querySelector('meta[http-equiv="content-language" i]')?.getAttribute('content'));
  return {
    title: readTitle(document, ld('headline'), meta('og:title', 'twitter:title', 'headline'), meta('og:site_name')),
    byline:
      names(nodes.map((node) => node.author).find(Boolean)) ??
      authorOf(meta('author', 'byl', 'dc.creator', 'parsely-author')) ??
      authorOf(
        text(document.querySelector('[itemprop~="author"] [itemprop~="name"], [itemprop~="author"]')?.textContent),
      ),
    published: published.map((value) => isoDate(value)).find(Boolean),
    lang: lang && /^[a-z]{2,3}(?:[-_][a-z0-9]+)*$/i.test(lang) ? lang.replaceAll('_', '-') : undefined,
    isArticle: nodes.length > 0 || meta('og:type')?.toLowerCase() === 'article',
  };
}

/** A name without what stands before it: `By Ruth Okafor`, `حوار: …`, "interview: …". @param {string | undefined} author */
const authorOf = (author) =>
  author && !/^https?:/.test(author) ? author.replace(/^(?:by\s+|بقلم\s+|[^:]{2,15}:\s*)/i, '') : undefined;

/**
 * The headline: without the site's name where it stands beside it.
 * @param {Document} document
 * @param {string | undefined} headline
 * @param {string | undefined} shared as social networks show it
 * @param {string | undefined} site
 */
function readTitle(document, headline, shared, site) {
  const given = headline ?? shared ?? text(document.title);
  if (!given) return undefined;
  // Of a title with the site's name before it or behind it, the page's one heading is the headline.
  const headings = headline ? [] : document.querySelectorAll('h1');
  const heading = headings.length === 1 ? text(headings[0].textContent?.replace(/\s+/g, ' ')) : undefined;
  if (heading?.includes(' ') && given.includes(heading)) return heading;
  const parts = given.split(/\s+[|\-–—:»«•·]\s+/u);
  if (parts.length < 2) return given;
  const last = parts[parts.length - 1];
  // A name of the site, or at most four words beside a headline that is longer.
  const isSite = last === site || (!headline && last.split(/\s+/).length <= 4);
  const rest = given.slice(0, given.lastIndexOf(last)).replace(/\s+[|\-–—:»«•·]\s+$/u, '');
  return isSite && rest.split(/\s+/).length >= 3 ? rest : given;
}
