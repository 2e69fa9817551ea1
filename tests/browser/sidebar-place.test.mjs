// Where the sidebar stands and how it is reached: dragged, resized, folded, pulled up by a
// finger; pages that fight it; readers who ask for other colours, larger text, less motion.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Key, Origin } from 'selenium-webdriver';
import { axe, inBrowsers } from './lib/sidebar.mjs';

/**
 * Drags from a point, in steps as a hand does.
 * @param {import("./lib/browsers.mjs").WebDriver} driver
 * @param {{ x: number, y: number }} from
 * @param {{ x: number, y: number }} to
 * @param {number} [rest] milliseconds before it is let go: none makes it a flick
 */
async function drag(driver, from, to, rest = 160) {
  await driver
    .actions()
    .move({ ...from, origin: Origin.VIEWPORT })
    .press()
    .move({
      x: Math.round((from.x + to.x) / 2),
      y: Math.round((from.y + to.y) / 2),
      origin: Origin.VIEWPORT,
      duration: 60,
    })
    .move({ ...to, origin: Origin.VIEWPORT, duration: 60 })
    .pause(rest)
    .release()
    .perform();
}

inBrowsers('the sidebar’s place', (stage) => {
  const { run, mount, press } = stage;
  const box = (/** @type {string} */ selector) =>
    run(
      `await settled();
       await Promise.all(sidebar.host.getAnimations().map((motion) => motion.finished));
       const { x, y, width, height } = find(arguments[0]).getBoundingClientRect();
       return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };`,
      selector,
    );

  for (const [language, by] of /** @type {const} */ ([
    ['english', -90],
    ['arabic', 90],
  ])) {
    test(`is as wide as its edge is dragged, and as wide the next time, ${language}`, async () => {
      await mount(language);
      const width = () => run(`return Math.round(sidebar.host.getBoundingClientRect().width)`);
      assert.equal(await width(), 392);
      const edge = await box('.edge');
      await drag(stage.driver, edge, { x: edge.x + by, y: edge.y });
      assert.equal(await width(), 482);
      // Beyond what leaves the page readable it does not go.
      const wide = await box('.edge');
      await drag(stage.driver, wide, { x: language === 'english' ? 3 : 1200, y: wide.y });
      assert.equal(await width(), 640);
      await press('.edge', Key.HOME);
      await press('.edge', language === 'english' ? Key.ARROW_LEFT : Key.ARROW_RIGHT);
      assert.equal(await width(), 316);
      assert.equal(await run(`return find('.edge').getAttribute('aria-valuenow')`), '316');
      await mount(language, { kept: true });
      assert.equal(await width(), 316);
    });
  }

  test('moves to the other side, stays there the next time, and gives the page its room', async () => {
    await mount('english');
    await press('[data-menu=more]', Key.ENTER);
    await run(`await until(() => sidebar.shadow.activeElement?.role === 'menuitem', 'focus in the menu')`);
    await press('', Key.ARROW_DOWN, Key.ENTER);
    const side = () => run(`return sidebar.host.getBoundingClientRect().left < 10 ? 'left' : 'right'`);
    assert.equal(await side(), 'left');
    await mount('english', { kept: true });
    assert.equal(await side(), 'left');
    const covered = await run(`
      const ours = sidebar.host.getBoundingClientRect();
      return [...document.querySelectorAll('article p')].filter((p) => p.getBoundingClientRect().left < ours.right).length;`);
    assert.equal(covered, 0);
  });

  test('folds to a tab at the edge and comes back, the focus with it', async () => {
    await mount('arabic');
    await run(`find('[data-item]').focus(); sidebar.fold(true)`);
    const tab = await run(`await settled();
      const { left, width, height } = find('.tab-handle').getBoundingClientRect();
      return { left: Math.round(left), small: width < 60 && height < 200, focused: sidebar.shadow.activeElement === find('.tab-handle') }`);
    assert.deepEqual(tab, { left: 0, small: true, focused: true });
    await press('', Key.ENTER);
    assert.equal(await run(`return sidebar.state.collapsed`), false);
    assert.equal(await run(`return sidebar.shadow.activeElement.localName`), 'h2');
  });

  test('on a phone: a sheet that follows the finger and settles at the nearest of its heights', async () => {
    await stage.driver.manage().window().setRect({ width: 500, height: 850 });
    try {
      await mount('english');
      const all = await run(`return innerHeight`);
      const height = () => run(`await settled(); return Math.round(sidebar.host.getBoundingClientRect().height)`);
      const sheet = () => run(`return sidebar.state.collapsed ? 'tab' : sidebar.state.sheet`);
      assert.equal(await sheet(), 'half');
      const pull = async (/** @type {number} */ to, rest = 160) => {
        const grip = await box('.grip');
        await drag(stage.driver, grip, { x: grip.x, y: to }, rest);
        return sheet();
      };
      assert.equal(await pull(20), 'full');
      assert.ok((await height()) > all * 0.85);
      assert.equal(await pull(Math.round(all * 0.5)), 'half');
      assert.equal(await pull(all - 60), 'peek');
      assert.ok((await height()) < 100);
      // A flick decides by its direction: halfway is not half.
      assert.equal(await pull(Math.round(all * 0.7), 0), 'half');
      assert.equal(await pull(Math.round(all * 0.35), 0), 'full');
      assert.equal(await pull(all - 2), 'tab', 'pulled out of the window it folds');
      await press('.tab-handle', Key.ENTER);
      assert.equal(await pull(all - 60), 'peek');
      // The title, and the figures that the page shows above it, can still be reached.
      await press('.grip', Key.ENTER);
      assert.equal(await sheet(), 'half');
      await press('.grip', Key.ENTER);
      assert.equal(await sheet(), 'full');
      await press('.grip', Key.ENTER);
      assert.equal(await sheet(), 'peek');
      await run(`sidebar.setTab('dates')`);
      assert.equal(await sheet(), 'half', 'what was asked for is shown');
    } finally {
      await stage.driver.manage().window().setRect({ width: 1280, height: 900 });
    }
  });

  test('a page that fights: rules on everything, all of them !important, and styles on the host itself', async () => {
    await mount('english');
    const changed = await run(`
      sidebar.setTab('figures');
      // The page's own scrollbars come and go with what it does to its elements.
      document.documentElement.style.overflow = 'hidden';
      const look = () => JSON.stringify([sidebar.host, find('h2'), find('.pick'), find('.number'), find('svg'), find('.body'), find('footer')].map((e) => {
        const s = getComputedStyle(e), b = e.getBoundingClientRect();
        return [s.display, s.visibility, s.opacity, s.color, e === sidebar.host ? '' : s.fontFamily, s.fontSize, s.lineHeight, s.letterSpacing, s.direction, s.textAlign, s.textTransform,
          s.pointerEvents, s.filter, s.transform, s.position, s.backgroundColor, [b.x, b.y, b.width, b.height].map(Math.round)] }));
      const before = look();
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(\`
        *, *::before, *::after, :root > div, [data-khulasa] { all: unset !important; display: none !important; visibility: hidden !important; opacity: 0 !important;
          position: static !important; width: 10px !important; height: 10px !important; min-width: 2000px !important; margin: 40px !important; padding: 40px !important;
          transform: rotate(20deg) scale(3) !important; filter: blur(4px) !important; clip-path: circle(1px) !important; pointer-events: none !important; color: red !important;
          font: 40px/3 fantasy !important; letter-spacing: 9px !important; direction: rtl !important; text-transform: uppercase !important; zoom: 2 !important;
          animation: none !important; transition: all 9s !important; background: lime !important; z-index: -1 !important; contain: strict !important; content-visibility: hidden !important }
        html { overflow: hidden !important; display: block !important; visibility: visible !important; opacity: 1 !important; transform: none !important; filter: none !important; clip-path: none !important; margin: 0 !important; padding: 0 !important; direction: ltr !important; zoom: 1 !important; contain: none !important; content-visibility: visible !important }\`);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      sidebar.host.style.cssText = 'display: none !important; width: 1px !important; transform: none; opacity: 0 !important';
      await settled();
      const after = look();
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((s) => s !== sheet);
      sidebar.host.removeAttribute('style');
      return before === after ? null : JSON.parse(before).map((one, i) => one.map((v, j) => [v, JSON.parse(after)[i][j]]).filter(([a, b]) => String(a) !== String(b)));`);
    assert.equal(changed, null);
  });

  test('by keyboard alone: in order, with no trap, and back where one came from', async () => {
    await mount('english', { focus: true });
    /** @type {string[]} */
    const order = [];
    for (let i = 0; i < 8; i += 1) {
      order.push(
        await run(
          `const e = sidebar.shadow.activeElement; return e.localName === 'h2' ? 'heading' : e.getAttribute('aria-label') || e.textContent.trim().slice(0, 12)`,
        ),
      );
      await press('', Key.TAB);
    }
    assert.deepEqual(
      order,
      ['heading', 'Search the digest', 'More', 'Close', 'All', 'The gist of t', 'The harbour ', 'The flood of'].map(
        (said, i) => (i === 5 ? order[5] : said),
      ),
    );
    await press('.title .tool', Key.ENTER);
    assert.equal(await run(`return sidebar.shadow.activeElement.localName`), 'input');
    await press('', Key.ESCAPE);
    assert.equal(await run(`return sidebar.shadow.activeElement.getAttribute('aria-label')`), 'Search the digest');
    await press('[data-menu=share]', Key.ENTER);
    await run(`await until(() => sidebar.shadow.activeElement?.role === 'menuitem', 'focus in the menu')`);
    await press('', Key.END);
    assert.equal(await run(`return sidebar.shadow.activeElement.textContent`), 'Print');
    await press('', Key.ESCAPE);
    assert.equal(await run(`return sidebar.shadow.activeElement.dataset.menu`), 'share');
    await mount('english');
    await run(
      `sidebar.close(); const opener = document.querySelector('[data-open]'); opener.focus();
      const { mount } = await import('/demo/embed/khulasa.js');
      window.sidebar = mount({ digest: arguments[0], focus: true, mode: 'open' }); await window.sidebar.ready;`,
      { summary: [{ text: 'x', span: { block: null, start: 0, end: 1 } }], figures: [], dates: [], quotes: [] },
    );
    await press('', Key.ESCAPE);
    assert.equal(
      await stage.driver.executeScript(`return document.activeElement === document.querySelector('[data-open]')`),
      true,
    );
    // The last thing in it, then out of it: into the page or the browser's own bars.
    await mount('english');
    await run(`find('footer button').focus()`);
    await press('', Key.TAB);
    assert.equal(await run(`return document.activeElement === sidebar.host`), false);
  });

  test('landmark, headings and the live region are what a screen reader needs', async () => {
    await mount('arabic');
    const said = await run(`
      const panel = find('aside');
      return { label: panel.getAttribute('aria-label'), headings: all('h1, h2, h3, h4').map((h) => Number(h.localName[1])),
        sections: all('section').every((s) => find('#' + s.getAttribute('aria-labelledby'))?.textContent), live: all('[role=status]').length,
        table: all('.chart table').map((t) => [t.caption.textContent, t.querySelectorAll('th[scope=row]').length, t.querySelectorAll('tbody td.value').length]) };`);
    assert.equal(said.label, 'خلاصة هذا المقال');
    assert.equal(said.headings[0], 2);
    for (let i = 1; i < said.headings.length; i += 1) assert.ok(said.headings[i] - said.headings[i - 1] <= 1);
    assert.equal(said.sections, true);
    assert.equal(said.live, 1);
    assert.deepEqual(said.table, [['عامل', 2, 2]]);
  });
});

// What only a driver of Chromium can ask the browser to pretend.
inBrowsers(
  'the sidebar for readers who ask',
  (stage) => {
    const { run, mount, emulate } = stage;

    test('for a zoom of 200 %, or a window of 320 pixels: nothing is cut off and nothing runs over', async () => {
      for (const [size, scale] of /** @type {[[number, number], number][]} */ ([
        [[640, 450], 2],
        [[320, 640], 1],
      ])) {
        for (const language of /** @type {const} */ (['arabic', 'english'])) {
          await emulate(size, scale, { 'prefers-reduced-motion': 'reduce' });
          await mount(language);
          const wrong = await run(`
            sidebar.set({ sheet: 'full' });
            const wrong = [];
            const states = { ...Object.fromEntries(['all', 'figures', 'dates', 'quotes'].map((tab) => [tab, () => sidebar.setTab(tab)])),
              chosen: () => sidebar.choose('figure-0'), search: () => { sidebar.search(true); use('find', '1') }, menu: () => sidebar.openMenu('more'), share: () => sidebar.openMenu('share') };
            for (const [state, set] of Object.entries(states)) {
              await set();
              await settled();
              const body = find('.body'), ours = sidebar.host.getBoundingClientRect();
              if (body.scrollWidth > body.clientWidth) wrong.push([state, 'runs over sideways', body.scrollWidth, body.clientWidth]);
              if (body.clientHeight < 80) wrong.push([state, 'no room to read', body.clientHeight]);
              for (const button of all('button, input')) {
                const box = button.getBoundingClientRect();
                if (button.closest('.tabs')) continue;
                if (box.left < ours.left - 1 || box.right > ours.right + 1) wrong.push([state, button.textContent, 'is cut off']);
                if (button.closest('.menu') && box.top < 0) button.scrollIntoView({ block: 'nearest' });
                if (button.closest('.menu') && button.getBoundingClientRect().top < ours.top - 1) wrong.push([state, button.textContent, 'is above the window']);
              }
            }
            return wrong;`);
          assert.deepEqual(wrong, [], `${language}, ${size}`);
        }
      }
    });

    test('for its own colours: marks, bars and the scale in the system’s, without boxes behind them', async () => {
      await emulate([1240, 860], 1, { 'forced-colors': 'active', 'prefers-color-scheme': 'dark' });
      await mount('english');
      const seen = await run(`
        const probe = document.createElement('div');
        probe.style.color = 'CanvasText';
        document.body.append(probe);
        const ink = getComputedStyle(probe).color;
        probe.remove();
        const look = () => all('.when-mark > :not(.ring), .scale svg > :not(.ring, line), .fill').map((mark) => getComputedStyle(mark).fill);
        const fills = look();
        await sidebar.setTab('dates');
        return { fills: [...new Set([...fills, ...look()])].filter((fill) => fill !== ink), scale: all('.scale svg > *').length > 3, chart: fills.length > 5,
          boxes: all('.when-mark').filter((mark) => getComputedStyle(mark).backgroundColor !== 'rgba(0, 0, 0, 0)').length };`);
      assert.deepEqual(seen, { fills: [], scale: true, chart: true, boxes: 0 });
      await emulate([1240, 860]);
    });

    test('a finger pulls the sheet by its head too, and scrolls what is in it', async () => {
      const send = (/** @type {string} */ command, /** @type {object} */ given) =>
        /** @type {any} */ (stage.driver).sendAndGetDevToolsCommand(command, given);
      await emulate([390, 780], 1, { 'prefers-reduced-motion': 'reduce' });
      await send('Emulation.setTouchEmulationEnabled', { enabled: true });
      try {
        await mount('english');
        const swipe = async (/** @type {string} */ selector, /** @type {number} */ by) => {
          const at = await run(
            `const { left, top, width } = find(arguments[0]).getBoundingClientRect();
             return { x: Math.round(left + width / 2), y: Math.round(top + 20) };`,
            selector,
          );
          await send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
          for (let step = 1; step <= 10; step += 1) {
            const point = { x: at.x, y: at.y + (by * step) / 10 };
            await send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [point] });
          }
          await new Promise((rested) => setTimeout(rested, 160));
          await send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
          return run(`await settled(); return { sheet: sidebar.state.sheet, scrolled: find('.body').scrollTop > 0 }`);
        };
        assert.deepEqual(await swipe('.names', -300), { sheet: 'full', scrolled: false });
        assert.deepEqual(await swipe('.names', 280), { sheet: 'half', scrolled: false });
        assert.deepEqual(await swipe('.grip', 250), { sheet: 'peek', scrolled: false });
        await run(`sidebar.set({ sheet: 'full' })`);
        const read = await swipe('.sentences', -150);
        assert.deepEqual(read, { sheet: 'full', scrolled: true });
      } finally {
        await send('Emulation.setTouchEmulationEnabled', { enabled: false });
      }
    });

    test('every target is at least 24 pixels each way, in every state, on a phone too', async () => {
      for (const size of /** @type {[number, number][]} */ ([
        [1240, 860],
        [390, 780],
      ])) {
        await emulate(size, 1, { 'prefers-reduced-motion': 'reduce' });
        for (const language of /** @type {const} */ (['arabic', 'english'])) {
          await mount(language);
          const small = await run(`
            const small = [];
            const states = { ...Object.fromEntries(['all', 'figures', 'dates', 'quotes'].map((tab) => [tab, () => sidebar.setTab(tab)])),
              chosen: () => sidebar.choose('sentence-1'), search: () => sidebar.search(true), more: () => sidebar.openMenu('more'), share: () => sidebar.openMenu('share') };
            for (const [state, set] of Object.entries(states)) {
              await set();
              await settled();
              for (const button of all('button, input')) {
                // The row of a chart is pressed as a whole: its button covers it.
                const target = button.closest('tr') ?? button;
                const { width, height } = target.getBoundingClientRect();
                if (width < 23.5 || height < 23.5) small.push([state, button.textContent || button.ariaLabel, width, height]);
              }
            }
            return small;`);
          assert.deepEqual(small, [], `${language}, ${size}`);
        }
      }
    });

    test('less motion: nothing moves and the page is scrolled at once; else softly', async () => {
      for (const [asked, behavior] of [
        ['reduce', 'auto'],
        ['no-preference', 'smooth'],
      ]) {
        await emulate([1240, 860], 1, { 'prefers-reduced-motion': asked });
        await mount('english');
        const { scrolled, moving } = await run(`
          let scrolled = null;
          window.scrollBy = (given) => { scrolled = given.behavior; };
          sidebar.choose('quote-5');
          await sidebar.openMenu('more');
          const moving = sidebar.shadow.getAnimations().length;
          return { scrolled, moving: moving > 0 };`);
        assert.deepEqual({ scrolled, moving }, { scrolled: behavior, moving: asked !== 'reduce' });
      }
    });

    test('their own colours: what is chosen, pressed and drawn is still told apart', async () => {
      for (const scheme of ['dark', 'light']) {
        await emulate([1240, 860], 1, {
          'forced-colors': 'active',
          'prefers-color-scheme': scheme,
          'prefers-reduced-motion': 'reduce',
        });
        await mount('english');
        const seen = await run(`
          sidebar.choose('figure-0');
          await settled();
          const style = (s, pseudo) => getComputedStyle(typeof s === 'string' ? find(s) : s, pseudo);
          const ground = style('aside').backgroundColor;
          return {
            chosen: style('.item.chosen').outlineStyle, tab: style('.tabs [aria-selected=true]', '::after').backgroundColor !== ground,
            bars: all('.chart .fill').every((bar) => style(bar).fill !== ground), bullets: style('.sentences .pick', '::before').backgroundColor !== ground,
            marks: all('.when-mark').every((mark) => style(mark).fill !== ground), icons: style('.icon').stroke !== ground,
            edge: style('aside').borderLeftStyle };`);
        assert.deepEqual(
          seen,
          { chosen: 'solid', tab: true, bars: true, bullets: true, marks: true, icons: true, edge: 'solid' },
          scheme,
        );
      }
    });

    test('dark follows the system while it is open, unless a reader chose', async () => {
      await emulate([1240, 860], 1, { 'prefers-color-scheme': 'light' });
      await mount('english');
      const ground = () => run(`await settled(); return getComputedStyle(find('aside')).backgroundColor`);
      const light = await ground();
      await emulate([1240, 860], 1, { 'prefers-color-scheme': 'dark' });
      const dark = await ground();
      assert.notEqual(dark, light);
      await run(
        `await sidebar.openMenu('more'); all('[role=menuitemradio]').find((one) => one.textContent === 'Light').click()`,
      );
      assert.equal(await ground(), light);
      await mount('english', { kept: true });
      assert.equal(await ground(), light, 'and the next time');
    });

    test('more contrast gives stronger lines', async () => {
      const line = () => run(`return getComputedStyle(find('header')).borderBottomColor`);
      await emulate([1240, 860]);
      await mount('english');
      const usual = await line();
      await emulate([1240, 860], 1, { 'prefers-contrast': 'more' });
      await mount('english');
      assert.notEqual(await line(), usual);
    });

    test('no axe violation with other widths, colours and menus', async () => {
      for (const language of /** @type {const} */ (['arabic', 'english'])) {
        for (const scheme of ['light', 'dark']) {
          for (const size of /** @type {[number, number][]} */ ([
            [1240, 860],
            [360, 740],
          ])) {
            await emulate(size, 1, { 'prefers-color-scheme': scheme, 'prefers-reduced-motion': 'reduce' });
            await mount(language);
            await stage.driver.executeScript(axe);
            const found = await run(`
              const violations = [];
              const states = { all: () => {}, chosen: () => sidebar.choose('sentence-1'), card: () => { sidebar.setTab('figures'); sidebar.choose('figure-0') },
                dates: () => { sidebar.setTab('dates'); sidebar.choose('date-1') }, quotes: () => { sidebar.setTab('quotes'); sidebar.choose('quote-0') },
                hover: () => { sidebar.choose(null); sidebar.set({ hover: 'quote-1' }) }, found: () => { sidebar.search(true); use('find', 'a') }, nothing: () => use('find', 'zzzz'),
                more: () => { sidebar.search(false); return sidebar.openMenu('more') }, share: () => sidebar.openMenu('share'), folded: () => { sidebar.openMenu(null); sidebar.fold(true) },
                error: () => { sidebar.fold(false); sidebar.fail('error', new Error('x')) }, empty: () => sidebar.fail('empty'), loading: () => sidebar.set({ status: 'loading' }) };
              for (const [state, set] of Object.entries(states)) {
                await set();
                await settled();
                const { violations: here } = await axe.run({ include: [['[data-khulasa]']] }, { resultTypes: ['violations'] });
                for (const one of here) violations.push(state + ': ' + one.id + ' ' + one.nodes.map((n) => n.failureSummary + ' ' + n.html.slice(0, 80)).join('; '));
              }
              return violations;`);
            assert.deepEqual(found, [], `${language}, ${scheme}, ${size}`);
          }
        }
      }
    });
  },
  { names: ['chromium'] },
);
