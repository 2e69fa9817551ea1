// Makes a site of the documentation: `node scripts/docs.mjs [folder]`, www/dist/docs without one.
// `make docs` builds first.
//
//   index.html, *.html   docs/*.md and the Markdown at the top, one page each, links and anchors kept
//   live/*.html          the examples of the pages that can be tried, each on a page of news
//   demo/                the demo, and in demo/embed what the examples load
//   source/…             the files of the project that the pages point at
//
// It is files only and runs under any path. The links are followed by tests/node/docs.test.mjs.

import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import process from 'node:process';
import { Marked } from 'marked';
import { dist, root } from './bundle.mjs';

const out = resolve(process.argv[2] ?? join(dist, 'docs'));
const demo = join(dist, 'demo');
if (!existsSync(join(demo, 'embed'))) {
  console.error('khulasa: www/dist/demo is not there; `make build` makes it.');
  process.exit(1);
}
rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, 'live'), { recursive: true });
cpSync(demo, join(out, 'demo'), { recursive: true });
cpSync(join(root, 'docs/site.css'), join(out, 'site.css'));

/** @param {string} folder @returns {string[]} */
const markdownIn = (folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
/** Source by the page it becomes; docs/README.md is the way in, the one at the top a page beside it. */
const pages = new Map(
  [...markdownIn('docs'), ...markdownIn('.')].map((file) => [
    file,
    file === join('docs', 'README.md')
      ? 'index.html'
      : file === 'README.md'
        ? 'KHULASA.html'
        : `${basename(file, '.md')}.html`,
  ]),
);

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/**
 * The anchor that a heading gets where Markdown is shown: GitHub's, which the pages' links use.
 * @param {string} heading its text
 */
const anchor = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

/** The page of news that the examples are tried on: the demo's, without the demo's own script. */
const news = readFileSync(join(demo, 'english.html'), 'utf8')
  .replace(/<script type="module" src="demo\.js"><\/script>/, '')
  .replace(/<button class="open".*?<\/button>/, '')
  .replace('<head>', '<head>\n<base href="../demo/">');

/**
 * Writes an example onto a page of its own.
 * @param {string} name @param {string} kind `page` or `module` @param {string} code
 * @returns {string} the page, as a link from the documentation's
 */
function live(name, kind, code) {
  const map = { imports: { khulasa: './embed/khulasa.js', 'khulasa/element': './embed/element.js' } };
  const body =
    kind === 'page'
      ? code.replaceAll('/khulasa/', './embed/')
      : `<script type="importmap">${JSON.stringify(map)}</script>\n<script type="module">\n${code}\n</script>`;
  // An inline module resolves names against the page's base, which is the demo's folder.
  writeFileSync(
    join(out, 'live', `${name}.html`),
    news.replace('</body>', () => `${body}\n</body>`),
  );
  return `live/${name}.html`;
}

/**
 * Where a link of a page leads on the site.
 * @param {string} href @param {string} from the Markdown file it stands in
 */
function linked(href, from) {
  const [path, hash] = href.split('#');
  if (/^[a-z]+:/.test(href) || !path) return href;
  const file = relative(root, resolve(root, dirname(from), path));
  const page = pages.get(file);
  if (page) return page + (hash ? `#${hash}` : '');
  // A picture, a type, a test: it comes along.
  const to = join('source', file);
  mkdirSync(dirname(join(out, to)), { recursive: true });
  cpSync(join(root, file), join(out, to), { recursive: true });
  return to.split(sep).join('/');
}

/** Every page, under the first: what is new is reached before somebody has found its place. */
const all = () => `<h2 id="all-pages">All pages</h2>
<ul>
${[...pages]
  .map(([file, page]) => {
    const title = /^# (.*)$/m.exec(readFileSync(join(root, file), 'utf8'))?.[1] ?? file;
    return `<li><a href="${page}">${escaped(title)}</a></li>`;
  })
  .join('\n')}
</ul>
`;

for (const [file, page] of pages) {
  let title = '';
  let example = '';
  let examples = 0;
  const marked = new Marked({
    gfm: true,
    walkTokens(token) {
      if (token.type === 'link' || token.type === 'image') token.href = linked(token.href, file);
    },
    renderer: {
      heading({ tokens, depth }) {
        const text = this.parser.parseInline(tokens, this.parser.textRenderer);
        if (depth === 1) title = text;
        return `<h${depth} id="${anchor(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      // What says how an example is tested is not for readers.
      html({ text }) {
        const about = /^<!-- example (\{.*\}) -->\s*$/.exec(text)?.[1];
        if (about) example = about;
        return text.startsWith('<!--') ? '' : text;
      },
      code({ text, lang }) {
        const about = example && JSON.parse(example);
        example = '';
        const shown = `<pre lang="en" dir="ltr"><code data-language="${escaped(lang ?? '')}">${escaped(text)}</code></pre>\n`;
        // What needs a header, a server's digest or other articles is not for one static page.
        const isLive = about && /^(page|module)$/.test(about.kind) && !about.header && !about.articles;
        if (!isLive || text.includes('…') || text.includes('/elsewhere/')) return shown;
        examples += 1;
        const to = live(`${basename(file, '.md')}-${examples}`, about.kind, text);
        return `${shown}<p class="try"><a href="${to}">Try it</a></p>\n`;
      },
    },
  });
  const body = await marked.parse(readFileSync(join(root, file), 'utf8'));
  writeFileSync(
    join(out, page),
    `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · Khulasa</title>
<link rel="icon" href="demo/img/mark.svg">
<link rel="stylesheet" href="site.css">
</head>
<body>
<header><a href="index.html"><strong>Khulasa <span lang="ar">خلاصة</span></strong></a> <nav aria-label="Site"><a href="demo/index.html">Demo</a> <a href="EMBEDDING.html">Embedding</a> <a href="CONFIGURATION.html">Configuration</a> <a href="COMPARE.html">Compare</a></nav></header>
<main>
${body}${page === 'index.html' ? all() : ''}</main>
</body>
</html>
`,
  );
}
console.log(`khulasa: the documentation is in ${relative(process.cwd(), out) || out}, from index.html`);
