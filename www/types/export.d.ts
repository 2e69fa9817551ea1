import type { Article, Digest } from './core.js';

/** The article's quotations and gist as schema.org JSON-LD (`NewsArticle` with `Quotation`s). */
export function toJsonLd(
  digest: Digest,
  about?: { url?: string; article?: Partial<Article> | null },
): Record<string, unknown>;

/** A digest's figures as CSV (RFC 4180), with a byte order mark unless `bom` is false. */
export function figuresToCsv(digest: Digest, options?: { bom?: boolean }): string;
