// Zips the built extension, one file a browser: www/dist/khulasa-NAME-VERSION.zip. The
// same sources give the same bytes on any machine: files in order of name, one date, and
// a packer that is pinned (Node's own zlib changes with Node). `node scripts/pack.mjs [BUILT [TO]]`
// takes the folder of the built extensions and that of the zips. Held to it by tests/node/pack.test.mjs.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';

const dist = resolve(fileURLToPath(import.meta.url), '../../www/dist');
const [built = join(dist, 'extension'), out = dist] = process.argv.slice(2).map((folder) => resolve(folder));
if (!existsSync(built)) {
  console.error(`khulasa: ${built} is not there; \`make build\` makes it.`);
  process.exit(1);
}

/** @param {string} folder @returns {string[]} */
const filesUnder = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)],
  );

for (const name of readdirSync(built).sort()) {
  const folder = join(built, name);
  const files = filesUnder(folder)
    .map((file) => ({ path: relative(folder, file).split(sep).join('/'), bytes: readFileSync(file) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  // The zip format counts from 1980, in local time without a zone: built of parts, it is the same everywhere.
  const zip = zipSync(Object.fromEntries(files.map(({ path, bytes }) => [path, bytes])), {
    level: 9,
    mtime: new Date(1980, 0, 1),
    os: 3,
  });
  const { version } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const file = join(out, `khulasa-${name}-${version}.zip`);
  writeFileSync(file, zip);
  const sum = createHash('sha256').update(zip).digest('hex');
  console.log(
    `khulasa: wrote ${relative(resolve(dist, '../..'), file)} (${files.length} files, ${zip.length} bytes, SHA-256 ${sum})`,
  );
}
