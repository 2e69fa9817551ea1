// The extension's archives: whoever builds the sources again gets the bytes that a shop was given.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const missing = existsSync(join(root, 'www/dist/extension')) ? false : 'www/dist is not built: run make build';
/** @type {string} */
let folder;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'khulasa-pack-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

/**
 * Builds and packs the extensions, as on a machine of its own.
 * @param {string} name of a folder @param {Record<string, string>} env @param {string} cwd
 * @returns {Record<string, Buffer>} the zips by their names
 */
function packed(name, env, cwd) {
  const [built, zips] = ['built', 'zips'].map((part) => join(folder, name, part));
  mkdirSync(zips, { recursive: true });
  const run = (/** @type {string[]} */ ...args) =>
    execFileSync(process.execPath, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  run(join(root, 'scripts/build.mjs'), '--extension', built);
  // Of another day, the one in summer.
  for (const file of readdirSync(built, { recursive: true, encoding: 'utf8' }))
    utimesSync(join(built, file), new Date(env.KHULASA_DAY), new Date(env.KHULASA_DAY));
  run(join(root, 'scripts/pack.mjs'), built, zips);
  return Object.fromEntries(readdirSync(zips).map((zip) => [zip, readFileSync(join(zips, zip))]));
}

test('built twice, at other times, in other zones and folders, the zips are the same bytes', { skip: missing }, () => {
  const here = packed('here', { TZ: 'UTC', LANG: 'C', KHULASA_DAY: '2024-01-31T23:00:00Z' }, root);
  const there = packed(
    'there',
    { TZ: 'Asia/Riyadh', LANG: 'ar_SA.UTF-8', KHULASA_DAY: '2031-07-01T01:00:00Z' },
    folder,
  );
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  assert.deepEqual(Object.keys(here), [`khulasa-chrome-${version}.zip`, `khulasa-firefox-${version}.zip`]);
  for (const [name, zip] of Object.entries(here)) {
    assert.ok(zip.equals(there[name]), name);
    // And what the build wrote beside everything else, which the other tests open.
    const browser = name.split('-')[1];
    const files = Object.entries(unzipSync(zip));
    assert.ok(files.length > 15, `${files.length} files`);
    for (const [file, bytes] of files)
      assert.ok(
        readFileSync(join(root, 'www/dist/extension', browser, file)).equals(Buffer.from(bytes)),
        `${browser}: ${file} in www/dist is of other sources; make build`,
      );
  }
});
