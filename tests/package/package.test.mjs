// The packed package, as its users get it: checked by publint and arethetypeswrong, compiled
// against its types, run in Node, bundled three ways, and loaded by a page without a bundler.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { after, before, describe, test } from 'node:test';
import * as esbuild from 'esbuild';
import { publint } from 'publint';
import * as vite from 'vite';
import webpack from 'webpack';
import { serve } from '../../scripts/static-server.mjs';
import { openBrowser, unavailable } from '../browser/lib/browsers.mjs';
import { article, dist, node, page, paragraphs, project, root, tarball } from './lib.mjs';

const here = join(root, 'tests/package');
const built = join(dist, 'package');
const manifest = JSON.parse(readFileSync(join(built, 'package.json'), 'utf8'));

/** @type {ReturnType<typeof project>} */
let user;
before(() => {
  user = project();
});
after(() => user?.remove());

test('publint has nothing to say', async () => {
  const { messages } = await publint({ pkgDir: built, strict: true });
  assert.deepEqual(messages, []);
});

test('the types are right for every way of importing ES modules (arethetypeswrong)', () => {
  const said = execFileSync(
    process.execPath,
    [
      ...[join(here, 'node_modules/@arethetypeswrong/cli/dist/index.js'), tarball, '--profile', 'esm-only'],
      ...[
        '--format',
        'json',
        '--exclude-entrypoints',
        './khulasa_bg.wasm',
        './embed/*',
        './classic/*',
        './package.json',
      ],
    ],
    { encoding: 'utf8', cwd: here },
  );
  const { analysis, problems } = JSON.parse(said);
  assert.deepEqual(Object.keys(analysis.entrypoints).sort(), ['.', './element', './export']);
  // Types of a package without CommonJS: `require` gives an ES module, as Node 20.19 loads it.
  const others = Object.values(problems ?? {})
    .flat()
    .filter((one) => one.kind !== 'CJSResolvesToESM');
  assert.deepEqual(others, []);
});

test('has one version everywhere', () => {
  const cargo = /^version = "(.*)"$/m.exec(readFileSync(join(root, 'Cargo.toml'), 'utf8'))?.[1];
  const source = /version = '(.*)'/.exec(readFileSync(join(root, 'www/src/version.js'), 'utf8'))?.[1];
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
  assert.deepEqual([cargo, source, own], [manifest.version, manifest.version, manifest.version]);
});

test('holds what it says, the licences of all that is inside, and nothing of this machine', () => {
  const files = readdirSync(built, { recursive: true, encoding: 'utf8' });
  for (const name of ['LICENSE-MIT', 'LICENSE-APACHE', 'README.md', 'khulasa_bg.wasm', 'embed/khulasa_bg.wasm'])
    assert.ok(files.includes(name), name);
  const notices = readFileSync(join(built, 'THIRD-PARTY.md'), 'utf8');
  for (const name of ['preact', '@mozilla/readability', 'wasm-bindgen', 'serde', 'time', 'js-sys'])
    assert.match(notices, new RegExp(`^## ${name} \\d`, 'm'), name);
  assert.ok(!/## (icu_calendar|syn|quote|esbuild) /.test(notices), 'what is not inside is not named');
  for (const name of files.filter((name) => /\.(js|md|json|ts|wasm)$/.test(name)))
    assert.ok(!readFileSync(join(built, name)).includes(root), `${name} names the folder it was built in`);
  const { dependencies, scripts } = manifest;
  assert.deepEqual([dependencies, scripts], [undefined, undefined], 'nothing else is installed or run');
});

test('types: a user’s TypeScript compiles, mistakes do not, and the source has what the types say', () => {
  cpSync(join(here, 'types'), join(user.folder, 'types'), { recursive: true });
  /** @param {string} cwd @param {string[]} args @returns {string} what it finds wrong */
  const tsc = (cwd, ...args) => {
    try {
      return execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...args], {
        cwd,
        encoding: 'utf8',
      });
    } catch (error) {
      return /** @type {any} */ (error).stdout;
    }
  };
  const options = ['--strict', '--noEmit', '--target', 'es2022', '--lib', 'es2022,dom,dom.iterable', '--types', ''];
  for (const [module, resolution] of [
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ]) {
    const said = tsc(user.folder, ...options, '--module', module, '--moduleResolution', resolution, 'types/user.ts');
    assert.equal(said, '', `${module}/${resolution}`);
  }
  assert.equal(tsc(here, '--project', 'tsconfig.json'), '', 'the source against the types');
});

test('Node: digests for a newsroom’s pipeline, and clear words where a page would be needed', () => {
  user.write({
    'pipeline.js': `
      import { summarize, load, version, KhulasaError, mount } from 'khulasa';
      import { toJsonLd, figuresToCsv } from 'khulasa/export';
      const article = ${JSON.stringify(article)};
      const digest = await summarize(article, { length: 'short' });
      const core = await load();
      const codes = [];
      try { mount(); } catch (error) { codes.push(error instanceof KhulasaError && error.code); }
      await summarize('article').catch((error) => codes.push(error.code));
      await summarize(article, { signal: AbortSignal.abort() }).catch((error) => codes.push(error.name));
      const same = JSON.stringify(core.digest(article)) === JSON.stringify(digest);
      console.log(JSON.stringify({ digest, same, codes, version, ld: toJsonLd(digest, { url: 'https://news.example/1', article }), csv: figuresToCsv(digest) }));`,
  });
  const { digest, same, codes, version, ld, csv } = JSON.parse(node(user.folder, 'pipeline.js'));
  assert.equal(same, true);
  assert.equal(version, manifest.version);
  assert.deepEqual(codes, ['no-page', 'no-page', 'AbortError']);
  for (const { text, span } of [...digest.figures, ...digest.dates, ...digest.quotes])
    assert.equal(paragraphs[span.block].slice(span.start, span.end), text);
  assert.ok(digest.quotes.some((/** @type {any} */ quote) => quote.direct));
  assert.equal(ld['@type'], 'NewsArticle');
  assert.equal(csv.split('\r\n').length, digest.figures.length + 2);
});

// ---- in a browser ----------------------------------------------------------

const entry = `import { mount, version } from 'khulasa';
const sidebar = mount({ mode: 'open', collapsed: false });
await sidebar.ready;
window.result = { status: sidebar.state.status, version, items: sidebar.shadow.querySelectorAll('[data-item]').length };`;
const tag = '<script type="module" src="app.js"></script>';

/** @type {Record<string, () => Promise<void>>} what puts a page into `site/NAME` */
const builds = {
  async 'plain HTML, from a folder of the site'() {
    cpSync(join(user.folder, 'node_modules/khulasa/embed'), join(user.folder, 'site/plain/khulasa'), {
      recursive: true,
    });
    user.write({ 'site/plain/index.html': page({ head: tag }) });
    user.write({ 'site/plain/app.js': entry.replace("'khulasa'", "'./khulasa/khulasa.js'") });
  },
  async esbuild() {
    // esbuild leaves \`new URL(…, import.meta.url)\` alone: its file loader gives the WASM's address. As it is documented:
    const [, documented] =
      /^```js\n(import wasm from [\s\S]*?)\n```$/m.exec(readFileSync(join(root, 'docs/EMBEDDING.md'), 'utf8')) ?? [];
    assert.ok(documented, 'docs/EMBEDDING.md says how');
    user.write({
      'esbuild.js': `${documented}\n${entry}`,
    });
    await esbuild.build({
      entryPoints: { app: 'esbuild.js' },
      absWorkingDir: user.folder,
      bundle: true,
      minify: true,
      splitting: true,
      format: 'esm',
      target: 'es2022',
      outdir: 'site/esbuild',
      loader: { '.wasm': 'file' },
      logLevel: 'error',
    });
    user.write({ 'site/esbuild/index.html': page({ head: tag }) });
  },
  async vite() {
    user.write({
      'vite/index.html': page({ head: '<script type="module" src="/main.js"></script>' }),
      'vite/main.js': entry,
    });
    await vite.build({
      root: join(user.folder, 'vite'),
      base: './',
      configFile: false,
      logLevel: 'error',
      build: { outDir: join(user.folder, 'site/vite'), target: 'es2022', chunkSizeWarningLimit: 2000 },
    });
  },
  async webpack() {
    user.write({ 'webpack.js': entry });
    const stats = await new Promise((settled, failed) =>
      webpack(
        {
          mode: 'production',
          context: user.folder,
          entry: './webpack.js',
          output: { path: join(user.folder, 'site/webpack'), filename: 'app.js', module: true },
          experiments: { outputModule: true },
          // Its minifier takes most of a minute for the plain-JavaScript core, which came minified.
          optimization: { minimize: false },
          performance: { hints: false },
        },
        (error, result) => (error ? failed(error) : settled(result)),
      ),
    );
    assert.deepEqual(stats.toJson({ all: false, errors: true, warnings: true }).errors, []);
    user.write({ 'site/webpack/index.html': page({ head: tag }) });
  },
};

describe('in Chromium', { skip: unavailable('chromium') }, () => {
  /** @type {import('selenium-webdriver').WebDriver} */
  let driver;
  /** @type {Awaited<ReturnType<typeof serve>>} */
  let server;
  before(async () => {
    user.write({ 'site/index.html': '' });
    server = await serve(join(user.folder, 'site'));
    driver = await openBrowser('chromium');
  });
  after(async () => {
    await driver?.quit();
    await server?.close();
  });

  for (const [name, build] of Object.entries(builds)) {
    test(`${name}: reads, shows, and streams the WASM from a file of its own`, async () => {
      await build();
      const from = server.requests.length;
      await driver.get(`${server.origin}/${name.split(/[ ,]/)[0]}/`);
      const result = await driver.wait(() => driver.executeScript('return window.result'), 20_000);
      assert.equal(result.status, 'ready');
      assert.equal(result.version, manifest.version);
      assert.ok(result.items > 5, String(result.items));
      const asked = server.requests.slice(from);
      assert.equal(asked.filter((path) => path.endsWith('.wasm')).length, 1, asked.join(' '));
      assert.ok(!asked.some((path) => /fallback/.test(path)), asked.join(' '));
    });
  }
});

test('what was packed is what was built', () => {
  assert.ok(existsSync(tarball));
  assert.equal(
    readFileSync(join(user.folder, 'node_modules/khulasa/package.json'), 'utf8'),
    readFileSync(join(built, 'package.json'), 'utf8'),
  );
});
