// Runs the matrix of tests/browser/matrix.test.mjs and writes what it saw, and in which
// versions, between the markers of PLATFORM.md. `make platform`.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { root } from '../tests/browser/lib/browsers.mjs';

/** @typedef {{ engine: string, version: string, table: string, row: string, way: string, core: "wasm" | "plain", items: number }} Cell */

const folder = mkdtempSync(join(tmpdir(), 'khulasa-platform-'));
const results = join(folder, 'cells.jsonl');
const { status } = spawnSync('node', ['--test', join(root, 'tests/browser/matrix.test.mjs')], {
  stdio: 'inherit',
  env: { ...process.env, KHULASA_RESULTS: results },
});
const lines = existsSync(results) ? readFileSync(results, 'utf8').trim().split('\n') : [];
rmSync(folder, { recursive: true });
if (status !== 0 || lines.length === 0) {
  console.error('khulasa: the matrix did not pass; PLATFORM.md is left as it is');
  process.exit(1);
}
/** @type {Cell[]} */
const cells = lines.map((line) => JSON.parse(line));

/** @type {Record<string, string>} */
const engines = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKitGTK' };
/** @type {Record<string, string>} */
const ways = { embed: 'embed', extension: 'content script', demo: 'demo' };
const cores = { wasm: 'WASM', plain: 'plain JS' };

/** @param {string} table @returns {string} Markdown: a row a page, a column an engine and a way */
function draw(table) {
  const here = cells.filter((cell) => cell.table === table);
  const columns = Object.keys(engines).flatMap((engine) =>
    Object.keys(ways)
      .filter((way) => here.some((cell) => cell.engine === engine && cell.way === way))
      .map((way) => ({ engine, way })),
  );
  const titles = columns.map(({ engine, way }) => `${engines[engine]}, ${ways[way]}`);
  const rows = [...new Set(here.map(({ row }) => row))].map((row) => {
    const seen = columns.map(({ engine, way }) => {
      const cell = here.find((one) => one.engine === engine && one.way === way && one.row === row);
      return cell ? cores[cell.core] : '';
    });
    return [row, ...seen];
  });
  return [['', ...titles], ['---', ...titles.map(() => '---')], ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

const versions = Object.entries(engines)
  .map(([engine, name]) => [name, cells.find((cell) => cell.engine === engine)?.version])
  .map(([name, version]) => (version ? `${name} ${version}` : `no ${name} on the machine`));

const file = join(root, 'PLATFORM.md');
const text = readFileSync(file, 'utf8');
const [begin, end] = ['<!-- matrix -->', '<!-- /matrix -->'];
if (!text.includes(begin) || !text.includes(end)) throw new Error(`PLATFORM.md has no ${begin} … ${end}`);
writeFileSync(
  file,
  `${text.slice(0, text.indexOf(begin) + begin.length)}

Seen in ${versions.join(', ')}.

### By the page’s policy

${draw('policy')}

### By the kind of page

${draw('host')}

${text.slice(text.indexOf(end))}`,
);
console.log(`khulasa: wrote ${cells.length} cells into PLATFORM.md`);
