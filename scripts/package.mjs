// Makes the npm package in www/dist/package of what scripts/build.mjs built, and packs it.
// `node scripts/package.mjs`; `make package` builds first.
//
//   index.js, element.js, export.js
//                          ES modules for bundlers, readable; khulasa_bg.wasm beside them
//   node.js                the same for Node, which reads the WASM from the disk
//   embed/                 what a page loads as it is, from a server or a CDN, minified
//   classic/khulasa.js     one classic script, for pages on a disk
//   *.d.ts                 the types
//   THIRD-PARTY.md         whose code is inside, and under which licences

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { transformSync } from 'esbuild';
import { bundleModules, common, dist, root } from './bundle.mjs';

const out = join(dist, 'package');
const source = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

if (!existsSync(join(dist, 'embed/khulasa.js'))) {
  console.error('khulasa: www/dist/embed is not there; `make build` makes it.');
  process.exit(1);
}
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

// Users' own bundlers minify; until then whoever debugs can read what runs.
/** @type {import('esbuild').Plugin} the core as plain JavaScript is a program's work: nobody reads it */
const smallFallback = {
  name: 'small-fallback',
  setup(build) {
    build.onLoad({ filter: /\/khulasa_fallback\w*\.js$/ }, ({ path }) => ({
      contents: transformSync(readFileSync(path, 'utf8'), { minify: true, target: common.target }).code,
    }));
  },
};
await bundleModules(
  ['index.js', 'element.js', 'export.js', 'node.js'].map((name) => join(root, 'www/src', name)),
  out,
  { minify: false, external: ['node:*'], plugins: [smallFallback] },
);
for (const folder of ['embed', 'classic']) cpSync(join(dist, folder), join(out, folder), { recursive: true });
for (const name of ['LICENSE-MIT', 'LICENSE-APACHE', 'CHANGELOG.md']) cpSync(join(root, name), join(out, name));
for (const name of ['index.d.ts', 'element.d.ts', 'export.d.ts'])
  cpSync(join(root, 'www/types', name), join(out, name));
cpSync(join(root, 'src/wasm.d.ts'), join(out, 'core.d.ts'));
cpSync(join(root, 'docs/PACKAGE.md'), join(out, 'README.md'));

// What a page's `integrity` attributes and import maps need, by file.
writeFileSync(
  join(out, 'embed/integrity.json'),
  `${JSON.stringify(
    Object.fromEntries(
      readdirSync(join(out, 'embed')).map((name) => [
        name,
        `sha384-${createHash('sha384')
          .update(readFileSync(join(out, 'embed', name)))
          .digest('base64')}`,
      ]),
    ),
    null,
    2,
  )}\n`,
);

const manifest = {
  name: source.name,
  version: source.version,
  description:
    'The gist of a news article, word for word: summary, figures, dates, quotes and speakers; Arabic and English',
  keywords: ['summary', 'news', 'arabic', 'quotes', 'webassembly', 'sidebar'],
  license: source.license,
  type: 'module',
  engines: source.engines,
  main: './node.js',
  types: './index.d.ts',
  exports: {
    '.': { types: './index.d.ts', browser: './index.js', node: './node.js', default: './index.js' },
    './element': { types: './element.d.ts', default: './element.js' },
    './export': { types: './export.d.ts', default: './export.js' },
    './khulasa_bg.wasm': './khulasa_bg.wasm',
    './embed/*': './embed/*',
    './classic/*': './classic/*',
    './package.json': './package.json',
  },
  // The element registers itself, Node's entry says where the WASM is, and an embed acts on its tag.
  sideEffects: ['./element.js', './node.js', './embed/*', './classic/*'],
};
writeFileSync(join(out, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
writeFileSync(join(out, 'THIRD-PARTY.md'), notices());
const [packed] = JSON.parse(
  execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', dist], {
    cwd: out,
    encoding: 'utf8',
  }),
);
console.log(
  `khulasa: packed www/dist/${packed.filename} (${Math.round(packed.size / 1000)} KB, ${packed.files.length} files)`,
);

/** Everything whose code ends up in the package's files, with its licence's own text. */
function notices() {
  const parts = [
    '# Third-party code in this package\n',
    'Khulasa is under the MIT licence or the Apache licence 2.0, at your option. Its files hold code of the',
    "packages below, each under its own licence. The WebAssembly also holds parts of Rust's standard library",
    '(MIT or Apache-2.0, the Rust Project Developers).',
  ];
  const npm = Object.keys(source.dependencies).map((name) => {
    const folder = join(root, 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return { name, version, license, folder };
  });
  for (const { name, version, license, folder } of [...npm, ...crates()]) {
    const texts = readdirSync(folder)
      .filter((file) => /^(licen[cs]e|copying|copyright|notice)/i.test(file))
      // Of two licences to choose from, the shorter text is taken.
      .sort((a, b) => readFileSync(join(folder, a)).length - readFileSync(join(folder, b)).length);
    const text = texts[0] && readFileSync(join(folder, texts[0]), 'utf8').trim();
    parts.push(`\n## ${name} ${version}\n\n${license}\n`);
    if (text) parts.push('```text', text.replaceAll('```', "'''"), '```');
  }
  return `${parts.join('\n')}\n`;
}

/** The crates that are compiled into the WASM: what the core depends on, without build and test tools. */
function crates() {
  const { packages, resolve } = JSON.parse(
    execFileSync(
      'cargo',
      ['metadata', '--format-version', '1', '--locked', '--filter-platform', 'wasm32-unknown-unknown'],
      { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 },
    ),
  );
  /** @type {Map<string, any>} */
  const nodes = new Map(resolve.nodes.map((/** @type {any} */ node) => [node.id, node]));
  /** @type {Set<string>} */
  const inside = new Set();
  const queue = [resolve.root];
  for (const id of queue) {
    for (const { pkg, dep_kinds } of nodes.get(id).deps) {
      const linked = dep_kinds.some((/** @type {any} */ one) => one.kind === null);
      const macros = packages
        .find((/** @type {any} */ one) => one.id === pkg)
        .targets.every(
          (/** @type {any} */ target) => target.kind.includes('proc-macro') || target.kind[0] === 'custom-build',
        );
      if (!linked || macros || inside.has(pkg)) continue;
      inside.add(pkg);
      queue.push(pkg);
    }
  }
  return packages
    .filter((/** @type {any} */ one) => inside.has(one.id))
    .map((/** @type {any} */ { name, version, license, manifest_path }) => ({
      name,
      version,
      license,
      folder: dirname(manifest_path),
    }));
}
