// The source against the published types: whatever these promise, the source has.
import type * as published from 'khulasa';
import type * as publishedExport from 'khulasa/export';
import * as sourceExport from '../../www/src/export.js';
import * as source from '../../www/src/index.js';

export const same: Omit<typeof published, 'mount'> = source;
export const sameExport: typeof publishedExport = sourceExport;
/** Its listeners take any event; which types there are and what comes with them, the types say. */
export const sidebar: Omit<published.Sidebar, 'addEventListener' | 'removeEventListener'> = source.mount({
  side: 'start',
  article: 'main',
} satisfies published.MountOptions);
