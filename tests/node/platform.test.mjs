// PLATFORM.md holds the matrix that `make platform` wrote, whole: every policy and every kind of page
// of the tests, in each engine and by each way. What a new one lacks is seen before anyone reads the page.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { hosts, policies } from '../browser/lib/hosts.mjs';

const text = readFileSync(new URL('../../PLATFORM.md', import.meta.url), 'utf8');
const matrix = text.slice(text.indexOf('<!-- matrix -->'), text.indexOf('<!-- /matrix -->'));

/** @param {string} title @returns {Record<string, Record<string, string>>} cells by row and column */
function tableUnder(title) {
  const lines = matrix
    .slice(matrix.indexOf(`### ${title}`))
    .split('\n')
    .slice(2);
  const rows = lines
    .slice(
      0,
      lines.findIndex((line) => !line.startsWith('|')),
    )
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
  const [head, , ...body] = rows;
  return Object.fromEntries(
    body.map(([row, ...cells]) => [row, Object.fromEntries(cells.map((cell, i) => [head[i + 1], cell]))]),
  );
}

test('the matrix names the three engines with their versions', () => {
  assert.match(matrix, /Seen in Chromium [\d.]+, Firefox [\d.]+, WebKitGTK [\d.]+\./);
});

test('every policy has a cell for each engine and each way, with the core that ran', () => {
  const table = tableUnder('By the page’s policy');
  assert.deepEqual(Object.keys(table), Object.keys(policies));
  for (const [policy, cells] of Object.entries(table)) {
    assert.deepEqual(Object.keys(cells), [
      'Chromium, embed',
      'Chromium, content script',
      'Chromium, demo',
      'Firefox, embed',
      'Firefox, content script',
      'Firefox, demo',
      'WebKitGTK, embed',
      'WebKitGTK, demo',
    ]);
    for (const [way, cell] of Object.entries(cells)) {
      const plain = way === 'Chromium, content script' || (policy === 'strict' && way !== 'Firefox, content script');
      assert.equal(cell, plain ? 'plain JS' : 'WASM', `${policy}: ${way}`);
    }
  }
});

test('every kind of page has a cell for each engine and each way that there is', () => {
  const table = tableUnder('By the kind of page');
  assert.deepEqual(Object.keys(table), Object.keys(hosts));
  for (const [name, cells] of Object.entries(table)) {
    for (const [way, cell] of Object.entries(cells)) {
      const none =
        (way.endsWith('embed') && hosts[name].embed === false) || (way.startsWith('WebKit') && name === 'patched JSON');
      assert.match(cell, none ? /^$/ : /^(WASM|plain JS)$/, `${name}: ${way}`);
    }
  }
});
