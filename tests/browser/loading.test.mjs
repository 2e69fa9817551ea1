// Where the files come from: under a path, from another origin, under a wrong type, not at all, and
// once more without a network. What keeps the core away is said in the console in words that whoever
// serves the files can act on (docs/EMBEDDING.md).

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { serve } from '../../scripts/static-server.mjs';
import { browserNames, openBrowser, unavailable } from './lib/browsers.mjs';
import { dist, missing } from './lib/sidebar.mjs';

/** @typedef {import('../../scripts/static-server.mjs').Page} Page */

const embed = join(dist, 'embed');
const shared = { 'Access-Control-Allow-Origin': '*' };

/** A page of news that keeps what its console was told. @param {string} script the address of khulasa.js */
const page = (script, more = '') => `<!doctype html><html lang="en"><meta charset="utf-8"><title>News</title>
<link rel="icon" href="data:,">
<script>window.said = []; for (const name of ['warn', 'error']) { const own = console[name];
  console[name] = (...words) => { said.push(words.map(String).join(' ')); own.apply(console, words); }; }</script>
<body><main><article><h1>Lighthouse to be moved inland</h1>
<p>The lighthouse at Skarvik will be moved 60 metres inland before winter, the coast authority said on Monday, after the cliff lost 4 metres in two storms.</p>
<p>“We would rather move it than lose it,” said Ingrid Dahl, the authority’s director. The work will cost $2.3 million.</p>
<p>About 15,000 people visit the tower every year. It was built in 1871 and has not been manned since 1983, when its lamp was given a motor.</p></article></main>
${more}<script type="module">
  const result = {};
  const { mount } = await import('${script}').catch((error) => { window.result = { status: String(error) }; return {}; });
  if (mount) {
    const sidebar = mount({ article: 'article', mode: 'open', collapsed: false });
    sidebar.addEventListener('error', ({ detail }) => Object.assign(result, { code: detail.error.code, why: detail.error.message }));
    await sidebar.ready;
    window.result = { ...result, status: sidebar.state.status, items: sidebar.shadow.querySelectorAll('[data-item]').length };
  }
</script></body></html>`;

/**
 * What another origin does to its files, whether the core runs all the same, and what is said of it.
 * @type {[string, (wasm: Buffer) => Record<string, Page>, 'wasm' | 'plain' | 'none', RegExp | null][]}
 */
const others = [
  ['every file with CORS', () => ({}), 'wasm', null],
  [
    'the WASM alone without CORS',
    (body) => ({ wasm: { body, headers: { 'Access-Control-Allow-Origin': 'https://elsewhere.example' } } }),
    'plain',
    /khulasa_bg\.wasm could not be fetched.*Access-Control-Allow-Origin/,
  ],
  [
    'the WASM under another type',
    (body) => ({ wasm: { body, headers: { 'Content-Type': 'application/octet-stream' } } }),
    'wasm',
    /application\/wasm/,
  ],
  [
    'a page of the site in the WASM’s place',
    () => ({ wasm: { body: '<!doctype html><title>Home</title>', headers: { 'Content-Type': 'text/html' } } }),
    'plain',
    /no WebAssembly.*a page of the site/,
  ],
  [
    'no WASM there',
    () => ({ wasm: { body: 'not found', status: 404, headers: { 'Content-Type': 'text/plain' } } }),
    'plain',
    /khulasa_bg\.wasm could not be (fetched|loaded)|no WebAssembly/,
  ],
  [
    'neither core there',
    () => ({ wasm: { status: 404, body: '' }, fallback: { status: 404, body: '' } }),
    'none',
    /khulasa_bg\.wasm/,
  ],
];

for (const name of browserNames) {
  describe(`loading, in ${name}`, { skip: missing || unavailable(name) }, () => {
    /** @type {import('selenium-webdriver').WebDriver} */
    let driver;
    /** @type {Record<string, string | Page>} */
    const pages = {};
    /** @type {Awaited<ReturnType<typeof serve>>} */
    let site;
    before(async () => {
      site = await serve(dist, { pages });
      driver = await openBrowser(name);
    });
    after(async () => {
      await driver?.quit();
      await site?.close();
    });

    /** @param {string} url */
    async function opened(url) {
      await driver.get(url);
      const result = await driver.wait(
        () => driver.executeScript('return window.result'),
        20_000,
        `no result at ${url}`,
      );
      return { ...result, said: (await driver.executeScript('return window.said')).join('\n') };
    }

    for (const [why, answers, core, says] of others) {
      test(`another origin, ${why}: ${core === 'none' ? 'says what is missing' : core}`, async () => {
        const { wasm, fallback } = answers(readFileSync(join(embed, 'khulasa_bg.wasm')));
        /** @type {Record<string, Page>} */
        const theirs = {};
        const type = { 'Content-Type': 'application/wasm' };
        if (wasm) theirs['/khulasa_bg.wasm'] = { ...wasm, headers: { ...type, ...wasm.headers } };
        for (const file of readdirSync(embed)) if (fallback && file.includes('fallback')) theirs[`/${file}`] = fallback;
        const cdn = await serve(embed, { headers: shared, pages: theirs });
        try {
          pages['/page.html'] = page(cdn.url('/khulasa.js'));
          const { status, items, code, why: message, said } = await opened(site.url('/page.html'));
          if (core === 'none') {
            assert.deepEqual([status, code], ['error', 'load'], said);
            assert.match(message, says ?? /./);
          } else {
            assert.equal(status, 'ready', said);
            assert.ok(items > 5, `${items} items`);
            if (says) assert.match(said, says);
            else assert.equal(said, '');
            const asked = cdn.requests.some((path) => path.includes('fallback'));
            assert.equal(asked, core === 'plain', cdn.requests.join(' '));
          }
        } finally {
          await cdn.close();
        }
      });
    }

    test('under a path of the site: the files find one another', async () => {
      pages['/news/2025/page.html'] = page('../../embed/khulasa.js');
      const from = site.requests.length;
      const { status, said } = await opened(site.url('/news/2025/page.html'));
      assert.deepEqual([status, said], ['ready', '']);
      const strays = site.requests.slice(from).filter((path) => !/^\/(embed|news\/2025)\//.test(path));
      assert.deepEqual(strays, []);
    });

    // WebKitGTK's driver starts with an ephemeral session, in which it keeps no service worker.
    test('once a service worker has kept them, without a network', { skip: name === 'webkit' }, async () => {
      const offline = await serve(dist, {
        pages: {
          '/page.html': page(
            './embed/khulasa.js',
            `<script>window.kept = navigator.serviceWorker.register('worker.js').then(() => navigator.serviceWorker.ready).then(() => true);</script>`,
          ),
          '/worker.js': {
            headers: { 'Content-Type': 'text/javascript' },
            body: `addEventListener('install', (event) => event.waitUntil(skipWaiting()));
              addEventListener('activate', (event) => event.waitUntil(clients.claim()));
              addEventListener('fetch', (event) => event.respondWith(caches.open('kept').then(async (kept) => {
                const before = await kept.match(event.request);
                if (before) return before;
                const answer = await fetch(event.request);
                if (answer.ok) await kept.put(event.request, answer.clone());
                return answer;
              })));`,
          },
        },
      });
      let closed = false;
      try {
        const url = offline.url('/page.html');
        await driver.get(url);
        await driver.executeAsyncScript('window.kept.then(arguments[0])');
        // Now that there is a worker, everything goes through it, and is kept.
        assert.equal((await opened(url)).status, 'ready');
        await offline.close();
        closed = true;
        const { status, items, said } = await opened(url);
        assert.deepEqual([status, said], ['ready', '']);
        assert.ok(items > 5, `${items} items`);
      } finally {
        if (!closed) await offline.close();
      }
    });
  });
}
