// The same in Chromium, Firefox and WebKit, as a page has it: what `make build` made, loaded by
// `load()`, beside the other libraries bundled as a page would have them.
//
//     make engines             prints the tables; WRITE=1 writes them into docs/SPEED.md

import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { serve } from '../../scripts/static-server.mjs';
import { available, openBrowser } from '../../tests/browser/lib/browsers.mjs';
import { place, round } from './measure.js';

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const { outputFiles } = await build({
  entryPoints: [here('in-page.js')],
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'browser',
  // As Node has them: what one of them calls its file for browsers exports nothing.
  mainFields: ['main'],
  target: 'es2022',
  external: ['/embed/*'],
  write: false,
  logLevel: 'error',
});
const samples = Object.fromEntries(
  ['en', 'ar'].map((language) => [language, readFileSync(here(`texts/${language}.txt`), 'utf8')]),
);
const server = await serve(here('../dist'), {
  pages: {
    '/bench': '<!doctype html><html lang="en"><meta charset="utf-8"><title>bench</title><body></body></html>',
    '/bench.js': { body: outputFiles[0].text, headers: { 'Content-Type': 'text/javascript' } },
  },
});

/** @type {Record<string, any>} */
const seen = {};
try {
  for (const name of available()) {
    const driver = await openBrowser(name);
    try {
      await driver.manage().setTimeouts({ script: 900_000 });
      await driver.get(server.url('/bench'));
      const version = (await driver.getCapabilities()).getBrowserVersion() ?? '';
      const result = await driver.executeAsyncScript(
        `const [samples, done] = arguments;
         import('/bench.js').then(({ run }) => run(samples)).then(done, (error) => done({ error: String(error?.stack ?? error) }));`,
        samples,
      );
      if (result.error) throw new Error(`${name}: ${result.error}`);
      seen[name] = { ...result, version };
      console.error(`khulasa: ${name} ${version} is measured`);
    } finally {
      await driver.quit();
    }
  }
} finally {
  await server.close();
}

const names = Object.keys(seen);
const titles = names.map(
  (name) => `${{ chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' }[name]} ${seen[name].version}`,
);
const lines = [
  'A 6 KB English article, milliseconds for one run, and how often the time of Khulasa:',
  '',
  `| system | ${titles.join(' | ')} |`,
  `| --- |${' ---: |'.repeat(names.length)}`,
];
for (const system of Object.keys(seen[names[0]].article)) {
  const cells = names.map((name) => {
    const { article } = seen[name];
    return `${round(article[system])} (${(article[system] / article.khulasa).toFixed(2)})`;
  });
  lines.push(`| ${system} | ${cells.join(' | ')} |`);
}
lines.push(
  '',
  'The whole digest by length of the text, MB/s; and how often the time per byte of 10 KB:',
  '',
  `| text | ${titles.map((title) => `${title}, en | ar`).join(' | ')} |`,
  `| ---: |${' ---: | ---: |'.repeat(names.length)}`,
);
for (const [at, bytes] of seen[names[0]].sizes.entries()) {
  const cells = names.flatMap((name) =>
    ['en', 'ar'].map((language) => {
      const rows = seen[name].lengths[language];
      const per = (/** @type {any} */ row) => row.ms / row.size;
      return `${(rows[at].size / rows[at].ms / 1000).toFixed(1)} (${(per(rows[at]) / per(rows[1])).toFixed(2)})`;
    }),
  );
  lines.push(`| ${bytes / 1000} KB | ${cells.join(' | ')} |`);
}
lines.push(
  '',
  'A page found (by Readability, on a copy) and its article read to plain values, milliseconds:',
  '',
  `| paragraphs | elements | ${titles.map((title) => `${title}, find | read`).join(' | ')} |`,
  `| ---: | ---: |${' ---: | ---: |'.repeat(names.length)}`,
);
for (const [at, { paragraphs, elements }] of seen[names[0]].pages.entries()) {
  const cells = names.map((name) => `${round(seen[name].pages[at].find)} | ${round(seen[name].pages[at].read)}`);
  lines.push(`| ${paragraphs} | ${elements} | ${cells.join(' | ')} |`);
}
console.log(lines.join('\n'));
if (process.argv.includes('--write')) {
  const page = here('../../docs/SPEED.md');
  writeFileSync(page, place(readFileSync(page, 'utf8'), 'browsers', lines.join('\n')));
}
