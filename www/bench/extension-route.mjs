// Where the extension's digest is better made in Chromium, whose content scripts have no WebAssembly that
// they could ask for unnoticed: by the plain core in the page's content script, or by WebAssembly in the
// background, to which the article goes in a message and from which the digest comes back.
//
//     make build && node www/bench/extension-route.mjs
//
// Both make the same digest of the same article, in turns, in one browser. What the reading of the page
// costs is in neither: it needs the page's nodes, and so a core in the content script, in both.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { serve } from '../../scripts/static-server.mjs';
import { openBrowser, root } from '../../tests/browser/lib/browsers.mjs';
import { connect } from '../../tests/browser/lib/devtools.mjs';

const ROUNDS = 15;
const folder = mkdtempSync(join(tmpdir(), 'khulasa-route-'));
cpSync(join(root, 'www/dist/extension/chrome'), folder, { recursive: true });
const bundle = (contents, outfile, more) =>
  build({
    stdin: { contents, resolveDir: join(root, 'www/pkg') },
    bundle: true,
    minify: true,
    target: 'es2022',
    outfile: join(folder, outfile),
    logLevel: 'error',
    ...more,
  });
// The extension's own background is left as it is; only what is measured is added.
await bundle(
  `import './background.js';
   import init, { digest } from './khulasa.js';
   let ready;
   chrome.runtime.onMessage.addListener(({ measured }, sender, answer) => {
     if (!measured) return false;
     ready ??= init({ module_or_path: chrome.runtime.getURL('khulasa_bg.wasm') });
     ready.then(() => answer(digest(measured)));
     return true;
   });`,
  'route.js',
  { format: 'esm', external: ['./background.js'] },
);
await bundle(`import * as core from './khulasa_fallback.js'; globalThis.khulasaPlain = core;`, 'route-plain.js', {
  format: 'iife',
});
cpSync(join(root, 'www/pkg/khulasa_bg.wasm'), join(folder, 'khulasa_bg.wasm'));
const file = join(folder, 'manifest.json');
const manifest = JSON.parse(readFileSync(file, 'utf8'));
writeFileSync(
  file,
  JSON.stringify({
    ...manifest,
    host_permissions: ['http://127.0.0.1/*'],
    background: { service_worker: 'route.js', type: 'module' },
    content_security_policy: {
      extension_pages: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
    },
  }),
);

const here = dirname(fileURLToPath(import.meta.url));
const articles = Object.fromEntries(
  ['ar', 'en'].map((language) => {
    const lines = readFileSync(join(here, `texts/${language}.txt`), 'utf8')
      .trim()
      .split('\n');
    let size = 0;
    const kept = lines.filter((line) => {
      size += Buffer.byteLength(line);
      return size < 7000;
    });
    return [
      language,
      {
        lang: language,
        published: '2024-02-21',
        title: kept[0],
        blocks: kept.slice(1).map((text) => ({ kind: 'paragraph', text })),
      },
    ];
  }),
);

const server = await serve(root, { pages: { '/': '<!doctype html><title>A page</title>' } });
const driver = await openBrowser('chromium', { extension: folder, args: ['--enable-unsafe-extension-debugging'] });
try {
  await driver.get(server.url('/'));
  const address = (await driver.getCapabilities()).get('goog:chromeOptions').debuggerAddress;
  const { webSocketDebuggerUrl } = await (await fetch(`http://${address}/json/version`)).json();
  const browser = await connect(webSocketDebuggerUrl);
  let worker;
  while (!worker) {
    const { targetInfos } = await browser.send('Target.getTargets', { filter: [{ type: 'service_worker' }] });
    worker = targetInfos.find((one) => one.url.endsWith('/route.js'));
    await new Promise((later) => setTimeout(later, 100));
  }
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId: worker.targetId, flatten: true });
  const expression = `(async () => {
    while (!globalThis.chrome?.scripting || !globalThis.setTimeout) await null;
    const [{ id }] = await chrome.tabs.query({ url: 'http://127.0.0.1/*' });
    const into = async (given) => (await chrome.scripting.executeScript({ target: { tabId: id }, ...given }))[0].result;
    const began = performance.now();
    await into({ files: ['route-plain.js'] });
    const plainComes = performance.now() - began;
    return { plainComes, ...(await into({ args: [${JSON.stringify(articles)}, ${ROUNDS}], func: async (articles, rounds) => {
      const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];
      const timed = async (act) => { const from = performance.now(); await act(); return performance.now() - from; };
      const asked = (article) => chrome.runtime.sendMessage({ measured: article });
      const first = {
        plain: await timed(() => globalThis.khulasaPlain.digest(articles.en)),
        background: await timed(() => asked(articles.en)),
      };
      const seen = {};
      for (const [language, article] of Object.entries(articles)) {
        const same = JSON.stringify(globalThis.khulasaPlain.digest(article)) === JSON.stringify(await asked(article));
        const times = { plain: [], background: [] };
        for (let i = 0; i < rounds; i += 1) {
          times.plain.push(await timed(() => globalThis.khulasaPlain.digest(article)));
          times.background.push(await timed(() => asked(article)));
        }
        seen[language] = { same, plain: median(times.plain), background: median(times.background) };
      }
      return { first, ...seen };
    } })) };
  })()`;
  const { result, exceptionDetails } = await browser.send(
    'Runtime.evaluate',
    { expression, awaitPromise: true, returnByValue: true },
    sessionId,
  );
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
  const { plainComes, first, ...languages } = result.value;
  const ms = (value) => value.toFixed(1);
  console.log(`the plain core comes into the page, which the reading needs either way: ${ms(plainComes)} ms\n`);
  console.log('| digest of a 6 KB article, ms | plain, in the content script | WASM, in the background |');
  console.log('| --- | ---: | ---: |');
  console.log(`| the first, English | ${ms(first.plain)} | ${ms(first.background)} |`);
  for (const [language, { same, plain, background }] of Object.entries(languages))
    console.log(`| later, ${language}${same ? '' : ' (NOT THE SAME DIGEST)'} | ${ms(plain)} | ${ms(background)} |`);
  browser.close();
} finally {
  await driver.quit();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}
