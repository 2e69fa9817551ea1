// What the package's tests share: a project with the packed package in it, and a page of news.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const dist = join(root, 'www/dist');

/** The packed package, as a registry would get it. */
export const tarball = join(
  dist,
  readdirSync(dist).find((name) => name.endsWith('.tgz')) ?? 'no package: make package',
);

/**
 * A folder of its own, with the packed package installed in it as from a registry.
 * @returns {{ folder: string, write: (files: Record<string, string>) => void, remove: () => void }}
 */
export function project() {
  const folder = mkdtempSync(join(tmpdir(), 'khulasa-package-'));
  const write = (/** @type {Record<string, string>} */ files) => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
  };
  write({ 'package.json': '{ "private": true, "type": "module" }' });
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', '--loglevel=error', tarball], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return { folder, write, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/**
 * Runs a script in Node and gives what it wrote.
 * @param {string} folder @param {string} file
 */
export const node = (folder, file) => execFileSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' });

export const paragraphs = [
  'The ferry company will cut 14 crossings a week from 3 March 2025, its director said on Monday, after fuel costs rose by 22%.',
  '“We would rather sail less than sail late,” said Marta Lindqvist, the director of Norrland Ferries. “Nobody is losing a job this winter.”',
  'About 1,200 people cross the sound on an ordinary weekday. The council pays $4.5 million a year towards the line, and its transport committee said that the money would be looked at again in June.',
];

/** @param {{ head?: string, body?: string, article?: string }} [parts] */
export const page = ({ head = '', body = '', article = '' } = {}) => `<!doctype html><html lang="en"><head>
<meta charset="utf-8"><title>Ferries to cross less often</title>
<meta property="article:published_time" content="2025-02-18T09:00:00+01:00">
<link rel="icon" href="data:,">
${head}</head><body><nav><a href="#home">Home</a> <a href="#city">City</a></nav>
<main><article><h1>Ferries to cross less often</h1>
${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}
${article}</article></main><footer>All rights reserved</footer>
${body}</body></html>`;

/** The page's paragraphs as a newsroom's own system has them. */
export const article = {
  title: 'Ferries to cross less often',
  published: '2025-02-18T09:00:00+01:00',
  lang: 'en',
  blocks: paragraphs.map((text) => ({ kind: 'paragraph', text })),
};
