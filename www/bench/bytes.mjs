// What a page would download of each library: bundled as a page would have it, minified, gzipped.
//
//   npm ci --prefix www/bench --ignore-scripts && node www/bench/bytes.mjs
//
// Khulasa's own is `make size`.

import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** What a page writes to have what COMPARE.md says of the library. @type {Record<string, string>} */
const uses = {
  'chrono-node': `import * as chrono from 'chrono-node'; export const run = (text) => chrono.parse(text);`,
  'compromise + dates': `import nlp from 'compromise'; import dates from 'compromise-dates'; nlp.plugin(dates);
    export const run = (text) => [nlp(text).numbers().json(), nlp(text).dates().json(), nlp(text).quotations().json()];`,
  'wink-nlp': `import winkNLP from 'wink-nlp'; import model from 'wink-eng-lite-web-model';
    export const run = (text) => winkNLP(model, ['sbd', 'ner']).readDoc(text).entities().out();`,
  'Recognizers-Text': `import * as recognizers from '@microsoft/recognizers-text-suite';
    export const run = (text) => [recognizers.recognizeNumber(text, 'en-us'), recognizers.recognizeDateTime(text, 'en-us')];`,
  Readability: `import { Readability } from '@mozilla/readability'; export const run = (page) => new Readability(page).parse();`,
  Defuddle: `import Defuddle from 'defuddle'; export const run = (page) => new Defuddle(page).parse();`,
};

console.log('| library | bytes | gzipped |\n| --- | ---: | ---: |');
for (const [name, contents] of Object.entries(uses)) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: dirname(fileURLToPath(import.meta.url)) },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    legalComments: 'none',
    write: false,
    logLevel: 'error',
  });
  const [{ contents: bytes }] = outputFiles;
  const grouped = (/** @type {number} */ n) => n.toLocaleString('en-US');
  console.log(`| ${name} | ${grouped(bytes.length)} | ${grouped(gzipSync(bytes, { level: 9 }).length)} |`);
}
