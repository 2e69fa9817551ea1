// Builds what readers download. `node scripts/build.mjs [--force]`, from anywhere;
// `node scripts/build.mjs --extension FOLDER` bundles the extension alone, of the core that is there.
//
//   www/pkg/                  the core: wasm-pack's package (khulasa.js, khulasa_bg.wasm,
//                             khulasa.d.ts) and the same core as plain JavaScript
//                             (khulasa_fallback.js), for pages whose CSP forbids WASM
//   www/dist/embed/           what a publisher serves: khulasa.js, element.js, the WASM
//   www/dist/extension/       the unpacked extension (a folder a browser, where they differ)
//   www/dist/demo/            the demo's pages
//   www/dist/classic/         the sidebar in one classic script, for pages on a disk (file:)
//
// The npm package is made of these by scripts/package.mjs.
//
// What only a page without WASM loads has `fallback` in its name. The core is
// built again only when something it is made of has changed.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, delimiter, extname, join, relative, resolve } from 'node:path';
import process from 'node:process';
import * as esbuild from 'esbuild';
import { bundleModules, common, dist, pkg, root } from './bundle.mjs';
import { bundleEmbed } from './embed.mjs';
import { namedBySimilarity } from './order-functions.mjs';

const tools = process.env.KHULASA_TOOLS ?? join(root, '.tools');
const force = process.argv.includes('--force');

// Bytes count for more than speed in a page that has news to show, so the core is
// compiled for size; KHULASA_OPT_LEVEL=3 builds one to compare with.
const optLevel = process.env.KHULASA_OPT_LEVEL ?? 'z';

const toolchainFile = join(tools, 'wasm-toolchain');
const toolchain = existsSync(toolchainFile) ? readFileSync(toolchainFile, 'utf8').trim() : '';
/** @type {NodeJS.ProcessEnv} */
const env = {
  ...process.env,
  PATH: [join(tools, 'bin'), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
  CARGO_PROFILE_RELEASE_OPT_LEVEL: optLevel,
  ...(toolchain && { RUSTUP_TOOLCHAIN: toolchain }),
};

/**
 * Runs a program in the project's folder and stops the build where it fails.
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [more] environment variables on top of the build's
 */
function run(program, args, more = {}) {
  try {
    execFileSync(program, args, {
      cwd: root,
      env: { ...env, ...more },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
  } catch (error) {
    console.error(`khulasa: ${program} ${args.join(' ')}\n         failed: ${/** @type {Error} */ (error).message}`);
    process.exit(1);
  }
}

/** @param {string} folder @returns {string[]} the files under it, in order */
function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)]));
}

/** One name for the state of everything that the core is made of. */
function coreKey() {
  const hash = createHash('sha256');
  const sources = [
    ...filesUnder(join(root, 'src')),
    ...[
      'build.rs',
      'Cargo.toml',
      'Cargo.lock',
      'package-lock.json',
      'scripts/build.mjs',
      'scripts/order-functions.mjs',
    ].map((name) => join(root, name)),
  ];
  for (const file of sources) hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  const rustc = execFileSync('rustc', ['-vV'], { cwd: root, env, encoding: 'utf8' });
  hash.update([optLevel, toolchain, rustc, process.env.RUSTFLAGS ?? '', std.flags, ...std.args].join('\0'));
  return hash.digest('hex');
}

function targetFolder() {
  const metadata = execFileSync('cargo', ['metadata', '--no-deps', '--format-version', '1'], {
    cwd: root,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return JSON.parse(metadata).target_directory;
}

// rustc's wasm32 target has these features on; the tools are told, as not every
// section that names them survives every tool.
const wasmFeatures = [
  '--enable-bulk-memory',
  '--enable-bulk-memory-opt',
  '--enable-sign-ext',
  '--enable-nontrapping-float-to-int',
  '--enable-mutable-globals',
  '--enable-multivalue',
  '--enable-reference-types',
];

/**
 * Compiling the standard library along with the core, for size like the core, takes an
 * eighth off the WASM. It wants the library's source (rustup's component rust-src, Debian's
 * rust-web-src); where that is missing the precompiled library serves, and the build says so.
 */
const std = (() => {
  const sysroot = execFileSync('rustc', ['--print', 'sysroot'], { cwd: root, env, encoding: 'utf8' }).trim();
  const there = existsSync(join(sysroot, 'lib/rustlib/src/rust/library/Cargo.toml'));
  if (!there) console.log('khulasa: no source of the standard library (rust-src): the WASM will be larger');
  return {
    args: there ? ['-Zbuild-std=std,panic_abort', '-Zbuild-std-features=optimize_for_size'] : [],
    // A panic ends in a trap at once: its message and the place in the source (with the building
    // machine's paths) would be a fiftieth of the WASM, and no reader sees them.
    // rustc inlines nothing of its own where it compiles for size; with it the core is a sixth faster
    // at a two-hundredth more bytes.
    flags: there ? '-Zlocation-detail=none -Zinline-mir=yes -Zunstable-options -Cpanic=immediate-abort' : '',
    // -Z options are for nightly compilers; this lifts that for the build of the standard library.
    env: there ? { RUSTC_BOOTSTRAP: '1' } : {},
  };
})();

/**
 * rustc's flags as cargo takes them: the caller's own, and these.
 * @param {string} [more]
 */
const flags = (more = '') => ({ RUSTFLAGS: [process.env.RUSTFLAGS ?? '', std.flags, more].join(' ').trim() });

/** The core as WASM: wasm-pack's package, shrunk. */
function buildWasm() {
  run(
    'wasm-pack',
    [
      ...['build', '--mode', 'no-install', '--release', '--target', 'web', '--no-opt', '--no-pack'],
      ...['--out-dir', relative(root, pkg), '--out-name', 'khulasa', '.', ...std.args],
    ],
    // JavaScript's values are numbers to the core then, places in a list that the glue keeps: a table of them in
    // the core, with what finds room there, weighs a kilobyte more than that list and is no faster.
    // LLVM rewrites loops for machines whose addresses add up for free, and computes ahead on one way what two
    // ways have in common behind it; in WebAssembly what it makes of either is larger, and no faster.
    {
      ...std.env,
      ...flags('-Ctarget-feature=-reference-types -Cllvm-args=-disable-lsr -Cllvm-args=-enable-pre=false'),
    },
  );
  const wasm = join(pkg, 'khulasa_bg.wasm');
  // Binaryen's passes feed one another; a second round still finds bytes.
  run('wasm-opt', [
    ...wasmFeatures,
    // Every value in a local of its own, and the branches found anew: Binaryen's passes then see
    // more that is the same.
    ...['--flatten', '--rereloop', '-Oz', '--converge'],
    // Of functions that part in constants alone one is left, which is told them.
    ...['--merge-similar-functions', '-Oz'],
    // What counts is what is left after gzip. Runs of zeros weigh nothing there, and the headers of the
    // segments that they would be cut out between do; functions that were joined into one of 80 KB are
    // compressed worse than apart. Only small ones are joined (all apart are a twentieth slower).
    ...['--skip-pass=memory-packing', '--one-caller-inline-max-function-size=60'],
    // The stack stands lowest in memory (rustc's linker puts it there), so nothing is in the first KB.
    '--low-memory-unused',
    ...['--strip-debug', '--strip-producers', '--strip-target-features', wasm, '-o', wasm],
  ]);
  addRenewal(join(pkg, 'khulasa.js'), join(pkg, 'khulasa.d.ts'));
  shortenNames(wasm, join(pkg, 'khulasa.js'));
  // Functions that are like one another side by side: a hundredth less after gzip.
  writeFileSync(wasm, namedBySimilarity(readFileSync(wasm)));
  run('wasm-opt', [...wasmFeatures, '--reorder-functions-by-name', '--strip-debug', wasm, '-o', wasm]);
}

/**
 * WASM memory grows and never shrinks: what a long article took stays taken. So the glue can start
 * over with a new instance, which wasm-bindgen leaves to whoever needs it.
 * @param {string} glue
 * @param {string} types
 */
function addRenewal(glue, types) {
  const script = readFileSync(glue, 'utf8');
  for (const name of [
    'function __wbg_finalize_init(instance, module)',
    'function __wbg_get_imports()',
    'wasmModule = ',
    'heap.push(undefined, null, true, false);',
  ])
    if (!script.includes(name)) throw new Error(`khulasa: ${name} is not in ${glue}`);
  writeFileSync(
    glue,
    `${script}
export function renew(most) {
    if (wasm.memory.buffer.byteLength <= most) return false;
    // What the instance before held on to, names of fields, is held for nobody now.
    heap.length = heap_next = 1028;
    __wbg_finalize_init(new WebAssembly.Instance(wasmModule, __wbg_get_imports()), wasmModule);
    return true;
}
`,
  );
  writeFileSync(
    types,
    `${readFileSync(types, 'utf8')}
/**
 * Starts over in a new memory where this one has grown past \`most\` bytes; true where it did.
 * No \`Reading\`, \`Walk\` or \`Work\` may be alive then: it would be of the memory that was left.
 */
export function renew(most: number): boolean;
`,
  );
}

/**
 * Gives what the core and its glue call each other by names of a letter or two: wasm-bindgen's
 * own end in sixteen hexadecimal digits each, which no compression shortens.
 * @param {string} wasm
 * @param {string} glue
 */
function shortenNames(wasm, glue) {
  const said = execFileSync(
    'wasm-opt',
    [...wasmFeatures, '--minify-imports-and-exports-and-modules', wasm, '-o', wasm],
    { cwd: root, env, encoding: 'utf8' },
  );
  /** @type {{ imports: [string, string, string][], exports: [string, string][] }} */
  const names = JSON.parse(said);
  let script = readFileSync(glue, 'utf8');
  /** @param {string | RegExp} from @param {string} to */
  const rename = (from, to) => {
    const renamed = script.replaceAll(from, () => to);
    if (renamed === script) throw new Error(`khulasa: ${from} is not in ${glue}`);
    script = renamed;
  };
  for (const [, from, to] of names.imports) rename(new RegExp(`\\b${from}(?=: function)`, 'g'), to);
  // What the glue does not call (`__heap_base`, say) it does not name either.
  for (const [from, to] of names.exports) {
    const called = new RegExp(`\\bwasm\\.${from}\\b`, 'g');
    if (called.test(script)) rename(called, `wasm.${to}`);
  }
  // Imports come from one module, and the pass calls it so.
  rename('"./khulasa_bg.js"', '"a"');
  writeFileSync(glue, script);
}

/**
 * The same core as plain JavaScript, through WebAssembly's first version:
 * wasm2js reads nothing newer, and wasm-bindgen writes nothing newer where the
 * crate was compiled for it and the module says so.
 */
function buildFallback() {
  const out = join(targetFolder(), 'fallback');
  const work = join(out, 'js');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });

  const where = ['--target', 'wasm32-unknown-unknown', '--target-dir', out];
  run('cargo', ['build', '--release', '--lib', ...where, ...std.args], {
    ...std.env,
    ...flags('-Ctarget-cpu=mvp -Ctarget-feature=+mutable-globals'),
  });
  const built = join(out, 'wasm32-unknown-unknown/release/khulasa.wasm');
  const lowered = join(work, 'khulasa.wasm');
  // A precompiled standard library uses newer instructions: these are taken down …
  run('wasm-opt', [
    ...wasmFeatures,
    ...['--llvm-memory-copy-fill-lowering', '--llvm-nontrapping-fptoint-lowering', '--signext-lowering'],
    ...['--strip-target-features', built, '-o', lowered],
  ]);
  // … and the module then states that it needs none of them, which wasm-bindgen goes by.
  const mvp = ['--mvp-features', '--enable-mutable-globals'];
  run('wasm-opt', [...mvp, '--emit-target-features', lowered, '-o', lowered]);
  run('wasm-bindgen', ['--target', 'bundler', '--no-typescript', '--out-name', 'khulasa', '--out-dir', work, lowered]);
  run('wasm-opt', [...mvp, '-Oz', '--strip-debug', '--strip-producers', join(work, 'khulasa_bg.wasm'), '-o', lowered]);
  const script = join(work, 'core.js');
  run('wasm2js', [...mvp, '-Oz', lowered, '-o', script]);

  // The core imports its glue by wasm-bindgen's name for it; here it lies under another.
  const core = readFileSync(script, 'utf8').replaceAll('./khulasa_bg.js', './khulasa_fallback_bg.js');
  writeFileSync(join(pkg, 'khulasa_fallback_core.js'), core);
  // WASM memory that grows detaches its old buffer, and the glue's views of it are renewed when they
  // are found empty. Plain JavaScript's old buffer stays as it is: the views have to be compared.
  const glue = readFileSync(join(work, 'khulasa_bg.js'), 'utf8');
  const renewed = glue
    .replace(/(cached\w+Memory0)\.byteLength === 0/g, '$1.buffer !== wasm.memory.buffer')
    .replace(/(cached\w+Memory0)\.buffer\.detached === true/g, '$1.buffer !== wasm.memory.buffer');
  if (/cached\w+Memory0 === null \|\| (?!cached\w+Memory0\.buffer !== )/.test(renewed) || renewed === glue) {
    console.error('khulasa: wasm-bindgen renews its views of the memory in a new way; see scripts/build.mjs');
    process.exit(1);
  }
  writeFileSync(join(pkg, 'khulasa_fallback_bg.js'), renewed);
  const start = /\bas __wbindgen_start\b/.test(core) ? 'core.__wbindgen_start();\n' : '';
  writeFileSync(
    join(pkg, 'khulasa_fallback.js'),
    `// The core as plain JavaScript, with khulasa.js's exports: for pages that forbid WASM.
// Written by scripts/build.mjs.
import * as core from "./khulasa_fallback_core.js";
import { __wbg_set_wasm } from "./khulasa_fallback_bg.js";
export * from "./khulasa_fallback_bg.js";
__wbg_set_wasm(core);
${start}/** The memory of plain JavaScript is one of its module's own, and stays. */
export const renew = () => false;
/** Nothing to load: the core came with the import. Has the shape of khulasa.js's default export. */
export default async function init() {
  return core;
}
`,
  );
  // Its types are those of the WASM package.
  writeFileSync(
    join(pkg, 'khulasa_fallback.d.ts'),
    'export * from "./khulasa.js";\nexport { default } from "./khulasa.js";\n',
  );
}

function buildCore() {
  const stamp = join(pkg, '.built-from');
  const key = coreKey();
  if (!force && existsSync(stamp) && readFileSync(stamp, 'utf8') === key) {
    console.log('khulasa: the core is up to date');
    return;
  }
  rmSync(pkg, { recursive: true, force: true });
  buildWasm();
  buildFallback();
  writeFileSync(stamp, key);
}

/**
 * One classic script with the WASM in it. Where it is used there is no CSP, so the plain-JavaScript
 * core is left out.
 */
async function buildClassic() {
  await esbuild.build({
    ...common,
    entryPoints: { khulasa: join(root, 'www/src/classic.js') },
    outdir: join(dist, 'classic'),
    format: 'iife',
    loader: { '.wasm': 'binary' },
    define: { ...common.define, 'import.meta.url': '"file:"' },
    plugins: [
      ...(common.plugins ?? []),
      {
        name: 'no-fallback',
        setup(build) {
          build.onLoad({ filter: /\/khulasa_fallback\.js$/ }, () => ({
            contents: 'export default async function init() { throw new Error("not in this file"); }',
          }));
        },
      },
    ],
  });
}

/** @param {string} from @param {string} to @param {(file: string) => boolean} keep copies a tree's files, less some */
function copyTree(from, to, keep) {
  cpSync(from, to, { recursive: true, filter: (file) => statSync(file).isDirectory() || keep(file) });
}

const isScript = (/** @type {string} */ file) => ['.js', '.mjs'].includes(extname(file));

async function buildDemo() {
  const from = join(root, 'www/demo');
  if (!existsSync(from)) return false;
  const to = join(dist, 'demo');
  copyTree(from, to, (file) => !isScript(file));
  const entries = readdirSync(from)
    .filter((name) => isScript(name))
    .map((name) => join(from, name));
  // The demo is a publisher's page: it loads the embed as one would, from a folder beside it.
  if (entries.length > 0) await bundleModules(entries, to, { external: ['./embed/*', '../embed/*'] });
  if (existsSync(join(dist, 'embed'))) cpSync(join(dist, 'embed'), join(to, 'embed'), { recursive: true });
  return true;
}

/**
 * The extension writes no markup from strings, and this holds its bundle to that: the three
 * places in packages that could are taken out, and a fourth stops the build.
 * @type {esbuild.Plugin}
 */
const noMarkup = {
  name: 'no-markup',
  setup(build) {
    /** @type {[RegExp, [string | RegExp, string][]][]} */
    const places = [
      // `dangerouslySetInnerHTML`, which the sidebar does not use.
      [/\/preact\/dist\/preact\.\w+$/, [[/\w+\.innerHTML=\w+\.__html/, '0']]],
      [
        /\/readability\/Readability\.js$/,
        [
          // The copy that it works on has no noscript (find.js) …
          ['tmp.innerHTML = noscript.innerHTML;', ''],
          // … and takes no markup either: find.js put a setter in its place that copies the page's nodes again.
          ['page.innerHTML = pageCacheHtml;', 'Reflect.set(page, "innerHTML", pageCacheHtml);'],
        ],
      ],
    ];
    for (const [filter, changes] of places) {
      build.onLoad({ filter }, ({ path }) => {
        let contents = readFileSync(path, 'utf8');
        for (const [from, to] of changes) {
          const changed = contents.replace(from, to);
          if (changed === contents) return { errors: [{ text: `${path} no longer has ${from}` }] };
          contents = changed;
        }
        const left = /\w+\.(inner|outer)HTML\s*=[^=].*/.exec(contents);
        if (left) return { errors: [{ text: `${path} writes markup: ${left[0]}` }] };
        return { contents, loader: 'js' };
      });
    }
  },
};

/**
 * The extension: scripts bundled, the rest copied, one folder a browser. Its manifest is
 * `manifest.json` with the keys of `manifest.NAME.json` on top.
 * @param {string} [out] the folder for them
 */
async function buildExtension(out = join(dist, 'extension')) {
  const from = join(root, 'www/extension');
  if (!existsSync(from)) return false;
  /** @param {string} name @returns {Record<string, unknown>} */
  const json = (name) => JSON.parse(readFileSync(join(from, name), 'utf8'));
  // What pages and the manifest name; the other scripts come in with these.
  const modules = ['background.js', 'message.js', 'options.js'].map((name) => join(from, name));
  // What is put into pages, which browsers run as classic scripts.
  const classic = ['always.js', 'content.js', 'plain.js'];
  for (const manifest of readdirSync(from).filter((name) => /^manifest\.\w+\.json$/.test(name))) {
    const browser = manifest.split('.')[1];
    const to = join(out, browser);
    copyTree(from, to, (file) => !isScript(file) && !/^manifest\b/.test(basename(file)));
    // A file may be put into a page more than once; what it declares must not collide with itself.
    await esbuild.build({
      ...common,
      // Chromium's content scripts do without WebAssembly (content.js).
      entryPoints: [...classic, ...(browser === 'chrome' ? [] : ['wasm.js'])].map((name) => join(from, name)),
      outdir: to,
      format: 'iife',
      plugins: [...(common.plugins ?? []), noMarkup],
      loader: { '.wasm': 'binary' },
      // Where the WASM's loader would look for the file that it is given the bytes of.
      define: { ...common.define, 'import.meta.url': 'undefined' },
    });
    await bundleModules(modules, to);
    writeFileSync(
      join(to, 'manifest.json'),
      `${JSON.stringify({ ...json('manifest.json'), ...json(manifest) }, null, 2)}\n`,
    );
  }
  return true;
}

const alone = process.argv.indexOf('--extension');
if (alone > 0) {
  await buildExtension(resolve(process.argv[alone + 1]));
  process.exit();
}
buildCore();
rmSync(dist, { recursive: true, force: true });
const built = [];
if (await bundleEmbed(join(dist, 'embed'))) {
  await buildClassic();
  built.push('embed', 'classic');
}
if (await buildDemo()) built.push('demo');
if (await buildExtension()) built.push('extension');
console.log(`khulasa: built ${built.map((name) => `www/dist/${name}`).join(', ') || 'www/pkg only'}`);
