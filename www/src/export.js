/**
 * A digest in forms that a newsroom's other systems read.
 *
 * @typedef {import('./sidebar/types.js').Digest} Digest
 * @typedef {import('./sidebar/types.js').Article} Article
 */
import { passageLink } from './sidebar/share.js';

/**
 * The article's quotations and gist as schema.org JSON-LD. Only what was said word for word is
 * a `Quotation`; reported speech is the reporter's words. A speaker with a role is a `Person`;
 * of a name alone it is not known whether it is a person's or an organization's, and nothing
 * is said of it.
 *
 * @param {Digest} digest
 * @param {{url?: string, article?: Partial<Article>|null}} [about] `url`: the article's address;
 *   `article`: its blocks, with which each citation leads to the very words (a text fragment)
 * @returns {Record<string, any>} a plain object, for `JSON.stringify`
 */
export function toJsonLd(digest, { url, article } = {}) {
  const blocks = article?.blocks;
  const whole = blocks?.map((block) => block.text).join('\n') ?? '';
  const quotations = digest.quotes
    .filter((quote) => quote.direct)
    .map((quote) => {
      const { name, role } = quote.speaker ?? {};
      const block = quote.span.block == null ? undefined : blocks?.[quote.span.block]?.text;
      return given({
        '@type': 'Quotation',
        text: quote.text,
        inLanguage: digest.language,
        spokenByCharacter: name ? given({ '@type': role ? 'Person' : undefined, name, jobTitle: role }) : undefined,
        citation: url && (block ? passageLink(url, block, quote.span, whole) : url),
      });
    });
  return given({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': url,
    url,
    headline: digest.title ?? article?.title,
    inLanguage: digest.language,
    datePublished: digest.published ?? article?.published,
    abstract: digest.summary.map((sentence) => sentence.text).join(' ') || undefined,
    hasPart: quotations.length > 0 ? quotations : undefined,
  });
}

/** @param {Record<string, any>} fields @returns {Record<string, any>} those that have a value */
const given = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));

const COLUMNS = ['text', 'value', 'high', 'modifier', 'kind', 'unit', 'place', 'owner', 'block', 'start', 'end'];

/**
 * A digest's figures as CSV (RFC 4180): a line of names, then a line a figure. Empty cells are
 * what the article does not say; `block`, `start` and `end` are the span, the title's block empty.
 *
 * @param {Digest} digest
 * @param {{bom?: boolean}} [options] `bom`: begin with a byte order mark, without which Excel
 *   takes Arabic for another encoding; true
 * @returns {string}
 */
export function figuresToCsv(digest, { bom = true } = {}) {
  const rows = digest.figures.map(({ text, value, high, modifier, kind, unit, place, owner, span }) =>
    [...[text, value, high, modifier, kind, unit, place?.text, owner?.text], ...[span.block, span.start, span.end]].map(
      cell,
    ),
  );
  return `${bom ? '\ufeff' : ''}${[COLUMNS, ...rows].map((row) => `${row.join(',')}\r\n`).join('')}`;
}

/** @param {string|number|null|undefined} value */
function cell(value) {
  const text = String(value ?? '');
  // A spreadsheet runs a cell that begins like this as a formula; an article's words are anyone's.
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
