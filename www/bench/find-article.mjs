// The finder and the page's reading as a system of ../shared/eval/articles.mjs, which measures
// how much of an article's text, and how little else, reaches the digest:
//
//   cd www/bench && npm ci && node ../../../shared/eval/articles.mjs \
//     --system module:find-article.mjs --aeb ../../../shared/eval/data/pages
//
// FIRST in the environment asks something else before the finder, to compare the orders
// (docs/FINDER.md): `json-ld`, the articleBody of the page's JSON-LD; `markup`, the element marked up
// as the article.

import { readFileSync } from 'node:fs';
import process from 'node:process';
import { findArticle } from '../src/find.js';
import { load } from '../src/load.js';

const core = await load({ wasm: readFileSync(new URL('../pkg/khulasa_bg.wasm', import.meta.url)) });

/** @type {Record<string, (document: Document) => import('../src/find.js').Found | { blocks: { text: string }[] } | null>} */
const orders = {
  'json-ld'(document) {
    for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
      const body = /"articleBody"\s*:\s*("(?:[^"\\]|\\.)*")/s.exec(script.textContent ?? '')?.[1];
      if (body) return { blocks: [{ text: JSON.parse(body.replace(/[\n\r\t]/g, ' ')) }] };
    }
    return findArticle(document);
  },
  markup(document) {
    let [root, most] = /** @type {[Element | null, number]} */ ([null, 140]);
    for (const element of document.querySelectorAll('[itemprop~="articleBody"], article, main, [role="main"]')) {
      let length = 0;
      for (const p of element.querySelectorAll('p')) length += p.textContent?.length ?? 0;
      // Of two that hold the same the inner one, which comes later.
      if (length >= most) [root, most] = [element, length];
    }
    return root ? { root } : findArticle(document);
  },
};

/** @param {Document} document */
export async function extract(document) {
  const found = (orders[process.env.FIRST ?? ''] ?? findArticle)(document);
  if (!found) return null;
  if ('blocks' in found) return found;
  const { root, byline, ...about } = found;
  const reading = core.read(root, about);
  const { blocks, title } = reading.article;
  // What the digest passes over does not reach it.
  for (const { block, start } of reading.digest().boilerplate)
    if (block !== null) blocks[block].text = blocks[block].text.slice(0, start);
  reading.free();
  return { blocks, title, byline, published: found.published };
}
