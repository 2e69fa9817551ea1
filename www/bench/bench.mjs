// Speed in V8, through the real boundary, beside libraries that find part of the same:
//
//     make bench            prints the tables; WRITE=1 make bench writes them into docs/SPEED.md
//
// Machines are noisy, so everything is compared by ratio within one run: all systems take
// turns on the same text, round by round, and the median round counts.

import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import * as wasm from '../pkg/khulasa.js';
import * as fallback from '../pkg/khulasa_fallback.js';
import { measure, place, round } from './measure.js';
import { others } from './systems.js';

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
/** @type {Record<string, string>} */
const samples = Object.fromEntries(
  ['en', 'ar'].map((language) => [language, readFileSync(here(`texts/${language}.txt`), 'utf8')]),
);

wasm.initSync({ module: readFileSync(here('../pkg/khulasa_bg.wasm')) });
await fallback.default();
/** @type {Record<string, import('./measure.js').System>} */
const found = {
  khulasa: { run: (a) => wasm.digest(a), reads: ['en', 'ar'], finds: 'summary, figures, dates, quotes, speakers' },
  'khulasa, plain JS': { run: (a) => fallback.digest(a), reads: ['en', 'ar'], finds: 'the same' },
  ...others,
};

/** @type {string[]} */
const lines = [];
const say = (line = '') => {
  lines.push(line);
  console.log(line);
};

say(
  `Node ${process.version.slice(1)}, V8 ${process.versions.v8}. A 6 KB English article, milliseconds for one run, and how often the time of Khulasa:`,
);
say();
say('| system | finds | ms | ratio |');
say('| --- | --- | ---: | ---: |');
{
  const chosen = Object.entries(found).filter(([, s]) => s.reads.includes('en'));
  const { times } = await measure(chosen, 'en', samples.en, 6000);
  for (const [name, system] of chosen)
    say(`| ${name} | ${system.finds} | ${round(times[name])} | ${(times[name] / times.khulasa).toFixed(2)} |`);
}
say();
say('The whole digest by length of the text (UTF-8), in V8 through the boundary:');
say();
say('| text | en ms | en MB/s | en, time per byte beside 10 KB | ar ms | ar MB/s | ar, time per byte beside 10 KB |');
say('| ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
{
  /** @type {Record<string, number>} */
  const per = {};
  const rows = [];
  for (const bytes of [1_000, 10_000, 100_000, 1_000_000, 10_000_000]) {
    const row = [];
    for (const language of ['en', 'ar']) {
      const { size, times } = await measure([['khulasa', found.khulasa]], language, samples[language], bytes);
      row.push({ language, bytes, size, ms: times.khulasa });
      if (bytes === 10_000) per[language] = times.khulasa / size;
    }
    rows.push(row);
  }
  for (const row of rows) {
    const cells = row.map(
      ({ language, size, ms }) =>
        `${round(ms)} | ${(size / ms / 1000).toFixed(1)} | ${(ms / size / per[language]).toFixed(2)}`,
    );
    say(`| ${row[0].bytes / 1000} KB | ${cells.join(' | ')} |`);
  }
}

if (process.argv.includes('--write')) {
  const page = here('../../docs/SPEED.md');
  writeFileSync(page, place(readFileSync(page, 'utf8'), 'v8', lines.join('\n')));
}
