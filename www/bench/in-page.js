// What browsers.mjs runs in a page.

import { measure, median } from './measure.js';
import { others } from './systems.js';

const SIZES = [1_000, 10_000, 100_000, 1_000_000, 10_000_000];

/** Paragraphs of the pages that are read. */
const PAGES = [30, 300, 1_000];
const ROUNDS = 7;

/**
 * A page's body around an article: every third paragraph with a link in it, a menu before, cards behind.
 * @param {string[]} lines
 * @param {number} paragraphs
 */
function bodyOf(lines, paragraphs) {
  const make = (/** @type {string} */ tag, /** @type {(Node | string)[]} */ ...inside) => {
    const element = document.createElement(tag);
    element.append(...inside);
    return element;
  };
  const link = (/** @type {string} */ words) => {
    const a = make('a', words);
    a.setAttribute('href', '#');
    return a;
  };
  const [title, ...texts] = lines;
  const written = Array.from({ length: paragraphs }, (_, at) => {
    const text = texts[at % texts.length];
    const cut = text.indexOf(' ', text.length >> 1);
    return at % 3 ? make('p', text) : make('p', text.slice(0, cut), ' ', link(text.slice(cut + 1)));
  });
  const article = make('article', make('h1', title), ...written);
  const menu = make('nav', ...Array.from({ length: 30 }, (_, at) => link(`Section ${at}`)));
  const cards = make('aside', ...Array.from({ length: 12 }, () => make('div', make('h3', link(title)))));
  document.body.replaceChildren(menu, make('main', article), cards);
  return article;
}

/**
 * Milliseconds to find the article of a page, and to read it to plain values; medians.
 * @param {any} core
 * @param {(document: Document) => unknown} find
 * @param {string} sample
 * @param {() => Promise<unknown>} rest
 */
async function readings(core, find, sample, rest) {
  const rows = [];
  for (const paragraphs of PAGES) {
    const root = bodyOf(sample.trim().split('\n'), paragraphs);
    const runs = Math.max(1, Math.round(600 / paragraphs));
    const read = () => {
      const reading = core.read(root);
      const { blocks } = reading.article;
      reading.free();
      if (blocks.length < paragraphs) throw new Error(`${blocks.length} blocks of ${paragraphs}`);
    };
    const found = () => {
      if (!find(document)) throw new Error('no article was found');
    };
    /** @type {number[][]} */
    const times = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [at, work] of [found, read].entries()) {
        await rest();
        const start = performance.now();
        for (let run = 0; run < runs; run += 1) work();
        times[at].push((performance.now() - start) / runs);
      }
    }
    const elements = document.getElementsByTagName('*').length;
    rows.push({ paragraphs, elements, find: median(times[0]), read: median(times[1]) });
  }
  document.body.replaceChildren();
  return rows;
}

/** @param {Record<string, string>} samples an article by language */
export async function run(samples) {
  const [embed, finder] = ['/embed/khulasa.js', '/embed/find.js'];
  const core = await (await import(embed)).load();
  const rest = () => new Promise((done) => setTimeout(done));
  /** @type {import('./measure.js').System} */
  const khulasa = { run: (article) => core.digest(article), reads: ['en', 'ar'], finds: '' };
  const { times } = await measure(Object.entries({ khulasa, ...others }), 'en', samples.en, 6_000, rest);
  /** @type {Record<string, { size: number, ms: number }[]>} */
  const lengths = { en: [], ar: [] };
  for (const language of ['en', 'ar']) {
    for (const bytes of SIZES) {
      const measured = await measure([['khulasa', khulasa]], language, samples[language], bytes, rest);
      lengths[language].push({ size: measured.size, ms: measured.times.khulasa });
    }
  }
  const { findArticle } = await import(finder);
  const pages = await readings(core, findArticle, samples.en, rest);
  return { article: times, lengths, sizes: SIZES, pages };
}
