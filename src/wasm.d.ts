/** A stretch of the article's text. */
export interface Span {
  /** Number of the block in `Article.blocks`; null: the title. */
  block: number | null;
  /** UTF-16 code units from the start of the block's text, as JavaScript's strings count. */
  start: number;
  /** The unit after the last. */
  end: number;
}

/** Words of the article, and where they stand: `text` is exactly what is at `span`. */
export interface Stretch {
  text: string;
  span: Span;
}

export type BlockKind =
  | "heading"
  | "paragraph"
  | "quote"
  | "list-item"
  | "caption"
  | "table"
  /** A post of a social network, a video's title, another page's card. */
  | "embed"
  /** Links to other articles. */
  | "related";

export interface Block {
  kind: BlockKind;
  text: string;
}

/** An article as it was read. */
export interface Article {
  /** BCP 47 tag; null: detected from the text. */
  lang: string | null;
  /** ISO 8601 date, or date and time, that relative dates count from. */
  published: string | null;
  title: string | null;
  /** In reading order. */
  blocks: Block[];
}

/** An article to be digested: its blocks, or its text with a paragraph a line. */
export type ArticleInput = Partial<Omit<Article, "blocks">> &
  ({ blocks: { kind?: BlockKind; text: string }[] } | { text: string });

export interface Options {
  /** How many sentences the summary has; else by `length`. */
  sentences?: number;
  /** How long the summary is; `short` where nothing is asked for. */
  length?: "short" | "medium" | "long";
  /** In place of the article's own publication date. */
  published?: string;
  /** A house's own words: rows, one a line (`unit measure: feddan, feddans`); see the docs' configuration. */
  house?: string;
}

export interface ReadOptions {
  /** Only these text nodes are read. */
  nodes?: Iterable<Text>;
  /** Only what stands in this range is read, such as the reader's selection. */
  within?: AbstractRange;
  title?: string;
  /** ISO 8601. */
  published?: string;
  /** BCP 47 tag. */
  lang?: string;
}

/**
 * What an article says. Every list is in reading order; every `text` is word for word the
 * article's.
 */
export interface Digest {
  /** BCP 47 tag of the language most of the text is in; `und` where none is known. */
  language: string;
  direction: "ltr" | "rtl";
  title: string | null;
  published: string | null;
  summary: SummarySentence[];
  figures: Figure[];
  dates: DateMention[];
  quotes: Quote[];
  /** Who is quoted, in the order they first speak. */
  speakers: CastMember[];
  /** Marked words that are no one's speech: titles of works, names, terms. */
  terms: Stretch[];
  /**
   * What was given as the article and is not its own text (captions, links to other articles,
   * pleas, credits): whole blocks, or the end of one. Nothing else here is taken from it.
   */
  boilerplate: Span[];
  /** What was wrong with the input and was passed over, in English, for developers. */
  warnings: string[];
}

export interface SummarySentence extends Stretch {
  /** 0 to 1; comparable within one digest only. */
  score: number;
  /** Indices of the digest's figures, dates and quotes that stand inside. */
  figures: number[];
  dates: number[];
  quotes: number[];
}

export type Modifier =
  | "approx"
  | "more-than"
  | "less-than"
  | "at-least"
  | "at-most"
  | "start"
  | "mid"
  | "end"
  | "before"
  | "after";

/** A quantity of something: modifier, number and counted noun or unit. */
export interface Figure extends Stretch {
  /** The number; the lower end of a range. */
  value: number;
  /** The upper end of a range. */
  high: number | null;
  modifier: Modifier | null;
  kind: "troops" | "casualties" | "people" | "money" | "percent" | "measure" | "age" | "count";
  /** ISO 4217 code of a known currency, `%`, or the counted noun as it stands. */
  unit: string | null;
  /** The sentence it stands in. */
  sentence: Span | null;
  /** Where the counted things are, and whose they are, as the text says. */
  place: Stretch | null;
  owner: Stretch | null;
}

/** A date, a span of time, or a duration. */
export interface DateMention extends Stretch {
  kind: "date" | "range" | "duration" | "time";
  /**
   * ISO 8601 with EDTF's open digits, as precise as the text: `2023-10-07`, `201X`, `2024-W07`,
   * `2014-09/2017-12`, `P3Y`, `P2W/P3W` (two to three weeks), `2024-02-17T15:00`; null where it counts from an unknown day.
   */
  value: string | null;
  modifier: Modifier | null;
  /** First and last day, `YYYY-MM-DD`, where the value is on the calendar. */
  start: string | null;
  end: string | null;
  /** The sentence that says what happened. */
  sentence: Span | null;
}

/** What someone said, or is reported to have said. */
export interface Quote extends Stretch {
  /** Between marks, word for word; else reported. */
  direct: boolean;
  /** A fragment woven into the article's own sentence. */
  partial: boolean;
  speaker: Speaker | null;
  /** The verb or phrase of saying. */
  cue: Stretch | null;
}

export interface Speaker {
  /** The fullest name that the article gives. */
  name: string;
  role: string | null;
  /** Where the speaker is named at the cue; null where only a verb ending or a pronoun stands. */
  span: Span | null;
}

export interface CastMember {
  name: string;
  role: string | null;
  /** Where the article first names them. */
  span: Span;
  /** How many quotes, direct and reported, are theirs. */
  quotes: number;
}
