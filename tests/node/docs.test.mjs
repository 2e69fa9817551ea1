// The documentation as a site: every link of every page leads somewhere, and the examples stand on
// pages of their own. (That the examples work is tests/package/docs.test.mjs.)

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import process from 'node:process';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const missing = existsSync(join(root, 'www/dist/demo/embed')) ? false : 'www/dist is not built: run make build';

/** @type {string} */
let site;
before(() => {
  site = mkdtempSync(join(tmpdir(), 'khulasa-docs-'));
  if (!missing) execFileSync(process.execPath, [join(root, 'scripts/docs.mjs'), site], { stdio: 'pipe' });
});
after(() => rmSync(site, { recursive: true, force: true }));

/** @param {string} folder @returns {string[]} */
const htmlUnder = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html') && !name.startsWith('source'))
    .map((name) => join(folder, name));

test('every link and every file of the site is there, anchors too', { skip: missing }, () => {
  const wrong = [];
  let followed = 0;
  for (const file of htmlUnder(site)) {
    const html = readFileSync(file, 'utf8');
    const base = /<base href="([^"]+)"/.exec(html)?.[1] ?? '.';
    // Code that is shown is no link of the page.
    for (const [, link] of html.replace(/<pre[\s\S]*?<\/pre>/g, '').matchAll(/(?<![\w-])(?:href|src)="([^"]*)"/g)) {
      if (/^(?:[a-z]+:|\/\/)/.test(link)) continue;
      const [path, hash] = link.split('#');
      const to = path ? resolve(dirname(file), base, decodeURI(path.split('?')[0])) : file;
      followed += 1;
      const inside = !relative(site, to).startsWith('..');
      if (!inside || !existsSync(to)) wrong.push(`${relative(site, file)}: ${link}`);
      else if (hash && statSync(to).isFile() && !readFileSync(to, 'utf8').includes(` id="${decodeURI(hash)}"`))
        wrong.push(`${relative(site, file)}: no anchor ${link}`);
    }
  }
  assert.deepEqual(wrong, []);
  assert.ok(followed > 100, `${followed} links followed`);
});

test('every page of docs/ is reached from the first', { skip: missing }, () => {
  const reached = new Set();
  for (const queue = ['index.html']; queue.length > 0; ) {
    const page = queue.pop() ?? '';
    if (reached.has(page)) continue;
    reached.add(page);
    for (const [, to] of readFileSync(join(site, page), 'utf8').matchAll(/href="([\w-]+\.html)[#"]/g)) queue.push(to);
  }
  const all = readdirSync(site).filter((name) => name.endsWith('.html'));
  assert.deepEqual(
    all.filter((name) => !reached.has(name)),
    [],
  );
});

test('what says how an example is tested is not shown, and examples can be tried', { skip: missing }, () => {
  const pages = htmlUnder(site).filter((file) => dirname(file) === site);
  for (const file of pages) assert.doesNotMatch(readFileSync(file, 'utf8'), /<!-- example/);
  const live = readdirSync(join(site, 'live'));
  assert.ok(live.length >= 12, live.join(' '));
  for (const name of live) assert.match(readFileSync(join(site, 'live', name), 'utf8'), /embed\/(khulasa|element)\.js/);
});
