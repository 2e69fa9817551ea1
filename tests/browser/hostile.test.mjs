// Pages that are too much, or mean it ill: the sidebar answers or says why not, the page has its
// turns in between, and what the page says stays text. Nothing here asserts a time; how long the
// page had to wait at most is told with each test (docs/STRENGTH.md has the numbers).

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './lib/browsers.mjs';
import { inBrowsers } from './lib/sidebar.mjs';

const lines = readFileSync(join(root, 'www/bench/texts/en.txt'), 'utf8').split('\n').filter(Boolean);
const paragraphs = lines.slice(1).map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`);

/** @param {string} body @param {string} [head] */
const page = (body, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${lines[0]}</title>${head}
<meta property="article:published_time" content="2024-02-21"></head><body>${body}</body></html>`;
const article = (/** @type {string} */ inside) => page(`<main><article><h1>${lines[0]}</h1>${inside}</article></main>`);

/** Every control of direction, and every sign that shows nothing. */
const BIDI = '\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069';
const ZERO = '\u200b\u200c\u200d\u2060\ufeff\u00ad';

/** @param {string} outer what 10,000 elements are nested in, the paragraphs in the innermost, as code */
const nested = (outer) => `let inner = ${outer};
      for (let i = 0; i < 10_000; i += 1) {
        inner = inner.appendChild(document.createElement('div'));
        inner.style.display = 'contents';
      }
      inner.innerHTML = paragraphs;`;

/**
 * A hostile page: what is done to its article before the sidebar comes, and what has to hold.
 * @typedef {Object} Hostile
 * @property {string} why
 * @property {string} html
 * @property {string} [prepare] JavaScript in the page, with `article`, `paragraphs`, `engine`
 * @property {boolean} [found] the article is not named: it has to be found
 * @property {boolean} [empty] saying that there is no article is an answer too
 * @property {boolean} [changes] and goes on changing
 * @property {boolean} [truncated] the page is longer than what is read of one
 * @property {string} [holds] JavaScript, beside the sidebar: what else has to be true
 */

/** @type {Record<string, Hostile>} */
const pages = {
  '100,000 nodes': {
    why: 'a comment thread that grew into the article',
    html: article(paragraphs.join('')),
    truncated: true,
    prepare: `const more = document.createElement('div');
      for (let i = 0; i < 25_000; i += 1) {
        const p = document.createElement('p');
        const b = document.createElement('b');
        b.textContent = 'Row ' + i;
        p.append(b, ' of the list');
        more.append(p);
      }
      article.append(more);`,
  },
  '100,000 nodes, article to be found': {
    why: 'the finder does not copy so large a page',
    found: true,
    html: article(paragraphs.join('')),
    prepare: `const more = document.createElement('div');
      for (let i = 0; i < 25_000; i += 1) {
        const p = document.createElement('div');
        const b = document.createElement('b');
        b.textContent = 'Row ' + i;
        p.append(b, ' of the list');
        more.append(p);
      }
      document.body.append(more);`,
  },
  // Boxes nested so deep Chromium itself does not survive, with us or without; elements it does.
  '10,000 deep': {
    why: 'nothing recurses over the page',
    html: article(''),
    prepare: nested('article'),
  },
  '10,000 deep, article to be found': {
    why: 'WebKit copies no page as deep as that, and none is found there',
    found: true,
    empty: true,
    html: page(''),
    prepare: nested('document.body'),
  },
  '10 MB in one text node': {
    why: 'a log, or a database, in a paragraph',
    html: article(''),
    truncated: true,
    prepare: `const once = new DOMParser().parseFromString(paragraphs, 'text/html').body.textContent + ' ';
      const p = document.createElement('p');
      // WebKit takes half a minute to lay out three megabytes of it, with us or without.
      p.append(once.repeat(Math.ceil((engine === 'webkit' ? 1_000_000 : 10_000_000) / once.length)));
      article.append(p);`,
  },
  '10 MB in paragraphs': {
    why: 'a book on one page',
    html: article(''),
    truncated: true,
    prepare: `const some = document.createElement('template');
      some.innerHTML = paragraphs;
      const length = some.content.textContent.length;
      for (let i = 0; i * length < 10_000_000; i += 1) article.append(some.content.cloneNode(true));`,
  },
  'quotes that nobody closes': {
    why: 'pairing marks takes no more than linear time',
    html: article(`${paragraphs.join('')}<p>${'“ he said «قال ‘and "'.repeat(4_000)}</p>`),
  },
  'every control of direction': {
    why: 'words stay in their order, and are shown apart from the sidebar’s own',
    html: article(paragraphs.map((p) => p.replaceAll(' ', (_, at) => ` ${BIDI[at % BIDI.length]}`)).join('')),
    holds: `all('.item .pick').every((pick) => pick.querySelector('[dir=auto], bdi'))`,
  },
  'a flood of what shows nothing': {
    why: 'between all letters, and a million in a row',
    html: article(paragraphs.join('') + paragraphs.map((p) => p.replace(/(\w)(?=\w)/g, `$1${ZERO[1]}`)).join('')),
    truncated: true,
    prepare: `article.lastElementChild.append('${ZERO}'.repeat(200_000));`,
  },
  'digits that only look like digits': {
    why: 'letters are no numbers, nor are digits among them',
    html: article(
      `${paragraphs.join('')}<p>The town counted １２ bridges, ٣٤ mills and 𝟓𝟔 farms, and lІO cars, ЗO carts, 2Ο2Ο homes.</p>`,
    ),
    holds: `sidebar.state.model.digest.figures.filter((f) => f.span.block === ${paragraphs.length})
      .map((f) => f.text + ' ' + f.value).join() === '٣٤ mills 34'`,
  },
  'text that looks like markup': {
    why: 'words are set as text',
    html: article(
      `${paragraphs.join('')}${'<p>"&lt;img src=x onerror=pwned=1&gt;&lt;script&gt;pwned=1&lt;/script&gt; is &lt;b&gt;12 people&lt;/b&gt;," said &lt;i&gt;Mara Holt, who was there on 3 May 2023.</p>'.repeat(3)}`,
    ),
    holds: `!('pwned' in window) && !find('.body img, .body script, .body i')
      && sidebar.state.model.digest.quotes.some((quote) => quote.text.includes('<img'))`,
  },
  'words in templates': {
    why: 'what a page does not show is not read',
    html: article(`${paragraphs.join('')}<template><p>Some 987,654 people hid here.</p></template>`),
    holds: `!JSON.stringify(sidebar.state.model.digest).includes('987,654')`,
  },
  'shadow roots in shadow roots': {
    why: 'a page that is made of components',
    html: article(''),
    prepare: `let inner = article;
      for (let i = 0; i < 300; i += 1) {
        const host = document.createElement('div');
        inner.append(host);
        inner = host.attachShadow({ mode: 'open' });
      }
      inner.innerHTML = paragraphs;`,
  },
  'frozen prototypes': {
    why: 'a page that lets nobody change what it stands on',
    html: page(
      `<main><article><h1>${lines[0]}</h1>${paragraphs.join('')}</article></main>`,
      `<script>
        for (const one of [Object, Array, String, Number, Function, RegExp, Date, Promise, Map, Set, WeakMap, Symbol, Error,
          TypeError, EventTarget, Node, Element, HTMLElement, Document, Text, Range, ShadowRoot, CSSStyleSheet, Event,
          CustomEvent, Intl.NumberFormat, Uint8Array, ArrayBuffer, TextDecoder, TextEncoder]) {
          Object.freeze(one);
          Object.freeze(one.prototype);
        }
        Object.freeze(JSON); Object.freeze(Math); Object.freeze(Reflect); Object.freeze(Intl);
      </script>`,
    ),
  },
  'a page that changes while it is read': {
    why: 'nodes go, come and move between two steps of the walk',
    changes: true,
    html: article(paragraphs.join('').repeat(12)),
    prepare: `let turn = 0;
      const away = document.createElement('div');
      const move = () => {
        if (turn++ > 120) { window.quiet = true; return; }
        const all = article.querySelectorAll('p');
        const one = all[(turn * 37) % all.length];
        if (!one) { article.append(...away.childNodes); setTimeout(move, 4); return; }
        if (turn % 3 === 0) one.remove();
        else if (turn % 3 === 1) document.body.append(one);
        else article.prepend(one);
        if (turn % 20 === 0) { article.parentNode.append(article); }
        if (turn % 50 === 0) { away.append(...article.childNodes); setTimeout(() => article.append(...away.childNodes), 5); }
        if (turn % 10 === 0) one.firstChild && one.firstChild.splitText(3);
        setTimeout(move, 4);
      };
      move();`,
    // What is shown in the end is what the page has in the end.
    holds: `await until(() => window.quiet) && await until(() => sidebar.state.status === 'ready'
      && [...sidebar.state.model.items.values()].slice(0, 30).every((item) => sidebar.reading.range(item.span)))`,
  },
};

const served = Object.fromEntries(
  Object.entries(pages).map(([name, { html }]) => [`/${name.replaceAll(/[ ,’]+/g, '-')}`, html]),
);

inBrowsers(
  'hostile pages',
  (stage) => {
    for (const [name, { why, prepare = '', found, empty, changes, truncated = false, holds }] of Object.entries(
      pages,
    )) {
      test(`${name}: ${why}`, { timeout: 120_000 }, async (t) => {
        await stage.driver.manage().setTimeouts({ script: 100_000 });
        await stage.driver.get(stage.server.url(`/${name.replaceAll(/[ ,’]+/g, '-')}`));
        const seen = await stage.driver.executeAsyncScript(
          `const [paragraphs, code, found, engine, done] = arguments;
           (async () => {
             const { mount, load } = await import('/demo/embed/khulasa.js');
             await load();
             const article = document.querySelector('article');
             new Function('article', 'paragraphs', 'engine', code)(article, paragraphs, engine);
             document.body.getBoundingClientRect();
             await new Promise((settled) => setTimeout(settled, 300));
             // What the page still gets done: turns of its own, and the longest wait for one.
             const page = { turns: 0, longest: 0, last: performance.now(), on: true };
             const { port1, port2 } = new MessageChannel();
             port2.onmessage = () => {
               const now = performance.now();
               page.turns += 1;
               page.longest = Math.max(page.longest, now - page.last);
               page.last = now;
               if (page.on) setTimeout(() => port1.postMessage(0));
             };
             port1.postMessage(0);
             const began = performance.now();
             const sidebar = (window.sidebar = mount({ mode: 'open', collapsed: false, ...(found ? {} : { article: 'article' }) }));
             let failed = null;
             sidebar.addEventListener('error', (event) => { failed = event.detail; });
             await sidebar.ready;
             const took = performance.now() - began;
             await new Promise((settled) => setTimeout(settled, 50));
             page.on = false;
             return {
               status: sidebar.state.status,
               error: failed && String(failed.error && failed.error.stack || failed.error),
               truncated: Boolean(sidebar.reading && sidebar.reading.truncated),
               told: sidebar.shadow.querySelector('header').textContent,
               items: sidebar.shadow.querySelectorAll('[data-item]').length,
               nodes: sidebar.shadow.querySelectorAll('*').length,
               turns: page.turns, longest: Math.round(page.longest), took: Math.round(took),
             };
           })().then(done, (error) => done({ status: 'thrown', error: String(error && error.stack || error) }));`,
          paragraphs.join(''),
          prepare,
          Boolean(found),
          stage.name,
        );
        t.diagnostic(
          `${stage.name}: ${seen.status} after ${seen.took} ms, ${seen.turns} turns of the page, the longest wait ${seen.longest} ms, ${seen.items} items in ${seen.nodes} elements`,
        );
        assert.notEqual(seen.status, 'thrown', seen.error);
        assert.ok(seen.took < 1_000 || seen.turns > 2, 'the page had its turns');
        if (empty && seen.status === 'empty') return;
        assert.equal(seen.status, 'ready', seen.error);
        assert.ok(seen.items > 10, `${seen.items} items`);
        assert.ok(seen.nodes < 8_000, `${seen.nodes} elements are drawn`);
        assert.equal(seen.truncated, truncated);
        assert.equal(/only the beginning/.test(seen.told), truncated, seen.told);
        // Whatever stands there stands in the page.
        if (!truncated && !changes)
          assert.ok(
            await stage.run(
              `return [...sidebar.state.model.items.values()].slice(0, 40).every((item) => sidebar.rangeOf(item))`,
            ),
          );
        if (holds) assert.ok(await stage.run(`return Boolean(${holds})`), holds);
        await stage.run('sidebar.close()');
      });
    }

    test('a thousand digests in a row, in one tab', { timeout: 300_000 }, async (t) => {
      await stage.driver.manage().setTimeouts({ script: 280_000 });
      await stage.driver.get(stage.server.url('/a-thousand'));
      const { floor, end, same, elements } = await stage.driver.executeAsyncScript(
        `const [done] = arguments;
         (async () => {
           const memories = [];
           const see = (made) => {
             for (const one of Object.values((made.instance ?? made).exports))
               if (one instanceof WebAssembly.Memory) memories.push(one);
             return made;
           };
           for (const name of ['instantiate', 'instantiateStreaming']) {
             const native = WebAssembly[name];
             if (native) WebAssembly[name] = async (...given) => see(await native.apply(WebAssembly, given));
           }
           const { load, summarize } = await import('/demo/embed/khulasa.js');
           await load();
           const bytes = () => memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
           const first = JSON.stringify(await summarize('article'));
           for (let i = 0; i < 20; i += 1) await summarize('article');
           const floor = bytes();
           let last;
           for (let i = 0; i < 1_000; i += 1) last = await summarize('article');
           return { floor, end: bytes(), same: JSON.stringify(last) === first, elements: document.querySelectorAll('*').length };
         })().then(done, (error) => done({ error: String(error) }));`,
      );
      t.diagnostic(`${stage.name}: ${floor} bytes of WASM memory after 20, ${end} after 1,020; ${elements} elements`);
      assert.ok(floor > 0);
      assert.equal(end, floor);
      assert.equal(same, true);
    });

    test('a hundred articles on one page: the one that is read is shown', { timeout: 120_000 }, async () => {
      await stage.driver.get(stage.server.url('/a-hundred'));
      await stage.driver.executeAsyncScript(
        `const [done] = arguments;
         import('/demo/embed/khulasa.js').then(async ({ mount }) => {
           window.sidebar = mount({ article: 'article', mode: 'open', collapsed: false });
           await window.sidebar.ready;
           done();
         });`,
      );
      for (const number of [50, 99, 3]) {
        await stage.run(
          `document.querySelectorAll('article')[arguments[0]].scrollIntoView();
           const title = 'News ' + arguments[0];
           await until(() => sidebar.state.status === 'ready' && sidebar.reading.article.title === title, title);`,
          number,
        );
        assert.equal(
          await stage.run(`return sidebar.root === document.querySelectorAll('article')[arguments[0]]`, number),
          true,
        );
      }
      await stage.run('sidebar.close()');
    });
  },
  {
    pages: {
      pages: {
        ...served,
        '/a-thousand': article(paragraphs.join('')),
        '/a-hundred': page(
          Array.from(
            { length: 100 },
            (_, number) =>
              `<article style="min-height: 100vh"><h1>News ${number}</h1>${paragraphs.slice(0, 6).join('')}</article>`,
          ).join(''),
        ),
      },
    },
  },
);
