// What the builds of www/dist and of the package share: how the shell's modules are bundled.

import { copyFileSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
export const pkg = join(root, 'www/pkg');
export const dist = join(root, 'www/dist');

// Small enough for the sources of a browser from 2022 on; older ones have no CSS highlights anyway.
const target = ['chrome105', 'firefox115', 'safari17.2'];

/**
 * `import css from './x.css'` gives the sheet as text, for a constructed style sheet;
 * esbuild's own text loader would leave it unminified.
 * @type {esbuild.Plugin}
 */
const sheetsAsText = {
  name: 'sheets-as-text',
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, ({ path }) => {
      const { code, warnings } = esbuild.transformSync(readFileSync(path, 'utf8'), {
        loader: 'css',
        minify: true,
        charset: 'utf8',
        target,
      });
      return { contents: code.trim(), loader: 'text', warnings, watchFiles: [path] };
    });
  },
};

/**
 * wasm-bindgen's glue without what is for older browsers than ours and for other callers: stand-ins
 * for `encodeInto` and `FinalizationRegistry`, `using`, a warning of parameters that load.js does not give.
 * @type {esbuild.Plugin}
 */
const lean = {
  name: 'lean-glue',
  setup(build) {
    build.onLoad({ filter: /www\/pkg\/khulasa\.js$/ }, ({ path }) => {
      let contents = readFileSync(path, 'utf8');
      for (const part of [
        /if \(!\('encodeInto' in cachedTextEncoder\)\) \{.*?\n\}\n/s,
        /\(typeof FinalizationRegistry === 'undefined'\)\s*\? \{[^}]*\}[^}]*\}[^}]*\}\s*:/g,
        /if \(Symbol\.dispose\) .*/g,
        / else \{\s*console\.warn\('using deprecated parameters for the initialization[^']*'\)\s*\}/,
      ]) {
        const less = contents.replace(part, '');
        if (less === contents) return { errors: [{ text: `${path} no longer has ${part}` }] };
        contents = less;
      }
      return { contents, loader: 'js' };
    });
  },
};

/** @type {esbuild.BuildOptions} */
export const common = {
  bundle: true,
  minify: true,
  target,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  absWorkingDir: root,
  plugins: [sheetsAsText, lean],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  // A switch of the packages'; nothing of the project's depends on it.
  define: { 'process.env.NODE_ENV': '"production"' },
};

/**
 * Bundles ES modules into `outdir`. What they share and what is imported on demand
 * become files of their own, named after their source: the fallback says so in its name.
 * @param {Array<string | { in: string, out: string }>} entries
 * @param {string} outdir
 * @param {{ external?: string[], plugins?: esbuild.Plugin[], minify?: boolean }} [more] `external`: imports to leave as they are
 */
export async function bundleModules(entries, outdir, { external = [], plugins = [], minify = true } = {}) {
  const result = await esbuild.build({
    ...common,
    entryPoints: entries.map((entry) =>
      typeof entry === 'string' ? { in: entry, out: basename(entry, '.js') } : entry,
    ),
    outdir,
    external,
    minify,
    plugins: [...plugins, ...(common.plugins ?? [])],
    format: 'esm',
    splitting: true,
    chunkNames: '[name]-[hash]',
    metafile: true,
  });
  // wasm-bindgen's loader looks for the WASM beside the file that the loader ended up in.
  const files = Object.keys(result.metafile.inputs);
  if (files.some((file) => basename(file) === 'khulasa.js' && dirname(file).endsWith('www/pkg'))) {
    copyFileSync(join(pkg, 'khulasa_bg.wasm'), join(outdir, 'khulasa_bg.wasm'));
  }
}
