import type {
  Article,
  ArticleInput,
  CastMember,
  DateMention,
  Digest,
  Figure,
  Options,
  Quote,
  Span,
  SummarySentence,
} from './core.js';

export * from './core.js';

/** The version of the package, as `package.json` has it. */
export const version: string;

export type ErrorCode =
  /** The core could not be loaded or compiled; `cause` is what the browser said. */
  | 'load'
  /** The page, or what the selector names, holds no article. */
  | 'no-article'
  /** What was given as a selector is none. */
  | 'selector'
  /** A sidebar, or an article of the page, was asked for where there is no document. */
  | 'no-page'
  /** The core failed: a bug of ours, please report it. */
  | 'core';

/** The one error that the package throws; what a caller got wrong otherwise is a `TypeError`. */
export class KhulasaError extends Error {
  constructor(code: ErrorCode, message: string, options?: { cause?: unknown });
  readonly code: ErrorCode;
}

export interface MountOptions {
  /** The page; `globalThis.document` without it. */
  document?: Document;
  /**
   * The article's element, or a selector of it; found where it is absent. Where a selector names
   * several articles, the sidebar keeps to the one that is being read.
   */
  article?: Element | string;
  /** A digest made elsewhere: no WASM is loaded, nothing is computed. */
  digest?: Digest;
  /** The article that `digest`'s spans count in. */
  blocks?: Pick<Article, 'blocks'> & Partial<Article>;
  /** `end`: right in a left-to-right interface, left in a right-to-left one. */
  side?: 'start' | 'end' | 'left' | 'right';
  length?: 'short' | 'medium' | 'long';
  theme?: 'auto' | 'light' | 'dark';
  /** Of the interface, BCP 47; the article's without it. */
  language?: string;
  /** Further interface languages, or other words for one that is there. */
  messages?: object[];
  /** CSS pixels, 300 to 640. */
  width?: number;
  /** Begin as a tab at the edge, or (false) open; without it open where the page's text leaves room. */
  collapsed?: boolean;
  /** Take the focus on opening, give it back on closing. */
  focus?: boolean;
  /** Read again when the page changes; true without it. */
  watch?: boolean;
  /** Let the page give way where its text would be covered; true without it. */
  room?: boolean;
  /** Of the shadow root; `closed` without it. */
  mode?: 'open' | 'closed';
  /** An element to live on; a new one after `<body>` without it. */
  host?: HTMLElement;
  /** ISO 8601, where the page does not say it. */
  published?: string;
  /** A house's own words: rows, one a line (`unit measure: feddan, feddans`). */
  house?: string;
  /** Keeps the reader's settings; null keeps none, `localStorage` without it. */
  store?: { get(): object; set(settings: object): void } | null;
  /** Closes the sidebar. */
  signal?: AbortSignal;
}

/** An entry of the digest, in events. */
export type Chosen =
  | { type: 'sentence'; index: number; value: SummarySentence }
  | { type: 'figure'; index: number; value: Figure }
  | { type: 'date'; index: number; value: DateMention }
  | { type: 'quote'; index: number; value: Quote };

/** `CustomEvent.detail` by type. `<khulasa-sidebar>` has the same, named `khulasa-…`. */
export interface SidebarEvents {
  /** A digest is ready and shown; again after the page changed. */
  digest: { digest: Digest; article: Article | null };
  /** An item was brought into view in the sidebar. */
  show: { item: Chosen };
  /** An item was chosen; `range` is its passage in the page, null where it is no longer there. */
  choose: { item: Chosen; range: Range | null };
  /** Something was copied, or (`done` false) could not be. */
  copy: { text: string; done: boolean };
  /** The digest was saved as a page. */
  save: { page: string };
  fold: null;
  unfold: null;
  /** There is no digest. */
  error: { status: 'empty' | 'error'; error: unknown };
  close: null;
}

/** A sidebar on the page. */
export interface Sidebar {
  /** Settles when the first digest is shown, or the reason there is none; never rejects. */
  readonly ready: Promise<void>;
  readonly closed: boolean;
  readonly host: HTMLElement;
  /**
   * Chooses an item as a reader does (`figure-0`, `quote-2`); null lets go of what is chosen. A promise
   * where what shows it has yet to be loaded: it settles when the passage is shown, or cannot be.
   */
  choose(id: string | null): void | Promise<void>;
  /** Folds it to a tab at the edge, or unfolds it. */
  fold(folded: boolean): void;
  /** Finds and reads the article again. */
  read(): Promise<void>;
  /** Takes everything back: the page is as it was. */
  close(): void;
  addEventListener<K extends keyof SidebarEvents>(
    type: K,
    listener: (event: CustomEvent<SidebarEvents[K]>) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof SidebarEvents>(
    type: K,
    listener: (event: CustomEvent<SidebarEvents[K]>) => void,
    options?: boolean | EventListenerOptions,
  ): void;
}

/**
 * Shows the sidebar beside the page's article.
 * @throws {KhulasaError} `no-page` where there is no document
 */
export function mount(options?: MountOptions): Sidebar;

/**
 * The digest of an article, without a sidebar.
 * @param target an element of the page, a selector, or an article's blocks or text; the page's
 *   article where it is absent
 * @throws {KhulasaError} `no-article`, `selector`, `no-page`, `load`, `core`
 */
export function summarize(
  target?: Element | ArticleInput | string | null,
  options?: Options & { signal?: AbortSignal },
): Promise<Digest>;

/** What the finder takes for a page's article. */
export interface Found {
  /** What the article stands in. */
  root: Element;
  /** The text nodes of it that are the article's; all where absent. */
  nodes?: Text[];
  title?: string;
  byline?: string;
  /** ISO 8601, with the zone where the page says it. */
  published?: string;
  /** BCP 47. */
  lang?: string;
}

/**
 * Finds the article of a page; null where there is none.
 * @throws {KhulasaError} `selector`, `no-page`
 */
export function findArticle(page?: Document, options?: { selector?: string }): Promise<Found | null>;

export interface LoadOptions {
  /** The folder that `khulasa_bg.wasm` lies in; that of the script without it. */
  base?: string | URL;
  /** The module itself or its address. */
  wasm?: string | URL | BufferSource | WebAssembly.Module | Response | PromiseLike<Response>;
}

/** The core, loaded. */
export interface Core {
  /** What an article says, of plain values. @throws {TypeError} where it is no article */
  digest(article: ArticleInput, options?: Options): Digest;
}

/**
 * Loads the core, once for all callers: the options of the first call count.
 * @throws {KhulasaError} `load`
 */
export function load(options?: LoadOptions): Promise<Core>;

export type { Article, CastMember, Digest, Span };
