// What stands in the sidebar's sections, and the ways between them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { fixtures, inBrowsers } from './lib/sidebar.mjs';

inBrowsers('the sections', (stage) => {
  const { run, mount, press } = stage;

  test('the summary is as long as it is asked to be, and the next time too', async () => {
    await mount('/demo/english.html?closed');
    const count = () => run(`return all('.sentences li').length`);
    const short = await count();
    await press('.segments [aria-checked=true]', Key.ARROW_RIGHT, Key.ARROW_RIGHT);
    assert.equal(await run(`return sidebar.state.length`), 'long');
    await run(`await until(() => all('.sentences li').length > arguments[0], 'a longer summary')`, short);
    const long = await count();
    assert.match(await run(`return find('.names .quiet').textContent`), /^Article .+ · gist .+/);
    await mount('/demo/english.html?closed', { kept: true });
    assert.equal(await count(), long);
  });

  test('figures and names are bold in the summary', async () => {
    await mount('english');
    const bold = await run(`return all('.sentences b').map((b) => b.textContent)`);
    assert.ok(bold.includes('three maintenance workers'));
    assert.ok(bold.includes('$1.4 billion'));
  });

  test('a sentence leads to the figures and dates in it, and these to the quote that holds them', async () => {
    await mount('english');
    await press('[data-item=sentence-1]', Key.ENTER);
    const chips = await run(`return all('.chosen .chip').map((chip) => chip.textContent.trim())`);
    assert.deepEqual(chips.slice(0, 2), ['three maintenance workers', '14 people']);
    // As the reader's own region writes it.
    assert.match(chips[2], /^(February 9, 2022|9 February 2022)$/);
    assert.equal(chips.length, 3);
    await run(`all('.chosen .chip').find((chip) => chip.textContent.includes('14 people')).click()`);
    const figure = await run(
      `return { text: sidebar.state.model.items.get(sidebar.state.chosen).text, focused: sidebar.shadow.activeElement.dataset.item, painted: painted('khulasa-chosen') }`,
    );
    assert.equal(figure.text, '14 people');
    assert.equal(figure.painted, '14 people');
    const quoted = await run(`
      const within = (a, b) => a.span.block === b.span.block && a.span.start >= b.span.start && a.span.end <= b.span.end;
      const items = [...sidebar.state.model.items.values()];
      const figure = items.find((one) => one.type === 'figure' && items.some((other) => other.type === 'quote' && within(one, other)));
      use('go', figure.id);
      const chip = all('.chosen .chip').find((one) => /Achebe|Lindqvist/.test(one.textContent));
      chip.click();
      return sidebar.state.model.items.get(sidebar.state.chosen).type;`);
    assert.equal(quoted, 'quote');
  });

  test('next and previous go through all that is shown, and round', async () => {
    await mount('arabic');
    await press('[data-item]', 'n');
    const { seen, ids } = await run(`
      const ids = use('visible');
      const seen = [sidebar.state.chosen];
      for (let i = 1; i <= ids.length; i += 1) { use('step', 1); seen.push(sidebar.state.chosen); }
      return { seen, ids };`);
    assert.deepEqual(seen.slice(0, -1), ids);
    assert.equal(seen.at(-1), ids[0]);
    await press('', 'p');
    assert.equal(await run(`return sidebar.state.chosen`), ids.at(-1));
  });

  test('bars are as long as their numbers, from the side where reading begins', async () => {
    for (const language of /** @type {const} */ (['arabic', 'english'])) {
      await mount(language);
      const { widths, starts, values } = await run(`
        const bars = all('.chart .fill').map((bar) => [bar.getBoundingClientRect(), bar.closest('svg').getBoundingClientRect()]);
        const chart = sidebar.state.model.figures.flatMap((group) => group.charts)[0];
        const rtl = find('.k').dir === 'rtl';
        return { widths: bars.map(([bar, all]) => bar.width / all.width), starts: bars.map(([bar, all]) => Math.round(rtl ? all.right - bar.right : bar.left - all.left)),
          values: chart.rows.map((row) => row.figure.value).sort((a, b) => b - a) };`);
      assert.equal(widths.length, 2);
      assert.ok(Math.abs(widths[1] / widths[0] - values[1] / values[0]) < 0.02, `${widths} for ${values}`);
      assert.deepEqual(starts, [0, 0]);
    }
  });

  test('a number of many digits stays in its card, clear of the icon', async () => {
    await mount('english');
    const wrong = await run(`
      const digest = structuredClone(sidebar.state.model.digest);
      digest.figures.forEach((figure, i) => { figure.value = [123456789, 1234567890123, 98765432109, 1234567, 234567, 34567][i % 6]; figure.high = null; figure.kind = i % 2 ? 'count' : 'money'; });
      await sidebar.take(digest, sidebar.options.blocks);
      const wrong = [];
      for (const width of [640, 392, 300]) {
        sidebar.set({ width });
        await settled();
        for (const card of all('.cards .card')) {
          const box = card.getBoundingClientRect(), number = card.querySelector('.number').getBoundingClientRect(), icon = card.querySelector('.kind').getBoundingClientRect();
          const meets = number.right > icon.left && number.left < icon.right && number.bottom > icon.top && number.top < icon.bottom;
          if (number.right > box.right || number.left < box.left || meets) wrong.push([width, card.querySelector('.number').textContent, number.right - box.right, meets]);
        }
      }
      return wrong;`);
    assert.deepEqual(wrong, []);
  });

  test('on the scale days stand in front of the months that hold them', async () => {
    await mount('english');
    const order = await run(`
      await sidebar.setTab('dates');
      return all('.scale svg > rect, .scale svg > circle:not(.ring)').map((mark) => mark.localName);`);
    assert.ok(order.includes('rect') && order.includes('circle'), order.join());
    assert.deepEqual(order, [...order].sort().reverse());
  });

  test('a figure’s sentence comes on demand, its modifier is in words', async () => {
    await mount('english');
    await run(`sidebar.setTab('figures')`);
    assert.equal(await run(`return all('.detail').length`), 0);
    await press('[data-item=figure-0]', Key.ENTER);
    assert.equal(await run(`return find('.detail .around').textContent`), fixtures.english.digest.summary[1].text);
    assert.equal(await run(`return find('[data-item=figure-0]').getAttribute('aria-expanded')`), 'true');
    assert.ok((await run(`return all('.modifier').map((m) => m.textContent.trim())`)).includes('at least'));
  });

  test('the timeline: in the order of events or of telling, what is a month drawn as a band, publication marked', async () => {
    await mount('english');
    await run(`sidebar.setTab('dates')`);
    const order = () => run(`return all('.timeline [data-item]').map((one) => Number(one.dataset.item.slice(5)))`);
    const happened = await order();
    const starts = await run(
      `return all('.timeline [data-item]').map((one) => sidebar.state.model.moments.find((m) => m.item.id === one.dataset.item)?.from).filter((from) => from != null)`,
    );
    assert.deepEqual(
      starts,
      [...starts].sort((a, b) => a - b),
    );
    const shapes = await run(`
      const shape = (...texts) => all('.timeline li').find((li) => texts.includes(li.querySelector('.when').textContent))?.querySelector('svg').classList[1];
      return { day: shape('February 9, 2022', '9 February 2022'), month: shape('May 2019'), decade: shape('The 1990s'), soft: shape('After January 2024'), published: all('.timeline li.published').length, ring: all('.scale .ring').length };`);
    assert.deepEqual(shapes, { day: 'day', month: 'band', decade: 'band', soft: 'soft', published: 1, ring: 1 });
    await press('.segments [aria-checked=true]', Key.ARROW_RIGHT);
    const told = await order();
    assert.notDeepEqual(told, happened);
    const { dates } = fixtures.english.digest;
    const places = told
      .map((/** @type {number} */ n) => dates[n])
      .filter((/** @type {any} */ { kind }) => kind !== 'duration')
      .map((/** @type {any} */ { span }) => (span.block ?? -1) * 1e5 + span.start);
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
  });

  test('quotes: by speaker, one at a time by the cast, direct and reported told apart, parts in their sentence', async () => {
    await mount('english');
    await run(`sidebar.setTab('quotes')`);
    const cast = await run(`return all('.cast .chip').map((chip) => chip.textContent.trim())`);
    assert.equal(cast[0], 'Everyone');
    assert.ok(cast.includes('Marta Lindqvist 3'));
    await run(`all('.cast .chip').find((chip) => chip.textContent.includes('Lindqvist')).click()`);
    const alone = await run(
      `return { names: all('.voice .name').map((n) => n.textContent), quotes: all('.quote').length, pressed: all('.cast [aria-pressed=true]').length }`,
    );
    assert.deepEqual(alone, { names: ['Marta Lindqvist'], quotes: 3, pressed: 1 });
    await run(`all('.cast .chip')[0].click()`);
    const said = await run(`
      const { quotes } = sidebar.state.model.digest;
      return quotes.map((quote, i) => {
        const shown = find('[data-item=quote-' + i + ']');
        return [quote.direct, shown.querySelector('.hidden').textContent, Boolean(quote.partial), Boolean(shown.querySelector('.partial b')), shown.textContent.includes(quote.text)];
      });`);
    for (const [direct, heard, partial, inSentence, verbatim] of said) {
      assert.equal(heard, direct ? 'direct speech: ' : 'reported speech: ');
      assert.equal(inSentence, partial);
      assert.equal(verbatim, true);
    }
  });

  test('an English article under an Arabic interface, and the reverse: each word its own way', async () => {
    for (const [language, interfaceIs, own, theirs] of /** @type {const} */ ([
      ['english', 'ar', 'rtl', 'ltr'],
      ['arabic', 'en', 'ltr', 'rtl'],
    ])) {
      await mount(language, { language: interfaceIs });
      const seen = await run(`
        const way = (e) => getComputedStyle(e).direction;
        return { panel: way(find('.k')), sentences: [...new Set(all('.sentences .pick > [dir]').map(way))], quotes: [...new Set(all('.quote .pick > [dir]').map(way))],
          isolated: all('.number, .chip bdi').every((e) => getComputedStyle(e).unicodeBidi.includes('isolate')), languages: [...new Set(all('.sentences [lang]').map((e) => e.lang))],
          heading: find('h2').textContent };`);
      assert.deepEqual(
        { panel: seen.panel, sentences: seen.sentences, quotes: seen.quotes, isolated: seen.isolated },
        { panel: own, sentences: [theirs], quotes: [theirs], isolated: true },
      );
      assert.deepEqual(seen.languages, [language === 'english' ? 'en' : 'ar']);
      assert.equal(seen.heading, interfaceIs === 'ar' ? 'الخلاصة' : 'The gist');
    }
  });
});
