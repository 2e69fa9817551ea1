// What the benches in Node and in browsers share: texts of any length, and systems taking turns
// on them. Knows neither of the two.

/** @typedef {{ run: (article: any, text: string) => unknown, reads: string[], finds: string, slow?: boolean }} System */

/** The day that all sample articles are of. */
export const PUBLISHED = '2024-02-21';

const utf8 = new TextEncoder();
/** @param {string} text @returns {number} of UTF-8 */
export const bytesOf = (text) => utf8.encode(text).length;

/**
 * Paragraphs of a sample article, over and over, up to `bytes` of UTF-8.
 * @param {string} sample
 * @param {number} bytes
 */
function textOf(sample, bytes) {
  const paragraphs = sample.trim().split('\n');
  const sizes = paragraphs.map((paragraph) => bytesOf(paragraph) + 1);
  const out = [];
  for (let size = 0, at = 0; size < bytes; at += 1) {
    out.push(paragraphs[at % paragraphs.length]);
    size += sizes[at % paragraphs.length];
  }
  return out;
}

/** @param {number[]} xs */
export const median = (xs) => [...xs].sort((a, b) => a - b)[xs.length >> 1];

/**
 * Milliseconds of one run of each system: the median over rounds in which all take turns.
 * @param {[string, System][]} chosen
 * @param {string} language
 * @param {string} sample an article of that language, a paragraph a line
 * @param {number} bytes of the text
 * @param {() => Promise<unknown>} [rest] between two measurements, where something else has to have its turn
 * @returns {Promise<{ size: number, times: Record<string, number> }>}
 */
export async function measure(chosen, language, sample, bytes, rest = async () => {}) {
  const paragraphs = textOf(sample, bytes);
  const [title, ...texts] = paragraphs;
  const input = {
    lang: language,
    published: PUBLISHED,
    title,
    blocks: texts.map((text) => ({ kind: 'paragraph', text })),
  };
  const text = paragraphs.join('\n');
  /** @type {Record<string, number[]>} */
  const times = Object.fromEntries(chosen.map(([name]) => [name, []]));
  const long = bytes > 100_000;
  for (const [, system] of chosen)
    for (let i = 0; i < (system.slow ? 1 : long ? 2 : 60); i += 1) system.run(input, text);
  for (let round = 0; round < (long ? 5 : 15); round += 1) {
    for (const [name, system] of chosen) {
      if (system.slow && round >= 3) continue;
      const runs = system.slow || long ? 1 : Math.max(1, Math.round(200_000 / bytes));
      await rest();
      const start = performance.now();
      for (let i = 0; i < runs; i += 1) system.run(input, text);
      times[name].push((performance.now() - start) / runs);
    }
  }
  return {
    size: bytesOf(text),
    times: Object.fromEntries(chosen.map(([name]) => [name, median(times[name])])),
  };
}

/** @param {number} x */
export const round = (x) => (x < 1 ? x.toFixed(3) : x < 100 ? x.toFixed(2) : x.toFixed(0));

/**
 * Puts a table between its marks in a page of the documentation.
 * @param {string} page
 * @param {string} name of the marks
 * @param {string} table
 */
export function place(page, name, table) {
  const [from, to] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [start, end] = [page.indexOf(from), page.indexOf(to)];
  if (start < 0 || end < start) throw new Error(`there is no place for ${name}`);
  return `${page.slice(0, start + from.length)}\n\n${table.trim()}\n\n${page.slice(end)}`;
}
