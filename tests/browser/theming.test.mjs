// docs/THEMING.md and docs/MESSAGES.md say what is: every name in them does what it is said to, and none is left out.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './lib/browsers.mjs';
import { inBrowsers } from './lib/sidebar.mjs';

const said = readFileSync(join(root, 'docs/THEMING.md'), 'utf8');
const tables = said.split('\n').filter((line) => line.startsWith('| `'));
const properties = tables.flatMap((line) => /^\| `(--khulasa-[\w-]+)`/.exec(line)?.[1] ?? []);
const parts = tables
  .filter((line) => !line.startsWith('| `--'))
  .flatMap((line) => [...line.matchAll(/`([\w-]+)`/g)].map(([, name]) => name));
const folder = join(root, 'www/src/sidebar');
const sources = [...readdirSync(folder).map((name) => join(folder, name)), join(root, 'www/src/highlight.js')]
  .filter((name) => /\.(css|jsx?)$/.test(name))
  .map((name) => readFileSync(name, 'utf8'))
  .join('\n');

test('every custom property that the styles read is documented, and the defaults are those', () => {
  const read = new Set([...sources.matchAll(/var\(\s*(--khulasa-[\w-]+)/g)].map(([, name]) => name));
  assert.deepEqual([...read].sort(), [...properties].sort());
  for (const line of tables.filter((line) => line.startsWith('| `--'))) {
    const [name, ...defaults] = [...line.matchAll(/`(--[\w-]+|#\w+)`/g)].map(([, value]) => value);
    for (const value of defaults) {
      const given = name.endsWith('-ink') && name !== '--khulasa-ink' ? value : `${name}, ${value})`;
      assert.ok(sources.includes(given), `${name} ${value}`);
    }
  }
});

/** All the states in which a part or a colour may be seen. */
const states = [
  "sidebar.choose('figure-0')",
  "sidebar.choose('sentence-0')",
  "sidebar.setTab('figures'); sidebar.set({ hover: 'figure-1' })",
  "sidebar.setTab('dates'); sidebar.choose('date-0')",
  "sidebar.setTab('quotes'); sidebar.choose('quote-0')",
  "sidebar.search(true); sidebar.extra.find(sidebar, 'the')",
  "await sidebar.openMenu('more')",
  'sidebar.openMenu(null); sidebar.fold(true)',
];

inBrowsers('theming', (stage) => {
  const { run, mount } = stage;

  test('every documented custom property is seen somewhere, set on the page or on the host', async () => {
    for (const where of [':root', '[data-khulasa]']) {
      await mount('english');
      const unseen = await run(
        `const [properties, states, where] = arguments;
         const value = (name, i) => name.endsWith('radius') ? '7px' : /sans|serif/.test(name) ? 'Fancy' + i : 'rgb(1, 2, ' + (i + 3) + ')';
         const sheet = new CSSStyleSheet();
         sheet.replaceSync(where + '{' + properties.map((name, i) => name + ':' + value(name, i)).join(';') + '}');
         document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
         const seen = new Set();
         const AsyncFunction = (async () => {}).constructor;
         for (const state of states) {
           await new AsyncFunction('sidebar', state)(sidebar);
           await settled();
           // Colours come in over a moment.
           for (const motion of sidebar.shadow.getAnimations()) motion.finish();
           for (const element of all('*')) for (const pseudo of [null, '::before', '::after']) {
             const style = getComputedStyle(element, pseudo);
             const look = [style.color, style.backgroundColor, style.backgroundImage, style.borderTopColor, style.borderInlineStartColor, style.borderBottomColor,
               style.fill, style.stroke, style.fontFamily, style.borderTopLeftRadius, style.boxShadow].join(' ');
             properties.forEach((name, i) => { if (look.includes(value(name, i))) seen.add(name); });
           }
         }
         return properties.filter((name) => !seen.has(name));`,
        properties,
        states,
        where,
      );
      assert.deepEqual(unseen, [], where);
    }
  });

  test('every documented part is there to be styled, and every part is documented', async () => {
    await mount('english');
    const { undocumented, unstyled } = await run(
      `const [parts, states] = arguments;
       const sheet = new CSSStyleSheet();
       sheet.replaceSync(parts.map((name, i) => '[data-khulasa]::part(' + name + '){scroll-margin-top:' + (i + 5) + 'px}').join(''));
       document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
       const alone = (name, i) => { sheet.replaceSync('[data-khulasa]::part(' + name + '){scroll-margin-top:' + (i + 5) + 'px}'); };
       const undocumented = new Set(), styled = new Set();
       const AsyncFunction = (async () => {}).constructor;
       for (const state of states) {
         await new AsyncFunction('sidebar', state)(sidebar);
         await settled();
         for (const element of all('[part]')) for (const name of element.part) if (!parts.includes(name)) undocumented.add(name);
         parts.forEach((name, i) => {
           alone(name, i);
           if (all('*').some((element) => getComputedStyle(element).scrollMarginTop === (i + 5) + 'px')) styled.add(name);
         });
       }
       return { undocumented: [...undocumented], unstyled: parts.filter((name) => !styled.has(name)) };`,
      parts,
      states,
    );
    assert.deepEqual({ undocumented, unstyled }, { undocumented: [], unstyled: [] });
  });

  test('the passage in the page takes the page’s colours', async (context) => {
    await mount('english');
    const ground = await run(`
      document.documentElement.style.setProperty('--khulasa-passage', 'rgb(9, 8, 7)');
      sidebar.choose('sentence-0');
      await settled();
      return getComputedStyle(document.querySelector('article p'), '::highlight(khulasa-chosen)').backgroundColor;`);
    // Not every engine says how a highlight looks.
    if (ground === 'rgba(0, 0, 0, 0)' || ground === '') return context.skip('this engine does not say');
    assert.equal(ground, 'rgb(9, 8, 7)');
    return undefined;
  });

  test('a language that the page brings along', async () => {
    await mount('english', { language: 'fr', collapsed: true });
    const french = await run(`
      sidebar.close();
      const [{ mount }, { default: fr }] = await Promise.all([import('/demo/embed/khulasa.js'), import('/demo/embed/messages-fr.js')]);
      window.sidebar = mount({ article: 'article', mode: 'open', collapsed: false, digest: sidebar.options.digest, blocks: sidebar.options.blocks, messages: [fr], language: 'fr' });
      await window.sidebar.ready;
      const panel = window.sidebar.shadow.querySelector('aside');
      window.sidebar.setTab('dates');
      return { lang: panel.lang, dir: panel.dir, title: panel.querySelector('h2').textContent, text: panel.textContent,
        tabs: [...panel.querySelectorAll('[role=tab]')].map((tab) => tab.textContent.replace(/\\s*\\d+$/, '')) };`);
    assert.deepEqual(
      { lang: french.lang, dir: french.dir, title: french.title, tabs: french.tabs },
      { lang: 'fr', dir: 'ltr', title: 'L’essentiel', tabs: ['Tout', 'Chiffres', 'Dates', 'Citations'] },
    );
    assert.match(french.text, /9 février 2022/);
  });
});
