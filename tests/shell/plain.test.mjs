// What the sidebar works out without a page: words for values, neighbours, links.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatter, interval } from '../../www/src/sidebar/format.js';
import ar from '../../www/src/sidebar/messages/ar.js';
import en from '../../www/src/sidebar/messages/en.js';
import fr from '../../www/src/sidebar/messages/fr.js';
import { messagesFor } from '../../www/src/sidebar/messages/index.js';
import { clauseOf, fold, modelOf } from '../../www/src/sidebar/model.js';
import { neighbours } from '../../www/src/sidebar/reader.js';
import { passageLink } from '../../www/src/sidebar/share.js';
import { arabic, english } from '../browser/fixtures/digests.mjs';

/** @param {string | null} value @param {string} [kind] @param {string | null} [modifier] */
const mention = (value, kind = 'date', modifier = null) => ({
  text: 'as told',
  span: { block: 0, start: 0, end: 7 },
  kind,
  value,
  modifier,
});

test('every message of English stands in Arabic and French', () => {
  for (const messages of [ar, fr]) assert.deepEqual(Object.keys(messages).sort(), Object.keys(en).sort());
});

test('plural messages have every form that Intl names for the language', () => {
  for (const messages of [ar, en, fr]) {
    const forms = new Intl.PluralRules(messages.lang).resolvedOptions().pluralCategories;
    const said = Object.keys(messages.quoteCount);
    const lacking = forms.filter((form) => !said.includes(form));
    // `zero` and `many` fall back to `other`: no speaker has no quotes, and no one a million.
    assert.deepEqual(
      lacking.filter((form) => form !== 'zero' && form !== 'many'),
      [],
      messages.lang,
    );
  }
});

test('dates are said as precisely as their value', () => {
  const f = formatter(en);
  const rows = /** @type {Array<[ReturnType<typeof mention>, string]>} */ ([
    [mention('2023-10-07'), '7 October 2023'],
    [mention('2024-01', 'date', 'start'), 'Early January 2024'],
    [mention('2011'), '2011'],
    [mention('199X'), 'The 1990s'],
    [mention('2021-Q4'), 'Q4 2021'],
    [mention('2024-SU'), 'Summer 2024'],
    [mention('2014-09/2017-12', 'range'), 'September 2014 – December 2017'],
    [mention('P3Y', 'duration', 'more-than'), 'More than 3 years'],
    [mention(null), 'as told'],
    [mention('not a date'), 'as told'],
  ]);
  for (const [given, said] of rows) assert.equal(f.date(given).replace(/\u2009/g, ' '), said, String(given.value));
});

test('numbers go into words of size only where nothing is lost', () => {
  const f = formatter(en);
  assert.equal(f.number(1_500_000), '1.5 million');
  assert.equal(f.number(1_234_567), '1,234,567');
  assert.equal(f.number(2500), '2,500');
  assert.equal(f.number(-4.11, 'percent'), '-4.11%');
});

test('digits are the reader’s, else the article’s', () => {
  assert.equal(formatter(ar, { languages: ['ar-EG'] }).number(2500), '٢٬٥٠٠');
  assert.equal(formatter(ar, { sample: 'في عام ٢٠٢٤' }).number(2500), '٢٬٥٠٠');
  assert.equal(formatter(ar, { sample: 'في عام 2024' }).number(2500), '2,500');
});

test('a value covers its days', () => {
  const days = (/** @type {string} */ value) => interval(value)?.map((day) => day.toISOString().slice(0, 10));
  assert.deepEqual(days('2024-02'), ['2024-02-01', '2024-03-01']);
  assert.deepEqual(days('2020-W53'), ['2020-12-28', '2021-01-04']);
  assert.deepEqual(days('2024-WI'), ['2024-12-01', '2025-03-01']);
  assert.deepEqual(days('201X'), ['2010-01-01', '2020-01-01']);
  assert.deepEqual(days('2014-09/2017-12'), ['2014-09-01', '2018-01-01']);
  assert.equal(days('P3Y'), undefined);
});

test('a search takes the forms of a letter for one', () => {
  assert.equal(fold('الضِّفَّةـ إلى أُولى ١٢'), fold('الضفه الي اولي 12'));
});

test('figures with a place stand as bars, an elided noun with the noun before it', () => {
  const { article, digest } = arabic();
  const people = modelOf(digest, article).figures.find((group) => group.kind === 'people');
  assert.deepEqual(
    people?.charts.map((chart) => chart.rows.map((row) => [row.label, row.figure.value])),
    [
      [
        ['الضفة الشرقية', 1800],
        ['الضفة الغربية', 650],
      ],
    ],
  );
});

test('a figure inside a quote goes with the quote, and the clause of a date tells something', () => {
  const { article, digest } = english();
  const model = modelOf(digest, article);
  const items = [...model.items.values()];
  const cost = items.find((item) => item.text === 'at least $20 million');
  assert.ok(cost && neighbours(model, cost).some(({ type }) => type === 'quote'));
  const founded = items.find((item) => item.text === '1967');
  assert.ok(founded);
  const { before, text, after } = clauseOf(founded);
  assert.equal(before + text + after, 'Built in 1967, the tunnel was last renovated in the 1990s.');
});

test('a link widens to whole words, and tells apart words that stand twice', () => {
  const block = 'منهم 1800 هنا، ونحو 650 هناك';
  const start = block.indexOf('نحو');
  const link = passageLink('https://a.example/b?c=1#old', block, { block: 0, start, end: start + 7 });
  assert.equal(decodeURIComponent(link), 'https://a.example/b?c=1#old:~:text=ونحو 650');
  const twice = passageLink('https://a.example/', 'one two-three, one four', { block: 0, start: 15, end: 18 });
  assert.match(twice, /#:~:text=one%20two%2Dthree%2C-,one,-four$/);
});

test('the interface speaks the article’s language, else the reader’s, else English', () => {
  assert.equal(messagesFor(['ar-EG', 'en']).lang, 'ar');
  assert.equal(messagesFor(['fr', 'ar']).lang, 'ar');
  assert.equal(messagesFor(['fr', 'ar'], [fr]).lang, 'fr');
  assert.equal(messagesFor(['zz']).lang, 'en');
});
