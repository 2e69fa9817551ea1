// What leaves the sidebar by a reader's own hand: the clipboard, paper, a file.

import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Key } from 'selenium-webdriver';
import { axe, fixtures, inBrowsers } from './lib/sidebar.mjs';

/** @type {Record<string, { body: string, status: number }>} */
const broken = {};

inBrowsers(
  'sharing',
  (stage) => {
    const { run, mount, press } = stage;

    test('by the menu and the keyboard: text, Markdown, JSON of the whole digest', async () => {
      for (const language of /** @type {const} */ (['arabic', 'english'])) {
        await mount(language);
        await run(`window.said = []; sidebar.addEventListener('copy', ({ detail }) => window.said.push(detail.text))`);
        for (let n = 0; n < 3; n += 1) {
          await press('[data-menu=share]', Key.ENTER);
          await run(`await until(() => sidebar.shadow.activeElement?.role === 'menuitem', 'focus in the menu')`);
          await press('', ...Array(n).fill(Key.ARROW_DOWN), Key.ENTER);
          await run(`await until(() => window.said.length === arguments[0], 'a copy')`, n + 1);
        }
        const [text, markdown, json] = await run(`return window.said`);
        const { digest, article } = fixtures[language];
        for (const { text: sentence } of digest.summary) assert.ok(text.includes(sentence));
        for (const { text: quote } of digest.quotes) assert.ok(text.includes(quote));
        assert.ok(text.startsWith(article.title));
        assert.match(text, /http:\/\/127\.0\.0\.1:\d+\/demo\/\w+\.html\?closed$/);
        assert.equal(markdown.split('\n').filter((/** @type {string} */ line) => line.startsWith('## ')).length, 4);
        assert.deepEqual(JSON.parse(json).figures, digest.figures);
        assert.equal(
          await run(`return find('[role=status]').textContent`),
          language === 'arabic' ? 'تم النسخ' : 'Copied',
        );
      }
    });

    test('one item: its words, its speaker, a link', async () => {
      await mount('english');
      const copied = await run(`
        const said = [];
        sidebar.addEventListener('copy', ({ detail }) => said.push(detail.text));
        for (const id of ['quote-0', 'sentence-1', 'figure-0']) {
          sidebar.choose(id);
          await give('copyItem', sidebar.state.model.items.get(id));
        }
        await give('copyLink', sidebar.state.model.items.get('sentence-1'));
        return said;`);
      const { digest } = fixtures.english;
      assert.equal(copied[0], `«${digest.quotes[0].text}» (Marta Lindqvist)`);
      assert.equal(copied[1], digest.summary[1].text);
      assert.ok(copied[2].includes(digest.figures[0].text), 'a figure goes with its sentence');
      assert.match(copied[3], /#:~:text=/);
    });

    test('paper has the whole digest and nothing of the page, and afterwards all is as it was', async () => {
      await mount('arabic');
      const { before, during, after } = await run(`
        sidebar.setTab('quotes');
        const now = () => ({ printing: sidebar.state.printing, sheets: document.adoptedStyleSheets.length, html: document.documentElement.outerHTML,
          sections: all('section').length, items: all('[data-item]').length });
        const before = now();
        let during;
        window.print = () => { during = now(); };
        await give('print');
        await settled();
        return { before, during, after: now() };`);
      const { digest } = fixtures.arabic;
      assert.equal(during.printing, true);
      assert.equal(during.sections, 4);
      assert.ok(
        during.items >= digest.summary.length + digest.dates.length + digest.quotes.length,
        'nothing is left for “more”',
      );
      assert.deepEqual(after, before);
    });

    test('a file: the whole digest, in its language and direction, without a script', async () => {
      for (const language of /** @type {const} */ (['arabic', 'english'])) {
        await mount(language);
        const page = await run(`
          URL.createObjectURL = () => '#saved';
          let page;
          sidebar.addEventListener('save', ({ detail }) => { page = detail.page; });
          await give('save');
          return page;`);
        const { digest } = fixtures[language];
        for (const { text } of [...digest.summary, ...digest.quotes])
          assert.ok(page.includes(text.replaceAll('&', '&amp;')));
        assert.match(page, language === 'arabic' ? /<html lang="ar" dir="rtl">/ : /<html lang="en" dir="ltr">/);
        assert.doesNotMatch(page, /<script|<link|<img|@import|url\(/);
      }
    });

    test('where the menus cannot be had, it says so, and nothing breaks', async () => {
      broken['/demo/embed/more.js'] = { body: 'gone', status: 404 };
      try {
        await mount('english');
        await press('[data-menu=share]', Key.ENTER);
        await run(`await until(() => /try again/.test(find('[role=status]').textContent), 'it is said')`);
        assert.match(await run(`return find('footer p').textContent`), /try again/, 'and is seen');
        assert.equal(await run(`return sidebar.state.menu`), null);
        await run(`sidebar.choose('figure-0')`);
        assert.equal(await run(`return painted('khulasa-chosen')`), fixtures.english.digest.figures[0].text);
      } finally {
        delete broken['/demo/embed/more.js'];
      }
    });
  },
  { pages: { pages: broken } },
);

inBrowsers(
  'sharing, as the browser does it',
  (stage) => {
    const { run, mount, press, emulate, driver: _ } = stage;
    const send = (/** @type {string} */ command, /** @type {object} */ given) =>
      /** @type {any} */ (stage.driver).sendAndGetDevToolsCommand(command, given);

    test('the clipboard has it', async () => {
      await mount('arabic');
      await send('Browser.grantPermissions', { permissions: ['clipboardReadWrite'] });
      await press('[data-item=sentence-0]', Key.ENTER);
      await run(`await until(() => sidebar.menus, 'what copies')`);
      await run(`all('.chosen .tool').at(-2).focus()`);
      await press('', Key.ENTER);
      await run(`await until(() => sidebar.state.note, 'a note')`);
      assert.equal(await run(`return navigator.clipboard.readText()`), fixtures.arabic.digest.summary[0].text);
      assert.equal(await run(`return find('.note').textContent`), 'تم النسخ');
    });

    test('on paper the page is left out, buttons too, and dark ink is on white', async () => {
      for (const options of [{}, { room: false }]) {
        await emulate([1240, 860], 1, { type: 'print', 'prefers-color-scheme': 'dark' });
        await mount('english', options);
        const paper = await run(`
          let paper;
          window.print = () => {
            const shown = (e) => e.checkVisibility();
            const ours = sidebar.host.getBoundingClientRect();
            paper = { page: getComputedStyle(document.body).display, place: getComputedStyle(sidebar.host).position, dark: sidebar.dark, left: ours.left,
              buttons: all('.tool, .tabs button, .share, .segments, .edge').filter(shown).length, cut: find('.body').scrollHeight - find('.body').clientHeight,
              whole: Math.round(ours.height) >= Math.round(find('.body').getBoundingClientRect().bottom - ours.top) };
          };
          await give('print');
          return paper;`);
        assert.deepEqual(paper, {
          page: 'none',
          place: 'static',
          dark: false,
          left: 0,
          buttons: 0,
          cut: 0,
          whole: true,
        });
      }
      await emulate([1240, 860]);
    });

    test('the file arrives, opens by itself and reads well', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'khulasa-save-'));
      try {
        await mount('arabic');
        await send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
        await run(`await give('save')`);
        // Until all of it is there, Chromium keeps it in a file beside an empty one of its name.
        const arrived = () => {
          const [name, ...others] = readdirSync(folder);
          return others.length === 0 && name?.endsWith('.html') && statSync(join(folder, name)).size > 0;
        };
        await stage.driver.wait(async () => arrived(), 10_000, 'no file arrived');
        const file = join(folder, readdirSync(folder)[0]);
        assert.match(file, /khulasa-\d{4}-\d\d-\d\d\.html$/);
        assert.match(readFileSync(file, 'utf8'), /^<!doctype html>/);
        await stage.driver.get(pathToFileURL(file).href);
        await stage.driver.executeScript(axe);
        const { violations, title, over } = await stage.driver.executeAsyncScript(
          `const done = arguments[0];
           axe.run().then((r) => done({ violations: r.violations.map((v) => v.id), title: document.title, over: document.documentElement.scrollWidth > innerWidth }))`,
        );
        assert.deepEqual({ violations, over }, { violations: [], over: false });
        assert.equal(title, fixtures.arabic.article.title);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  },
  { names: ['chromium'] },
);
