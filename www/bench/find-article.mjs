// The finder and the page's reading as a system of ../shared/eval/articles.mjs, which measures
// how much of an article's text, and how little else, reaches the digest:
//
//   cd www/bench && npm ci && node ../../../shared/eval/articles.mjs \
//     --system module:find-article.mjs --aeb ../../../shared/eval/data/pages

import { readFileSync } from 'node:fs';
import { findArticle } from '../src/find.js';
import { load } from '../src/load.js';

const core = await load({ wasm: readFileSync(new URL('../pkg/khulasa_bg.wasm', import.meta.url)) });

/** @param {Document} document */
export async function extract(document) {
  const found = findArticle(document);
  if (!found) return null;
  const { root, byline, ...about } = found;
  const reading = core.read(root, about);
  const { blocks, title } = reading.article;
  // What the digest passes over does not reach it.
  for (const { block, start } of reading.digest().boilerplate)
    if (block !== null) blocks[block].text = blocks[block].text.slice(0, start);
  reading.free();
  return { blocks, title, byline, published: found.published };
}
