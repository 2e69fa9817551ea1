// The core in Node: WASM and plain JavaScript give the same digest, and a caller's mistakes are told.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import * as fallback from '../../www/pkg/khulasa_fallback.js';
import { KhulasaError } from '../../www/src/error.js';
import { load } from '../../www/src/load.js';

const wasm = readFileSync(new URL('../../www/pkg/khulasa_bg.wasm', import.meta.url));
const sentence =
  'The minister said on Monday that 2,500 soldiers had left the valley since 3 March 2024. ' +
  'قال الوزير إن نحو 2500 عسكري غادروا الوادي منذ 3 مارس 2024. ';

test('plain JavaScript gives what WASM gives, also after its memory has grown', async () => {
  const core = await load({ wasm });
  await fallback.default();
  for (const times of [1, 100, 5000]) {
    const article = {
      published: '2024-03-10',
      title: 'A valley',
      blocks: Array.from({ length: times }, (_, n) => ({ text: `${n} ${sentence}` })),
    };
    assert.deepEqual(fallback.digest(article), core.digest(article), `${times} paragraphs`);
  }
});

test('a digest is what the native program gives, field by field', async () => {
  const core = await load({ wasm });
  const article = (/** @type {string} */ language) => {
    const text = readFileSync(new URL(`../../www/bench/texts/${language}.txt`, import.meta.url), 'utf8');
    const [title, ...blocks] = text.trim().split('\n');
    const more = [
      'It is 3.5 °C, or -0.25 °C. 🛰 “We lost,” she said. The film “Northern Light” was shown. About 12 soldiers were killed in Aleppo. It killed 12 Afghan soldiers.',
      '(AFP)',
      sentence,
    ];
    return { lang: language, published: '2024-02-21', title, blocks: [...blocks, ...more].map((text) => ({ text })) };
  };
  const articles = [article('en'), article('ar'), { published: 'yesterday', text: '' }];
  const lines = execFileSync('cargo', ['run', '--quiet', '--features', 'cli'], {
    cwd: new URL('../..', import.meta.url),
    input: articles.map((article) => `${JSON.stringify(article)}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 1 << 24,
  });
  const native = lines.trim().split('\n');
  // In text, so that the fields' order counts.
  const digests = articles.map((article) => JSON.stringify({ id: null, ...core.digest(article) }));
  assert.deepEqual(
    digests,
    native.map((line) => JSON.stringify(JSON.parse(line))),
  );
  /** @type {any[]} */
  const read = digests.map((line) => JSON.parse(line));
  for (const list of ['summary', 'figures', 'dates', 'quotes', 'speakers', 'terms', 'boilerplate', 'warnings'])
    assert.ok(
      read.some((digest) => digest[list].length > 0),
      list,
    );
  for (const field of ['high', 'modifier', 'place', 'owner'])
    assert.ok(
      read.some(({ figures }) => figures.some((/** @type {any} */ figure) => figure[field] !== null)),
      field,
    );
});

test('every text of a digest stands at its span', async () => {
  const core = await load({ wasm });
  const blocks = [{ text: `🛰 ${sentence}` }, { text: sentence }];
  const digest = core.digest({ blocks });
  const mentions = [...digest.summary, ...digest.figures, ...digest.dates, ...digest.quotes];
  assert.ok(mentions.length > 0);
  for (const { text, span } of mentions) {
    assert.equal(blocks[span.block ?? 0].text.slice(span.start, span.end), text);
  }
});

test('what is no article is a TypeError, and the core goes on', async () => {
  const core = await load({ wasm });
  for (const input of [null, 3, {}, { blocks: [3] }, { text: 5 }]) {
    assert.throws(() => core.digest(/** @type {any} */ (input)), TypeError);
  }
  assert.deepEqual(core.digest({ text: '' }).summary, []);
});

test('options that are none are passed over with a warning', async () => {
  const core = await load({ wasm });
  const options = /** @type {any} */ ({ sentences: 'three', length: 'endless', published: 'yesterday' });
  assert.equal(core.digest({ text: sentence }, options).warnings.length, 3);
  assert.equal(core.digest({ text: sentence }, { sentences: 1 }).summary.length, 1);
});

test('a core that failed says so and is not called again', async () => {
  const core = await load({ wasm });
  const broken = /** @type {any} */ ({
    get text() {
      throw new WebAssembly.RuntimeError('unreachable');
    },
  });
  const isCore = (/** @type {unknown} */ error) => error instanceof KhulasaError && error.code === 'core';
  assert.throws(() => core.digest(broken), isCore);
  assert.throws(() => core.digest({ text: sentence }), isCore);
});
