// Speed in V8, through the real boundary, beside libraries that find part of the same:
//
//     make bench            prints the tables; WRITE=1 make bench writes docs/SPEED.md
//
// Machines are noisy, so everything is compared by ratio within one run: all systems take
// turns on the same text, round by round, and the median round counts.

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const require = createRequire(import.meta.url);
const PUBLISHED = '2024-02-21';

/** Paragraphs of the sample article, over and over, up to `bytes` of UTF-8. */
function textOf(language, bytes) {
  const paragraphs = readFileSync(here(`texts/${language}.txt`), 'utf8')
    .trim()
    .split('\n');
  const out = [];
  for (let size = 0, at = 0; size < bytes; at++) {
    const paragraph = paragraphs[at % paragraphs.length];
    out.push(paragraph);
    size += Buffer.byteLength(paragraph) + 1;
  }
  return out;
}

const article = (language, paragraphs) => ({
  lang: language,
  published: PUBLISHED,
  title: paragraphs[0],
  blocks: paragraphs.slice(1).map((text) => ({ kind: 'paragraph', text })),
});

/** Name → a function of (article, text) that does all the system's work. */
async function systems() {
  const wasm = await import('../pkg/khulasa.js');
  wasm.initSync({ module: readFileSync(here('../pkg/khulasa_bg.wasm')) });
  const fallback = await import('../pkg/khulasa_fallback.js');
  await fallback.default?.();
  const chrono = require('chrono-node');
  const reference = new Date(`${PUBLISHED}T12:00:00Z`);
  const found = {
    khulasa: { run: (a) => wasm.digest(a), reads: ['en', 'ar'], finds: 'summary, figures, dates, quotes, speakers' },
    'khulasa, plain JS': { run: (a) => fallback.digest(a), reads: ['en', 'ar'], finds: 'the same' },
    'chrono-node': { run: (_, text) => chrono.parse(text, reference), reads: ['en'], finds: 'dates' },
  };
  const nlp = require('compromise');
  nlp.plugin(require('compromise-dates'));
  found['compromise + dates'] = {
    run: (_, text) => {
      const doc = nlp(text);
      return [doc.numbers().json(), doc.dates().json(), doc.quotations().json()];
    },
    reads: ['en'],
    finds: 'numbers, dates, quotes',
    slow: true,
  };
  const wink = require('wink-nlp')(require('wink-eng-lite-web-model'), ['sbd', 'ner']);
  found['wink-nlp'] = {
    run: (_, text) => {
      const doc = wink.readDoc(text);
      return [doc.entities().out(), doc.sentences().out()];
    },
    reads: ['en'],
    finds: 'entities, sentences',
    slow: true,
  };
  const recognizers = require('@microsoft/recognizers-text-suite');
  found['Recognizers-Text'] = {
    run: (_, text) => [
      recognizers.recognizeNumber(text, recognizers.Culture.English),
      recognizers.recognizeDateTime(text, recognizers.Culture.English, undefined, reference),
    ],
    reads: ['en'],
    finds: 'numbers, dates',
    slow: true,
  };
  return found;
}

const median = (xs) => [...xs].sort((a, b) => a - b)[xs.length >> 1];

/** Milliseconds of one run of each system: the median over rounds in which all take turns. */
function measure(chosen, language, bytes) {
  const paragraphs = textOf(language, bytes);
  const input = article(language, paragraphs);
  const text = paragraphs.join('\n');
  const times = Object.fromEntries(chosen.map(([name]) => [name, []]));
  const rounds = bytes > 100_000 ? 5 : 15;
  for (const [, system] of chosen)
    for (let i = 0; i < (system.slow ? 1 : bytes > 100_000 ? 2 : 60); i++) system.run(input, text);
  for (let round = 0; round < rounds; round++) {
    for (const [name, system] of chosen) {
      if (system.slow && round >= 3) continue;
      const runs = system.slow || bytes > 100_000 ? 1 : Math.max(1, Math.round(200_000 / bytes));
      const start = performance.now();
      for (let i = 0; i < runs; i++) system.run(input, text);
      times[name].push((performance.now() - start) / runs);
    }
  }
  return {
    size: Buffer.byteLength(text),
    times: Object.fromEntries(chosen.map(([name]) => [name, median(times[name])])),
  };
}

const round = (x) => (x < 1 ? x.toFixed(3) : x < 100 ? x.toFixed(2) : x.toFixed(0));
const found = await systems();
const lines = [];
const say = (line = '') => {
  lines.push(line);
  console.log(line);
};

say('A 6 KB English article, milliseconds for one run, and how often the time of Khulasa:');
say();
say('| system | finds | ms | ratio |');
say('| --- | --- | ---: | ---: |');
{
  const chosen = Object.entries(found).filter(([, s]) => s.reads.includes('en'));
  const { times } = measure(chosen, 'en', 6000);
  for (const [name, system] of chosen)
    say(`| ${name} | ${system.finds} | ${round(times[name])} | ${(times[name] / times.khulasa).toFixed(2)} |`);
}
say();
say('The whole digest by length of the text (UTF-8), in V8 through the boundary:');
say();
say('| text | en ms | en MB/s | en, time per byte beside 10 KB | ar ms | ar MB/s | ar, time per byte beside 10 KB |');
say('| ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
{
  const chosen = [['khulasa', found.khulasa]];
  const sizes = [1_000, 10_000, 100_000, 1_000_000, 10_000_000];
  const per = {};
  const rows = sizes.map((bytes) =>
    ['en', 'ar'].map((language) => {
      const { size, times } = measure(chosen, language, bytes);
      return { language, bytes, size, ms: times.khulasa };
    }),
  );
  for (const row of rows)
    for (const { language, bytes, size, ms } of row) if (bytes === 10_000) per[language] = ms / size;
  for (const row of rows) {
    const cells = row.map(
      ({ language, size, ms }) =>
        `${round(ms)} | ${(size / ms / 1000).toFixed(1)} | ${(ms / size / per[language]).toFixed(2)}`,
    );
    say(`| ${row[0].bytes / 1000} KB | ${cells.join(' | ')} |`);
  }
}

if (process.argv.includes('--write')) {
  const head = `# Speed\n\nWritten by \`WRITE=1 make bench\` (Node ${process.version.slice(1)}, V8 ${process.versions.v8}). Ratios within one run count; milliseconds are this machine's.\n`;
  writeFileSync(here('../../docs/SPEED.md'), `${head}\n${lines.join('\n')}\n`);
}
