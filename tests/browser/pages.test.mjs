// News pages after the patterns of the systems that newsrooms use, of our own writing: what the
// finder and the reading let through to the digest, block by block, and what they know of the article.
//
// In a page of tests/pages, `data-is="text"` marks each block of the article, in order, `title` the
// headline, `text-lines` one whose lines are blocks. Neither finder nor core looks at it.

import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { serve } from '../../scripts/static-server.mjs';
import { openBrowser, root, unavailable } from './lib/browsers.mjs';

const dist = join(root, 'www/dist');
const missing = existsSync(join(dist, 'embed/khulasa.js')) ? false : 'www/dist is not built: run make build';

// name, byline, date with zone as the page has it, language, why the page is there
/** @type {Record<string, [string | undefined, string | undefined, string]>} */
const pages = {
  wordpress: [
    'ليلى المنصوري',
    '2024-05-14T06:30:00+00:00',
    'WordPress: shared and related posts inside, comments as articles, cookie bar',
  ],
  arc: [
    'سامر حداد, هبة القاضي',
    '2024-09-19T17:05:12+03:00',
    'Arc: a promotion and a link between paragraphs, cards as articles',
  ],
  drupal: [undefined, '2023-12-03T11:20+02:00', 'Drupal: fields, a table, tags and a related view'],
  amp: ['رنا السيوفي', '2025-01-22T08:00:00Z', 'AMP: its own elements, comments in an accordion'],
  'live-blog': [undefined, '2024-11-05T05:40:00+03:00', 'a live blog: posts of equal rank under a summary'],
  paywall: ['يوسف النمر', '2024-03-30T21:00:00-05:00', 'a stub: the offer is longer than the text'],
  comments: [undefined, '2024-08-01', 'comments longer than the article, in plain divs'],
  'cookie-wall': [undefined, '2025-04-02T10:00:00+01:00', 'a consent dialogue longer than the article'],
  'related-inside': ['وفاء الزين', '2024-10-08T15:45:00+02:00', 'lists, posts and a sign-up inside the text'],
  legacy: [undefined, undefined, 'tables and line breaks, no semantic element at all'],
  hashed: [
    'نجلاء الحمادي',
    '2025-02-09T13:20:00+04:00',
    'classes that say nothing, every paragraph in a div of its own',
  ],
  infinite: ['هيثم عوض', '2024-06-11T19:02:00+03:00', 'the next article below, as long as the one that was asked for'],
  brief: [undefined, '2025-03-02T04:47:00+01:00', 'news in brief: two sentences among longer lists'],
  blogger: [
    'أبو غسان',
    '2019-09-06T21:14:00+03:00',
    'Blogger: line breaks in one div, comments longer than a paragraph',
  ],
  explainer: ['كرم الأشقر', '2023-10-17T06:00:00Z', 'contents, a pulled quote, facts in a box, the author at the end'],
  home: [undefined, undefined, 'a front page, which holds no article'],
  interview: ['زينة فرحات', '2022-12-01T10:00:00+02:00', 'questions in bold, which are no headings'],
};

describe('the article of Arabic news pages', { skip: missing || unavailable('chromium') }, () => {
  /** @type {import('selenium-webdriver').WebDriver} */
  let driver;
  /** @type {Awaited<ReturnType<typeof serve>>[]} */
  let servers = [];
  before(async () => {
    servers = await Promise.all([
      serve(join(root, 'tests/pages')),
      serve(dist, { headers: { 'Access-Control-Allow-Origin': '*' } }),
    ]);
    driver = await openBrowser('chromium');
  });
  after(async () => {
    await driver?.quit();
    await Promise.all(servers.map((server) => server.close()));
  });

  test('every page is tested', () => {
    const files = readdirSync(join(root, 'tests/pages')).map((name) => name.replace('.html', ''));
    assert.deepEqual(files.sort(), Object.keys(pages).sort());
  });

  for (const [name, [byline, published, why]] of Object.entries(pages)) {
    test(`${name}: ${why}`, async () => {
      await driver.get(servers[0].url(`/${name}.html`));
      const { error, got, expected, about } = await driver.executeAsyncScript(
        `const [at, done] = arguments;
         const plain = (text) => text.replace(/\\s+/g, ' ').trim();
         const expected = [...document.querySelectorAll('[data-is^=text]')].flatMap((element) =>
           element.dataset.is === 'text-lines' ? element.innerText.split(/\\n+/) : [element.textContent]).map(plain);
         const title = plain(document.querySelector('[data-is=title]')?.textContent ?? '');
         import(at + '/embed/khulasa.js').then(async ({ findArticle, load }) => {
           const found = await findArticle(document);
           if (!found) return done({ got: [], expected, about: null });
           const { root, ...about } = found;
           const reading = (await load()).read(root, about);
           const aside = ['embed', 'related', 'caption', 'table'];
           const got = reading.article.blocks.filter(({ kind, text }) => !aside.includes(kind) && plain(text) !== title).map(({ text }) => plain(text));
           done({ got, expected, about: { title: about.title === title, byline: about.byline, published: about.published, lang: about.lang } });
         }).catch((error) => done({ error: String(error) }));`,
        servers[1].origin,
      );
      assert.equal(error, undefined);
      assert.deepEqual(got, expected);
      if (expected.length === 0) assert.equal(about, null);
      else assert.deepEqual(about, { title: true, byline: byline ?? null, published: published ?? null, lang: 'ar' });
    });
  }
});
