// The core's memory: how much a long article takes, and that it is given back. WASM memory
// never shrinks by itself.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { load } from '../../www/src/load.js';

const texts = (/** @type {string} */ language) =>
  readFileSync(new URL(`../../www/bench/texts/${language}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean);

/** The memory of each instance of the core, in the order they came. @type {WebAssembly.Memory[]} */
const memories = [];
/** @template T @param {T} made @returns {T} */
function seen(made) {
  const { exports } = /** @type {any} */ (made).instance ?? made;
  for (const one of Object.values(exports)) if (one instanceof WebAssembly.Memory) memories.push(one);
  return made;
}
const { instantiate } = WebAssembly;
WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
  construct: (Instance, given) => seen(new Instance(.../** @type {[WebAssembly.Module]} */ (given))),
});
WebAssembly.instantiate = async (/** @type {any} */ source, /** @type {any} */ imports) =>
  seen(/** @type {any} */ (await instantiate(source, imports)));

const core = await load({ wasm: readFileSync(new URL('../../www/pkg/khulasa_bg.wasm', import.meta.url)) });
const bytes = () => memories.at(-1)?.buffer.byteLength ?? 0;

/** @param {string} language @param {number} size bytes of UTF-8 */
function article(language, size) {
  const paragraphs = texts(language);
  const blocks = [];
  for (let at = 0, length = 0; length < size; at += 1) {
    const text = paragraphs[at % paragraphs.length];
    blocks.push({ text });
    length += Buffer.byteLength(text);
  }
  return { lang: language, published: '2024-02-21', blocks };
}

/**
 * Bytes of memory at the peak of a long article, as many times as its own; what was reached, to be
 * lowered and never raised. The goal is 6. In English a word is half as long in bytes as in Arabic,
 * and its eight bytes of token weigh twice as much beside it.
 */
const MOST = { en: 6, ar: 4.1 };

/** The same text in one block, which nothing is known of before it is read. @param {ReturnType<typeof article>} given */
const inOne = (given) => ({ ...given, blocks: [{ text: given.blocks.map(({ text }) => text).join(' ') }] });

for (const [language, most] of Object.entries(MOST)) {
  test(`a long article takes no more than so many times its bytes, and gives them back: ${language}`, (t) => {
    core.digest(article(language, 6_000));
    const floor = bytes();
    assert.ok(floor > 0, 'the memory is seen');
    const size = 10_000_000;
    /** The most that a long article takes beside what was taken before. */
    const peak = (given = article(language, size)) => {
      const before = memories.length;
      core.digest(given);
      assert.equal(memories.length, before + 1, 'it began anew in another memory');
      // What was left is the one that grew.
      return memories[before - 1].buffer.byteLength - floor;
    };
    const first = peak();
    t.diagnostic(`floor ${floor}, ${(first / size).toFixed(2)} × the text beside it`);
    assert.ok(first <= most * size, `${(first / size).toFixed(2)} × the text, ${most} at most`);
    core.digest(article(language, 6_000));
    assert.ok(bytes() <= floor, `${bytes()} bytes after it, ${floor} before`);
    assert.ok(peak() <= first, 'the second one takes no more');
    const one = peak(inOne(article(language, size)));
    t.diagnostic(`${(one / size).toFixed(2)} × the text in one block`);
    assert.ok(one <= first, `${(one / size).toFixed(2)} × the text in one block`);
  });
}

test('a thousand digests in a row take no more memory than the first ones', () => {
  const some = ['en', 'ar'].map((language) => article(language, 6_000));
  for (const one of some) core.digest(one);
  const before = bytes();
  const first = JSON.stringify(core.digest(some[0]));
  for (let at = 0; at < 1_000; at += 1) core.digest(some[at % 2]);
  assert.equal(bytes(), before);
  assert.equal(JSON.stringify(core.digest(some[0])), first);
});
