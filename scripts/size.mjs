// What a reader downloads: every file under www/dist/embed, gzipped, against the
// goal and the ceiling. `node scripts/size.mjs [--write]`; --write puts the table into
// docs/SIZE.md. Exits with 1 over the ceiling, 2 where there is nothing to weigh.

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const embed = join(root, 'www/dist/embed');

// Bytes, gzipped. A kilobyte is a thousand bytes, the stricter reading.
const goal = { embed: 100_000, wasm: 60_000 };
// The goal is not reached yet. Until it is, nothing may grow past what it weighs today:
// whoever makes it lighter lowers the ceiling with it, down to the goal. (A tenth of it is
// room for machines that have no source of the standard library to compile for size.)
const ceiling = { embed: 303_000, wasm: 250_000 };

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
  ['that, and all that a reader can ask for', grouped(usual.raw), grouped(usual.gzip)],
  ['what a page that forbids WASM loads at first', grouped(fallback.raw), grouped(fallback.gzip)],
  ['everything, which no page loads', grouped(all.raw), grouped(all.gzip)],
];
const table = rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
const verdicts = [
  { what: 'all that a reader can ask for', is: usual.gzip, goal: goal.embed, ceiling: ceiling.embed },
  { what: 'of it WASM', is: wasm.gzip, goal: goal.wasm, ceiling: ceiling.wasm },
].map(({ what, is, goal, ceiling }) => {
  const over = is > ceiling ? ', OVER the ceiling' : is > goal ? ', over the goal' : '';
  return {
    text: `${what}: ${grouped(is)} bytes gzipped; goal ${grouped(goal)}, ceiling ${grouped(ceiling)}${over}`,
    over: is > ceiling,
  };
});

console.log(table);
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
`,
  );
}

if (files.length === 0 || wasm.raw === 0) {
  console.error('khulasa: there is no WASM under www/dist/embed: nothing to weigh.');
  process.exit(2);
}
process.exit(verdicts.some(({ over }) => over) ? 1 : 0);
