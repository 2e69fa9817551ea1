// Every example of the documentation, run as it stands there.
//
// Before a fenced block of HTML, CSS or JavaScript stands a comment that a reader of the page does
// not see: <!-- example {"kind": …, "expect": …} -->. Kinds:
//
//   page     the block stands in a news page; module: it is a module script of one
//   hook     it stands in a component, which Preact renders with two stories and takes away again
//   css      it is a style sheet of a page with the tag and the element
//   file     like page, opened from the disk
//   node     it runs in Node with the package installed; `out` is what it wrote, as JSON
//   house    it is a house's own words; `out` is the digest of `text` with them
//   header   (a block of `http`) sent with the next example that asks for it
//   none     not run, with a reason
//
// `expect` is JavaScript that becomes true: in the page with the functions below, and with the
// block's own top-level names where it is a module.

import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { serve } from '../../scripts/static-server.mjs';
import { openBrowser, unavailable } from '../browser/lib/browsers.mjs';
import { article, node, page, paragraphs, project, root } from './lib.mjs';

/** @typedef {{ file: string, line: number, language: string, code: string, about: Record<string, any>, header: string }} Example */

/** @param {string} file @returns {Example[]} */
function examplesOf(file) {
  const lines = readFileSync(join(root, file), 'utf8').split('\n');
  /** @type {Example[]} */
  const found = [];
  let header = '';
  for (let i = 0; i < lines.length; i += 1) {
    const fence = /^```(\w*)$/.exec(lines[i]);
    if (!fence) continue;
    const end = lines.indexOf('```', i + 1);
    const language = fence[1];
    const comment = /^<!-- example (\{.*\}) -->$/.exec(lines[i - 1] ?? '');
    const code = lines.slice(i + 1, end).join('\n');
    const about = comment ? JSON.parse(comment[1]) : {};
    if (about.kind === 'header') header = code;
    else if (comment || /^(html|css|js|jsx|ts)$/.test(language))
      found.push({ file, line: i + 1, language, code, about, header });
    i = end;
  }
  return found;
}

const files = [
  'README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const examples = files.flatMap(examplesOf);

/** What `expect` may use; the shadow roots are opened for it. */
const helpers = `
  // A column that leaves the sidebar room at either side; made here, as some examples' policies allow no style of the page.
  const column = new CSSStyleSheet();
  column.replaceSync('main { max-width: 24rem; margin: 0 auto }');
  document.adoptedStyleSheets = [column];
  const roots = [];
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) { const root = attach.call(this, { ...init, mode: 'open' }); roots.push(root); return root; };
  window.shadow = () => roots.at(-1);
  window.items = () => roots.filter((root) => root.isConnected).reduce((sum, root) => sum + root.querySelectorAll('[data-item]').length, 0);
  window.rootOf = (selector) => roots.find(({ host }) => host.matches(selector));
  window.looks = (selector, property, value, root = roots.at(-1)) =>
    [...(root?.querySelectorAll(selector) ?? [])].some((element) => getComputedStyle(element)[property].includes(value));
  window.box = () => roots.at(-1).host.getBoundingClientRect();
  window.requests = (part) => performance.getEntriesByType('resource').filter(({ name }) => name.includes(part)).length;
  // The driver's own.
  window.ret_nodes = undefined;
  window.errors = [];
  addEventListener('error', (event) => errors.push(event.message));
  addEventListener('unhandledrejection', (event) => errors.push(String(event.reason)));
`;

/** @type {ReturnType<typeof project>} */
let user;
before(() => {
  user = project();
  user.write({ 'site/index.html': '' });
  const embed = join(user.folder, 'node_modules/khulasa/embed');
  for (const folder of ['khulasa', 'elsewhere']) cpSync(embed, join(user.folder, 'site', folder), { recursive: true });
  for (const folder of ['khulasa/classic'])
    cpSync(join(user.folder, 'node_modules/khulasa/classic'), join(user.folder, 'disk', folder), { recursive: true });
});
after(() => user?.remove());

test('every example of HTML, CSS and JavaScript says how it is tried', () => {
  const wordless = examples.filter(({ about }) => !about.kind || (about.kind === 'none' ? !about.why : !about.expect));
  assert.deepEqual(
    wordless.map(({ file, line }) => `${file}:${line}`),
    [],
  );
  assert.ok(examples.filter(({ about }) => about.kind !== 'none').length >= 20, 'the examples are found');
});

const name = (/** @type {Example} */ { file, line, about }) => `${file}:${line} (${about.kind})`;

for (const example of examples.filter(({ about }) => ['node', 'house'].includes(about.kind))) {
  test(name(example), () => {
    const { kind, text } = example.about;
    user.write({
      'example.mjs':
        kind === 'node'
          ? example.code
          : `import { summarize } from 'khulasa';
console.log(JSON.stringify(await summarize(${JSON.stringify({ blocks: [{ text }] })}, { house: ${JSON.stringify(example.code)} })));`,
    });
    const out = JSON.parse(node(user.folder, 'example.mjs'));
    assert.ok(
      new Function('out', `return ${example.about.expect}`)(out),
      `${example.about.expect}: ${JSON.stringify(out).slice(0, 2000)}`,
    );
  });
}

describe('in Chromium', { skip: unavailable('chromium') }, () => {
  /** @type {import('selenium-webdriver').WebDriver} */
  let driver;
  /** @type {Awaited<ReturnType<typeof serve>>} */
  let server;
  /** @type {Record<string, any>} */
  const pages = {};
  before(async () => {
    server = await serve(join(user.folder, 'site'), { pages });
    driver = await openBrowser('chromium');
  });
  after(async () => {
    await driver?.quit();
    await server?.close();
  });

  /** What stands for `…` in an example: hashes by the file named before them, the page's digest. @param {Example} example */
  function filled({ code, about }) {
    const hashes = JSON.parse(readFileSync(join(user.folder, 'node_modules/khulasa/embed/integrity.json'), 'utf8'));
    let text = code.replace(/(\/khulasa\/([\w.]+).*?)sha384-…/g, (_, before, file) => before + hashes[file]);
    if (about.served) {
      user.write({
        'served.mjs': `import { summarize } from 'khulasa'; console.log(JSON.stringify(await summarize(${JSON.stringify(article)})));`,
      });
      const digest = node(user.folder, 'served.mjs').trim();
      text = text.replace('{"digest": …, "article": …}', () =>
        `{"digest": ${digest}, "article": ${JSON.stringify(article)}}`.replaceAll('</', '<\\/'),
      );
    }
    assert.ok(!text.includes('…'), text);
    return text;
  }

  /** A component around an example, shown with one story, then with another, then taken away. @param {string} code */
  const component = async (code) => {
    const { outputFiles } = await esbuild.build({
      stdin: {
        contents: `import { h, render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { mount } from 'khulasa';
function Story({ story }) {
  const ref = useRef(null);
${code}
  return h('article', { ref }, story.paragraphs.map((text) => h('p', {}, text)));
}
const place = document.querySelector('main');
place.replaceChildren();
const shown = [];
for (const id of [1, 2]) {
  const before = roots.length;
  render(h(Story, { story: { id, paragraphs: ${JSON.stringify(paragraphs)}.slice(id - 1) } }), place);
  while (roots.length === before || items() === 0) await new Promise((later) => setTimeout(later, 20));
  shown.push(roots.filter((root) => root.isConnected).length);
}
render(null, place);
while (items() > 0) await new Promise((later) => setTimeout(later, 20));
window.holds = () => Boolean(EXPECT);
window.names = () => ({ shown });`,
        resolveDir: root,
      },
      bundle: true,
      format: 'esm',
      target: 'es2022',
      external: ['khulasa'],
      write: false,
      logLevel: 'error',
    });
    return outputFiles[0].text;
  };

  const inPages = ['page', 'module', 'hook', 'css', 'file'];
  for (const example of examples.filter(({ about }) => inPages.includes(about.kind))) {
    test(name(example), async () => {
      const { about, header } = example;
      const code = filled(example);
      const map = { imports: { khulasa: '/khulasa/khulasa.js', 'khulasa/element': '/khulasa/element.js' } };
      let body = code;
      if (about.kind === 'css')
        body = `<style>${code}</style><script type="module" src="/khulasa/khulasa.js" data-collapsed="false"></script>
<script type="module" src="/khulasa/element.js"></script><khulasa-sidebar collapsed="false" side="left"></khulasa-sidebar>`;
      if (about.kind === 'hook')
        body = `<script type="importmap">${JSON.stringify(map)}</script><script type="module">${(await component(code)).replace('EXPECT', () => about.expect)}</script>`;
      if (about.kind === 'module') {
        // Its own names are seen by `expect` as they are at that moment.
        body = `<script type="importmap">${JSON.stringify(map)}</script><script type="module">${code}
window.holds = () => Boolean(${about.expect});
window.names = () => ({ ${about.show ?? ''} });</script>`;
      }
      const more = Array.from(
        { length: (about.articles ?? 1) - 1 },
        (_, n) =>
          `</article><article style="margin-top: 1500px">${paragraphs.map((text) => `<p>${text.replace(/ (?=\S+$)/, ` (${n + 2}) `)}</p>`).join('')}`,
      ).join('');
      const head = header && about.header ? '<script src="/helpers.js"></script>' : `<script>${helpers}</script>`;
      let html = page({ head, body, article: more });
      if (about.articles) html = html.replace(/ (\S+<\/p>)\n<\/article>/, ' (1) $1</article>');
      let url = `${server.origin}/example.html`;
      const from = server.requests.length;
      if (about.kind === 'file') {
        writeFileSync(join(user.folder, 'disk/index.html'), html);
        url = pathToFileURL(join(user.folder, 'disk/index.html')).href;
      } else {
        pages['/helpers.js'] = { body: helpers, headers: { 'Content-Type': 'text/javascript' } };
        pages['/example.html'] = {
          body: html,
          headers: about.header ? { [header.split(': ')[0]]: header.slice(header.indexOf(': ') + 2) } : {},
        };
      }
      await driver.get(url);
      if (about.kind !== 'file') {
        await driver.executeScript('localStorage.clear()');
        await driver.get(url);
      }
      const asked = () => server.requests.slice(from).slice(server.requests.slice(from).lastIndexOf('/example.html'));
      // Where a policy forbids `eval`, what the driver runs is still allowed.
      const holds = () =>
        driver.executeScript(
          about.kind === 'module' || about.kind === 'hook'
            ? 'try { return { value: Boolean(window.holds?.()) } } catch (error) { return { error: String(error) } }'
            : `try { return { value: Boolean(${about.expect}) } } catch (error) { return { error: String(error) } }`,
        );
      let last;
      const deadline = Date.now() + 15_000;
      do {
        last = await holds();
        if (last.value) break;
        await new Promise((later) => setTimeout(later, 100));
      } while (Date.now() < deadline);
      const errors = await driver.executeScript('return window.errors');
      const names = last.value || (await driver.executeScript('return JSON.stringify(window.names?.())'));
      assert.ok(
        last.value,
        `${about.expect} ${last.error ?? 'stays false'}: ${names}; ${errors}; asked for ${asked().join(' ')}`,
      );
      assert.deepEqual(errors, []);
    });
  }
});
