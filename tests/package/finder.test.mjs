// How much of an article, and how little else, reaches the digest: the finder and the page's reading on
// the development pages of article-extraction-benchmark, by the scorer of ../shared. The floor is the
// least that is let through, not what is reached (docs/FINDER.md has that).

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { test } from 'node:test';
import { root } from './lib.mjs';

const evaluation = resolve(root, '../shared/eval');
const pages = join(evaluation, 'data/pages');
const FLOOR = 0.965;

test(`the article in the page: F1 of at least ${FLOOR}`, {
  skip: !existsSync(pages) && 'the benchmark’s pages (../shared/eval/data/pages) are not here',
}, () => {
  const said = execFileSync(
    process.execPath,
    [
      ...[join(evaluation, 'articles.mjs'), '--json', '--aeb', pages],
      ...['--system', `module:${join(root, 'www/bench/find-article.mjs')}`],
    ],
    // The scorer takes its DOM from where it is run.
    { cwd: join(root, 'tests/package'), encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const { aeb } = JSON.parse(said);
  assert.deepEqual([aeb.pages, aeb.failed], [79, 0]);
  assert.ok(
    aeb.f1 >= FLOOR,
    `F1 ${aeb.f1.toFixed(4)}, precision ${aeb.precision.toFixed(4)}, recall ${aeb.recall.toFixed(4)}`,
  );
});
