/**
 * The shapes the sidebar works on, in JSDoc for `tsc --checkJs`. They are the article
 * and the digest of the core as its JavaScript surface gives them; what the sidebar can
 * do without is optional here, so that a digest made elsewhere (on a newsroom's server)
 * is shown as well.
 *
 * @typedef {object} Span
 * @property {number|null} block number of the block, null for the title
 * @property {number} start UTF-16 code units from the start of the block's text
 * @property {number} end
 *
 * @typedef {{text: string, span: Span}} Passage words of the article and where they stand
 *
 * @typedef {object} SummarySentence
 * @property {string} text
 * @property {Span} span
 * @property {number} [score]
 * @property {number[]} [figures] indices into the digest's figures
 * @property {number[]} [dates]
 * @property {number[]} [quotes]
 *
 * @typedef {object} Figure
 * @property {string} text
 * @property {Span} span
 * @property {number} value
 * @property {number|null} [high] upper end of a range
 * @property {string|null} [modifier]
 * @property {string} kind
 * @property {string|null} [unit] ISO 4217 code, `%`, the counted noun, or null
 * @property {Passage|null} [place]
 * @property {Passage|null} [owner]
 * @property {Span|Passage|null} [sentence]
 *
 * @typedef {object} DateMention
 * @property {string} text
 * @property {Span} span
 * @property {string} kind `date`, `range`, `duration` or `time`
 * @property {string|null} [value] ISO 8601 as ANNOTATION has it (`2014-09`, `201X`, `P3Y`)
 * @property {string|null} [modifier]
 * @property {string|null} [start] first day, ISO
 * @property {string|null} [end] last day, ISO
 * @property {Span|Passage|null} [sentence]
 *
 * @typedef {object} Speaker
 * @property {string|null} name
 * @property {string|null} [role]
 * @property {Span|null} [span]
 *
 * @typedef {object} Quote
 * @property {string} text
 * @property {Span} span
 * @property {boolean} direct
 * @property {boolean} [partial]
 * @property {Speaker|null} [speaker]
 * @property {Passage|null} [cue]
 * @property {Span|Passage|null} [sentence]
 *
 * @typedef {object} Digest
 * @property {string} [language]
 * @property {'ltr'|'rtl'} [direction]
 * @property {string|null} [title]
 * @property {string|null} [published]
 * @property {SummarySentence[]} summary
 * @property {Figure[]} figures
 * @property {DateMention[]} dates
 * @property {Quote[]} quotes
 * @property {Array<{name: string, role?: string|null, quotes?: number, span?: Span|null}>} [speakers]
 * @property {Passage[]} [terms]
 * @property {string[]} [warnings]
 *
 * @typedef {object} Article
 * @property {Array<{kind: string, text: string}>} blocks
 * @property {string|null} [title]
 * @property {string|null} [published]
 * @property {string|null} [lang]
 *
 * @typedef {object} DigestOptions
 * @property {number} [sentences]
 * @property {'short'|'medium'|'long'} [length]
 * @property {string} [published]
 * @property {string} [house] a house's own words, as rows
 *
 * @typedef {object} Reading an article read from the live page, with its text nodes kept
 * @property {Article} article
 * @property {boolean} truncated whether the page goes on behind what was read
 * @property {(options: DigestOptions|undefined, pace: import('../rest.js').Pace) => Promise<Digest>} digestInParts
 * @property {(span: Span) => Range|null} range
 * @property {() => void} free
 *
 * @typedef {object} Core
 * @property {(root: Element, options: {nodes?: Iterable<Text>, published?: string, lang?: string, title?: string}|undefined, pace: import('../rest.js').Pace) => Promise<Reading>} readInParts
 * @property {(article: any, options?: DigestOptions) => Digest} digest plain values, no page
 *
 * @typedef {'sentence'|'figure'|'date'|'quote'} ItemType
 *
 * @typedef {object} Item a thing in the sidebar that a reader can choose
 * @property {string} id
 * @property {ItemType} type
 * @property {number} index its place in the digest's list of that type
 * @property {Span} span
 * @property {string} text exactly what stands at the span
 * @property {string} around the sentence that holds it
 * @property {number} at where `text` begins in `around`
 */

export {};
