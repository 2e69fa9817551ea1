// Bundles what a publisher serves: www/dist/embed. Apart from build.mjs, since the core is built
// again when that changes.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { minify } from 'terser';
import { bundleModules, root } from './bundle.mjs';

/** What the embed loads only when it is asked for, by the file it becomes. */
const onDemand = {
  'find.js': 'www/src/find.js',
  'follow.js': 'www/src/follow.js',
  'use.js': 'www/src/sidebar/use.jsx',
  'more.js': 'www/src/sidebar/more.jsx',
  'khulasa_fallback.js': 'www/pkg/khulasa_fallback.js',
};

/** @param {string} folder @param {string} path imported there @returns {string | undefined} the file that it becomes */
const demanded = (folder, path) =>
  Object.keys(onDemand).find((name) => join(root, /** @type {any} */ (onDemand)[name]) === resolve(folder, path));

/** What those take from the embed's main file: by the end of a module's path, the names. */
const shared = {
  'www/src/adopt.js': ['adopt', 'unadopt'],
  'www/src/metadata.js': ['readMetadata'],
  'www/src/rest.js': ['paced'],
  'www/src/sidebar/dock.js': ['LEAST', 'PEEK'],
  'www/src/sidebar/figures.jsx': ['Cards', 'Charts'],
  'www/src/sidebar/icons.jsx': ['Icon', 'draw'],
  'www/src/sidebar/messages/index.js': ['learn'],
  'www/src/sidebar/model.js': ['clauseOf', 'fold'],
  'www/src/sidebar/parts.jsx': ['Segments', 'Tool', 'Words', 'rove'],
  'www/src/sidebar/timeline.jsx': ['Stop'],
  'preact/jsx-runtime': ['Fragment', 'jsx', 'jsxs'],
};

/**
 * Leaves what is loaded on demand out of the embed's main file, and makes a file of what
 * the two share. Left to esbuild, every set of shared modules would be a file of its own,
 * and what is compressed apart compresses worse (two kilobytes, when this was written).
 * @type {import('esbuild').Plugin}
 */
export const mainFile = {
  name: 'main-file',
  setup(build) {
    build.onResolve({ filter: /.*/ }, ({ path, kind, resolveDir }) => {
      const name = kind === 'dynamic-import' && demanded(resolveDir, path);
      return name ? { path: `./${name}`, external: true } : undefined;
    });
    build.onResolve({ filter: /^virtual:shared$/ }, () => ({ path: 'shared', namespace: 'virtual' }));
    build.onLoad({ filter: /.*/, namespace: 'virtual' }, () => ({
      contents: [
        // All of the main file belongs to this entry too: there is one file for both.
        'import "./www/src/index.js";',
        ...Object.entries(shared).map(
          ([file, names]) => `export { ${names} } from "${file.startsWith('www') ? `./${file}` : file}";`,
        ),
      ].join('\n'),
      resolveDir: root,
    }));
  },
};

/** @type {import('esbuild').Plugin} the other side of it */
const fromMainFile = {
  name: 'from-main-file',
  setup(build) {
    build.onResolve({ filter: /.*/ }, ({ path, kind, resolveDir }) => {
      if (kind === 'entry-point') return undefined;
      const name = kind === 'dynamic-import' && demanded(resolveDir, path);
      if (name) return { path: `./${name}`, external: true };
      const file = path.startsWith('.') ? relative(root, resolve(resolveDir, path)) : path;
      return file in shared ? { path: './shared.js', external: true } : undefined;
    });
  },
};

/** @type {Array<string | { in: string, out: string }>} the scripts that pages name, and what they share */
export const entries = [
  join(root, 'www/src/khulasa.js'),
  join(root, 'www/src/element.js'),
  { in: 'virtual:shared', out: 'shared' },
];

const messages = 'www/src/sidebar/messages';

/**
 * @param {string} to folder
 * @returns {Promise<boolean>} whether there was anything to bundle
 */
export async function bundleEmbed(to) {
  if (!entries.every((entry) => typeof entry !== 'string' || existsSync(entry))) return false;
  await bundleModules(entries, to, { plugins: [mainFile] });
  for (const [name, source] of Object.entries(onDemand)) {
    await bundleModules([{ in: join(root, source), out: basename(name, '.js') }], to, { plugins: [fromMainFile] });
  }
  // Interface languages beyond the core's, for pages that ask for one (docs/MESSAGES.md).
  const further = readdirSync(join(root, messages)).filter((name) => !['ar.js', 'en.js', 'index.js'].includes(name));
  await bundleModules(
    further.map((name) => ({ in: join(root, messages, name), out: `messages-${basename(name, '.js')}` })),
    to,
  );
  await tighten(to);
  return true;
}

/**
 * A second minifier over what pages load: it joins and folds what esbuild leaves, two bytes in
 * a hundred. Not over the fallback, which takes long and gains less.
 * @param {string} folder
 */
async function tighten(folder) {
  for (const name of readdirSync(folder)) {
    if (!name.endsWith('.js') || name.includes('fallback')) continue;
    const file = join(folder, name);
    const { code } = await minify(readFileSync(file, 'utf8'), {
      module: true,
      ecma: 2020,
      compress: { passes: 3 },
      format: { comments: false },
    });
    writeFileSync(file, code ?? '');
  }
}
