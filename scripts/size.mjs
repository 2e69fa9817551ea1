// What a reader downloads: every file under www/dist/embed, gzipped, against the
// goal and the ceiling, and what the shell is made of. `node scripts/size.mjs [--write]`;
// --write puts the tables into docs/SIZE.md. Exits with 1 over the ceiling, 2 where there is nothing to weigh.

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { common } from './bundle.mjs';
import { entries, mainFile } from './embed.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const embed = join(root, 'www/dist/embed');

// Bytes, gzipped. A kilobyte is a thousand bytes, the stricter reading.
const goal = { embed: 100_000, wasm: 60_000, shell: 32_000 };
// The goal is not reached yet. Until it is, nothing may grow past what it weighs today:
// whoever makes it lighter lowers the ceiling with it, down to the goal. (A tenth of it is
// room for machines that have no source of the standard library to compile for size.)
const ceiling = { embed: 273_000, wasm: 214_000, shell: 32_800 };

/** @param {string} folder @returns {string[]} */
const filesUnder = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)],
  );

if (!existsSync(embed)) {
  console.error('khulasa: www/dist/embed is not there; `make build` makes it.');
  process.exit(2);
}

const files = filesUnder(embed)
  .map((path) => {
    const bytes = readFileSync(path);
    const name = relative(embed, path);
    // The hash in a chunk's name changes with its content; the table need not.
    return {
      name,
      shown: name.replace(/-[A-Z0-9]{8}(?=\.)/, '-…'),
      raw: bytes.length,
      gzip: gzipSync(bytes, { level: 9 }).length,
    };
  })
  .sort((a, b) => b.gzip - a.gzip || (a.name < b.name ? -1 : 1));

/** @param {(file: { name: string, gzip: number, raw: number }) => boolean} which */
const sum = (which) =>
  files
    .filter(which)
    .reduce((all, file) => ({ raw: all.raw + file.raw, gzip: all.gzip + file.gzip }), { raw: 0, gzip: 0 });

const isFallback = (/** @type {{ name: string }} */ file) => file.name.includes('fallback');
const isWasm = (/** @type {{ name: string }} */ file) => file.name.endsWith('.wasm');

/** What the tag or the element brings in without being asked: the scripts and all that they import. */
const atFirst = new Set();
for (const queue = ['khulasa.js', 'element.js']; queue.length > 0; ) {
  const name = queue.pop() ?? '';
  if (atFirst.has(name)) continue;
  atFirst.add(name);
  const script = readFileSync(join(embed, name), 'utf8');
  for (const [, next] of script.matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+)"/g)) queue.push(next);
}
const isAtFirst = (/** @type {{ name: string }} */ file) => atFirst.has(file.name) || isWasm(file);

const first = sum(isAtFirst);
const isLanguage = (/** @type {{ name: string }} */ file) => file.name.startsWith('messages-');
const usual = sum((file) => !isFallback(file) && !isLanguage(file));
const scripts = sum((file) => atFirst.has(file.name));
// What a digest that comes with the page is shown with, and what any reader soon asks for.
const used = sum((file) => file.name === 'use.js');
const fallback = sum((file) => atFirst.has(file.name) || isFallback(file));
const all = sum(() => true);
const wasm = sum(isWasm);

/** @param {{ name: string }} file */
const when = (file) =>
  isFallback(file)
    ? ' (only where WASM is forbidden)'
    : isAtFirst(file)
      ? ''
      : file.name === 'find.js'
        ? ' (only where the page does not name its article)'
        : isLanguage(file)
          ? ' (only where the page asks for that language)'
          : ' (only when it is asked for)';

/** @param {number} bytes */
const grouped = (bytes) => bytes.toLocaleString('en-US');
const rows = [
  ['file', 'bytes', 'gzipped'],
  ['---', '---:', '---:'],
  ...files.map((file) => [`\`${file.shown}\`${when(file)}`, grouped(file.raw), grouped(file.gzip)]),
  ['**what a page that names its article loads**', grouped(first.raw), `**${grouped(first.gzip)}**`],
  ['of it scripts and styles', grouped(scripts.raw), grouped(scripts.gzip)],
  [
    'what a page loads that brings its digest along',
    grouped(scripts.raw + used.raw),
    grouped(scripts.gzip + used.gzip),
  ],
  ['that, and all that a reader can ask for', grouped(usual.raw), grouped(usual.gzip)],
  ['what a page that forbids WASM loads at first', grouped(fallback.raw), grouped(fallback.gzip)],
  ['everything, which no page loads', grouped(all.raw), grouped(all.gzip)],
];
const table = rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
const verdicts = [
  { what: 'all that a reader can ask for', is: usual.gzip, goal: goal.embed, ceiling: ceiling.embed },
  { what: 'of it WASM', is: wasm.gzip, goal: goal.wasm, ceiling: ceiling.wasm },
  { what: 'scripts and styles at first', is: scripts.gzip, goal: goal.shell, ceiling: ceiling.shell },
].map(({ what, is, goal, ceiling }) => {
  const over = is > ceiling ? ', OVER the ceiling' : is > goal ? ', over the goal' : '';
  return {
    text: `${what}: ${grouped(is)} bytes gzipped; goal ${grouped(goal)}, ceiling ${grouped(ceiling)}${over}`,
    over: is > ceiling,
  };
});

/** @type {Array<[prefix: string, name: string]>} sources that are told of together, by how their paths begin */
const rooms = [
  ['node_modules/preact/', 'preact'],
  ['www/pkg/', 'the glue to the core (wasm-bindgen)'],
];

/** @param {string} file @returns {string} what it is told of as */
const roomOf = (file) =>
  rooms.find(([prefix]) => file.startsWith(prefix))?.[1] ?? `\`${file.replace('www/src/', '')}\``;

/**
 * Which source each character of a bundle comes from.
 * @param {{ mappings: string, sources: string[] }} map a source map of one line
 * @param {string} text the bundle
 * @returns {string[]} by character; the map's name of the source, '' for what belongs to none
 */
function ownersOf({ mappings, sources }, text) {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  /** @type {string[]} */
  const owners = new Array(text.length).fill('');
  let at = 0;
  let source = 0;
  for (const [number, line] of mappings.split(';').entries()) {
    const start = text.split('\n', number).reduce((sum, { length }) => sum + length + 1, 0);
    let column = 0;
    at = start;
    for (const segment of line ? line.split(',') : []) {
      /** @type {number[]} */
      const values = [];
      let value = 0;
      let shift = 0;
      for (const digit of segment) {
        const bits = digits.indexOf(digit);
        value += (bits & 31) << shift;
        shift += 5;
        if (bits & 32) continue;
        values.push(value & 1 ? -(value >> 1) : value >> 1);
        [value, shift] = [0, 0];
      }
      const before = source;
      column += values[0];
      source += values[1] ?? 0;
      owners.fill(sources[before], at, start + column);
      at = start + column;
    }
    owners.fill(sources[source], at);
  }
  return owners;
}

/**
 * What the scripts that a page loads at first are made of: for each source its bytes in esbuild's
 * bundle, and its share of the gzipped ones. The share is what leaving it out would take off, scaled
 * so that the shares add up: what sources have in common compresses to nobody's own.
 */
async function parts() {
  /** @type {esbuild.Plugin} */
  const withoutLater = {
    name: 'without-later',
    setup(build) {
      build.onResolve({ filter: /.*/ }, ({ path, kind }) =>
        kind === 'dynamic-import' ? { path, external: true } : undefined,
      );
    },
  };
  const { outputFiles, metafile } = await esbuild.build({
    ...common,
    entryPoints: entries.map((entry) =>
      typeof entry === 'string' ? { in: entry, out: basename(entry, '.js') } : entry,
    ),
    outdir: embed,
    plugins: [withoutLater, mainFile, ...(common.plugins ?? [])],
    format: 'esm',
    splitting: true,
    metafile: true,
    sourcemap: 'external',
    write: false,
  });
  /** @type {Map<string, { bytes: number, alone: number }>} */
  const found = new Map();
  const about = (/** @type {string} */ room) => {
    const known = found.get(room) ?? { bytes: 0, alone: 0 };
    found.set(room, known);
    return known;
  };
  for (const { inputs } of Object.values(metafile.outputs))
    for (const [file, { bytesInOutput }] of Object.entries(inputs)) about(roomOf(file)).bytes += bytesInOutput;
  for (const { path, text } of outputFiles.filter(({ path }) => path.endsWith('.js'))) {
    const map = JSON.parse(outputFiles.find((file) => file.path === `${path}.map`)?.text ?? '{}');
    const owners = ownersOf(map, text).map((file) => file && roomOf(relative(root, resolve(dirname(path), file))));
    const whole = gzipSync(text, { level: 9 }).length;
    for (const room of new Set(owners)) {
      const rest = Array.from({ length: text.length }, (_, i) => (owners[i] === room ? '' : text[i])).join('');
      if (room) about(room).alone += whole - gzipSync(rest, { level: 9 }).length;
    }
  }
  const all = [...found.values()].reduce((sum, { alone }) => sum + alone, 0);
  const share = (/** @type {number} */ alone) => grouped(Math.round((alone / all) * scripts.gzip));
  return [
    ['part of the scripts at first', 'bytes', 'gzipped'],
    ['---', '---:', '---:'],
    ...[...found]
      .filter(([, { bytes }]) => bytes >= 100)
      .sort((a, b) => b[1].alone - a[1].alone)
      .map(([room, { bytes, alone }]) => [room, grouped(bytes), share(alone)]),
  ]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

const shell = await parts();
console.log(table);
console.log();
console.log(shell);
console.log();
for (const { text } of verdicts) console.log(text);

if (process.argv.includes('--write')) {
  mkdirSync(join(root, 'docs'), { recursive: true });
  writeFileSync(
    join(root, 'docs/SIZE.md'),
    `# What a reader downloads

Written by \`make size WRITE=1\`: every file under \`www/dist/embed\`, gzipped at level 9.

${table}

${verdicts.map(({ text }) => `- ${text}`).join('\n')}

What the scripts and styles at first are made of, before the second minifier; a part's gzipped bytes
are its share, by what leaving it out would take off.

${shell}
`,
  );
}

if (files.length === 0 || wasm.raw === 0) {
  console.error('khulasa: there is no WASM under www/dist/embed: nothing to weigh.');
  process.exit(2);
}
process.exit(verdicts.some(({ over }) => over) ? 1 : 0);
