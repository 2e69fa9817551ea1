// The extension in Chromium and Firefox as a reader meets it: button, menu, key, options, the
// sites it opens on by itself, pages that hold no article. tests/browser/matrix.test.mjs has the
// pages that make it hard, threats.test.mjs those that mean it ill.

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { serve } from '../../scripts/static-server.mjs';
import { root, unavailable } from './lib/browsers.mjs';
import { extensionBrowsers, inSidebar, openExtension, sidebarIn } from './lib/extension.mjs';
import { pages } from './lib/hosts.mjs';

const dist = join(root, 'www/dist');
const missing = existsSync(join(dist, 'extension')) ? false : 'www/dist is not built: run make build';

for (const browser of ['chrome', 'firefox']) {
  describe(`the extension's files for ${browser}`, { skip: missing }, () => {
    const folder = join(dist, 'extension', browser);
    const manifest = missing ? {} : JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));

    test('it asks for little, may reach no site by itself, and shows pages nothing', () => {
      assert.deepEqual(manifest.permissions, ['activeTab', 'contextMenus', 'scripting', 'storage']);
      assert.deepEqual(manifest.optional_host_permissions, ['https://*/*', 'http://*/*']);
      for (const key of ['host_permissions', 'content_scripts', 'web_accessible_resources', 'externally_connectable'])
        assert.equal(key in manifest, false, key);
      assert.match(manifest.content_security_policy.extension_pages, /^default-src 'none'; script-src 'self';/);
    });

    test('icons have the size that they are named for', () => {
      const named = { ...manifest.icons, ...manifest.action.default_icon };
      for (const [size, path] of Object.entries(named)) {
        const png = readFileSync(join(folder, path));
        // Width and height of PNG's first chunk.
        assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [Number(size), Number(size)], path);
      }
    });

    test('the script that runs where a reader only chose the site is small, and the core is apart', () => {
      const size = (/** @type {string} */ name) => readFileSync(join(folder, name)).length;
      assert.ok(size('always.js') < 3000, `always.js: ${size('always.js')} bytes`);
      assert.ok(size('content.js') * 3 < size('plain.js'), 'content.js holds no core');
    });
  });
}

test('both languages of the extension have the same messages', () => {
  const folder = join(root, 'www/extension/_locales');
  assert.deepEqual(readdirSync(folder).sort(), ['ar', 'en']);
  const [ar, en] = ['ar', 'en'].map((name) => JSON.parse(readFileSync(join(folder, name, 'messages.json'), 'utf8')));
  assert.deepEqual(Object.keys(ar).sort(), Object.keys(en).sort());
  for (const [key, { placeholders }] of Object.entries(en))
    assert.deepEqual(Object.keys(ar[key].placeholders ?? {}), Object.keys(placeholders ?? {}), key);
});

/** Pages that hold no article, by the message that says so. @type {Record<string, { path: string, type: string, body: string }>} */
const cannot = {
  cannotPdf: { path: '/a.pdf', type: 'application/pdf', body: '%PDF-1.4\n%%EOF\n' },
  cannotText: { path: '/a.txt', type: 'text/plain', body: 'لا مقال هنا' },
  cannotFeed: {
    path: '/a.rss',
    type: 'application/xml',
    body: '<?xml version="1.0"?><rss version="2.0"><channel><title>a</title></channel></rss>',
  },
  cannotImage: { path: '/demo/img/dam.svg', type: '', body: '' },
};

const plainPage = '<!doctype html><html lang="en"><title>List</title><body><ul><li><a href="/a">A story</a></ul>';

for (const name of extensionBrowsers) {
  describe(`the extension in ${name}`, { skip: missing || unavailable(name) }, () => {
    /** @type {Awaited<ReturnType<typeof openExtension>>} */
    let extension;
    /** @type {import('./lib/extension.mjs').WebDriver} */
    let driver;
    /** @type {Awaited<ReturnType<typeof serve>>} */
    let server;
    before(async () => {
      server = await serve(dist, {
        pages: {
          ...pages,
          '/list': plainPage,
          '/textarea': `${plainPage}<textarea>قتل أربعة عمال وأصيب 17 شخصا في انهيار نفق يوم 3 أبريل 2024.</textarea>`,
          ...Object.fromEntries(
            Object.values(cannot)
              .filter(({ type }) => type)
              .map(({ path, type, body }) => [path, { body, headers: { 'Content-Type': type } }]),
          ),
        },
      });
      extension = await openExtension(name);
      driver = extension.driver;
    });
    after(async () => {
      await extension?.quit();
      await server?.close();
    });

    const open = (/** @type {string} */ path) => driver.get(server.url(path));
    const hosts = () => driver.executeScript("return document.querySelectorAll('[data-khulasa]:empty').length");
    const gone = () => driver.wait(async () => (await hosts()) === 0, 5000, 'the sidebar is gone');
    /** What the button says of the tab in front. */
    const button = async () =>
      extension.background(
        `const tabs = await api.tabs.query({});
         const urls = await Promise.all(tabs.map(({ id }) => api.action.getPopup({ tabId: id })));
         const mine = tabs.find((tab) => tab.url === given[0]) ?? tabs.find((tab, i) => urls[i].includes('message.html')) ?? tabs[0];
         const tabId = mine.id;
         return { badge: await api.action.getBadgeText({ tabId }), title: await api.action.getTitle({ tabId }), popup: await api.action.getPopup({ tabId }) };`,
        await driver.getCurrentUrl(),
      );

    test('a page that nobody asks about gets nothing', async () => {
      await open('/article');
      await new Promise((later) => setTimeout(later, 500));
      assert.equal(await hosts(), 0);
      assert.equal((await button()).badge, '');
    });

    test('the badge has the number of key figures, while the sidebar is open', async () => {
      await open('/article');
      await extension.press();
      await sidebarIn(driver);
      let seen = await button();
      assert.ok(Number(seen.badge) > 3, seen.badge);
      assert.match(seen.title, new RegExp(`: ${seen.badge}$`));
      // The tab of the figures has their number, in the article's own digits.
      assert.match(
        await inSidebar(driver, "return root.querySelector('[role=tablist]').textContent"),
        new RegExp(seen.badge),
      );
      await extension.press();
      await gone();
      await driver.wait(async () => (seen = await button()).badge === '', 3000);
    });

    test('pressed in haste, it opens one sidebar or none', async () => {
      await open('/article');
      await Promise.all([extension.press(), extension.press(), extension.press()]);
      await sidebarIn(driver);
      assert.equal(await hosts(), 1);
      await extension.press();
      await gone();
    });

    test('the menu of a page opens it, and does not close it', async () => {
      await open('/article');
      await extension.menu('page');
      await sidebarIn(driver);
      await extension.menu('page');
      await sidebarIn(driver);
      assert.equal(await hosts(), 1);
    });

    test('the menu of a selection reads what is selected, and no more', async () => {
      await open('/article');
      const selected = String(
        await driver.executeScript(`
          const paragraph = [...document.querySelectorAll('article p')].find((p) => p.textContent.includes('ديوان المحاسبة'));
          getSelection().selectAllChildren(paragraph);
          return paragraph.textContent;`),
      );
      await extension.menu('selection', { selectionText: selected });
      await sidebarIn(driver);
      const items = await inSidebar(
        driver,
        "return [...root.querySelectorAll('[data-item^=figure], [data-item^=date]')].map((item) => item.textContent)",
      );
      assert.ok(items.length >= 3, `${items.length} items`);
      const text = await inSidebar(driver, "return root.querySelector('.body')?.textContent ?? root.textContent");
      assert.match(text, /1\.2|1800/);
      assert.doesNotMatch(text, /35%|هكتار|الثالث من أبريل/);
    });

    test('a selection that stands in no node is read from its words', async () => {
      await open('/textarea');
      await extension.menu('selection', {
        selectionText: 'قتل أربعة عمال وأصيب 17 شخصا في انهيار نفق يوم 3 أبريل 2024.',
      });
      await sidebarIn(driver);
      assert.match(await inSidebar(driver, 'return root.textContent'), /17 شخصا/);
    });

    test('a page without an article says so, in the sidebar', async () => {
      await open('/list');
      await extension.press();
      const { text, items } = await sidebarIn(driver);
      assert.deepEqual(items, []);
      assert.match(text, /article/);
    });

    for (const [why, { path }] of Object.entries(cannot)) {
      test(`${path}: the button says why there is nothing to read`, async () => {
        await open(path);
        await extension.press();
        let seen = await button();
        await driver.wait(async () => (seen = await button()).popup !== '', 5000, 'a popup');
        assert.match(seen.popup, new RegExp(`message\\.html#${why}$`));
        assert.equal(seen.badge, '?');
      });
    }

    test('a new tab says so as well', async () => {
      await driver.get(name === 'chromium' ? 'chrome://newtab/' : 'about:newtab');
      await extension.press();
      let seen = await button();
      await driver.wait(async () => (seen = await button()).popup !== '', 5000, 'a popup');
      assert.match(seen.popup, /message\.html#cannotBrowser$/);
      await driver.get(await extension.url(seen.popup.replace(/^.*message/, 'message')));
      assert.match(String(await driver.executeScript("return document.querySelector('#why').textContent")), /new tabs/);
    });

    test('options are kept, and the next sidebar has them', async () => {
      await driver.get(await extension.url('options.html'));
      await driver.wait(() => driver.executeScript("return 'ready' in document.documentElement.dataset"), 5000);
      for (const id of ['language-en', 'side-right', 'length-long'])
        await driver.findElement({ css: `label[for=${id}]` }).click();
      await driver.wait(
        () => driver.executeScript("return document.querySelector('#saved').textContent === 'Saved'"),
        3000,
      );
      await open('/article');
      await extension.press();
      await sidebarIn(driver);
      const seen = await inSidebar(
        driver,
        `const { left, right } = root.host.getBoundingClientRect();
         return { right: left > innerWidth / 2, lang: root.querySelector('[lang]').lang,
           sentences: root.querySelectorAll('[data-item^=sentence]').length };`,
      );
      assert.deepEqual([seen.right, seen.lang], [true, 'en']);
      assert.ok(seen.sentences > 3, `${seen.sentences} sentences`);
      // The page of options shows what is kept, and takes it back.
      await driver.get(await extension.url('options.html'));
      await driver.wait(() => driver.executeScript("return 'ready' in document.documentElement.dataset"), 5000);
      const checked = "return [...document.querySelectorAll('input:checked')].map((input) => input.id)";
      assert.deepEqual(await driver.executeScript(checked), ['language-en', 'side-right', 'length-long', 'theme-']);
      for (const id of ['language-', 'side-', 'length-short'])
        await driver.findElement({ css: `label[for='${id}']` }).click();
      await driver.wait(
        async () =>
          JSON.stringify(await extension.background("return (await api.storage.local.get('settings')).settings")) ===
          '{"length":"short"}',
        3000,
      );
    });

    test('a site that is none is refused in the options', async () => {
      await driver.get(await extension.url('options.html'));
      await driver.wait(() => driver.executeScript("return 'ready' in document.documentElement.dataset"), 5000);
      await driver.findElement({ css: '#site' }).sendKeys('not a site');
      await driver.findElement({ css: '#add button' }).click();
      assert.match(
        String(await driver.executeScript("return document.querySelector('#said').textContent")),
        /no address/,
      );
      assert.equal(
        await driver.executeScript("return document.querySelector('#site').getAttribute('aria-invalid')"),
        'true',
      );
    });

    test('the key is the one that the manifest proposes', async () => {
      const commands = await extension.background('return api.commands.getAll()');
      const own = commands.find((/** @type {any} */ command) => command.name === '_execute_action');
      assert.match(own.shortcut, /^Alt\+Shift\+K$/);
    });

    test('the key opens it and closes it', {
      skip: name === 'chromium' && 'no driver reaches Chromium’s own keys; it makes of the key a press of the button',
    }, async () => {
      await open('/article');
      await extension.key();
      await sidebarIn(driver);
      await extension.key();
      await gone();
    });

    test('the menus have the entries that the manifest’s words are for, each where it belongs', async () => {
      const words = JSON.parse(readFileSync(join(root, 'www/extension/_locales/en/messages.json'), 'utf8'));
      if (extension.inBrowser) {
        const entries = await extension.inBrowser(
          `const { gMenuMap } = ExtensionParent.apiManager.global;
           return [...gMenuMap.get(extension).values()].filter((one) => one.id !== undefined && one.title)
             .map(({ id, title, type, contexts }) => [id, title, type, contexts.join()]);`,
        );
        assert.deepEqual(entries, [
          ['page', words.menuPage.message, 'normal', 'page'],
          ['selection', words.menuSelection.message, 'normal', 'selection'],
          ['always', words.menuAlways.message, 'checkbox', 'action'],
        ]);
        return;
      }
      // Chromium tells of an entry only whether it is there.
      const there = await extension.background(
        `const there = [];
         for (const id of ['page', 'selection', 'always', 'another'])
           await api.contextMenus.update(id, {}).then(() => there.push(id), () => {});
         return there;`,
      );
      assert.deepEqual(there, ['page', 'selection', 'always']);
    });

    test('an update that the browser has found waits for the browser’s next start', {
      skip: name === 'firefox' && 'Firefox says nothing of the listeners of a background',
    }, async () => {
      assert.equal(await extension.background('return api.runtime.onUpdateAvailable.hasListeners()'), true);
    });

    for (const [how, version] of /** @type {[string, string?][]} */ ([['reloaded'], ['updated', '9.8.7']])) {
      test(`after the extension was ${how}, what it left works on or gives way`, async () => {
        const markup = 'return document.documentElement.outerHTML';
        await open('/article');
        const before = await driver.executeScript(markup);
        await extension.press();
        await sidebarIn(driver);
        await extension.reload(version);
        const works = await inSidebar(
          driver,
          "root.querySelector('[data-item]').click(); return CSS.highlights.size === 1 && root.querySelectorAll('[data-item]').length > 10",
        );
        // Firefox ends the scripts of an extension that goes; what they drew stands there.
        assert.equal(works, name === 'chromium');
        // The new extension's takes its place.
        await extension.press();
        await driver.wait(async () => (await extension.buildIn()) !== null, 5000, 'a core of the new extension');
        if (version) assert.equal(await extension.background('return api.runtime.getManifest().version'), version);
        await sidebarIn(driver);
        assert.equal(await hosts(), 1);
        await extension.press();
        await gone();
        assert.equal(await driver.executeScript(markup), before);
        assert.deepEqual(
          await driver.executeScript('return [document.adoptedStyleSheets.length, CSS.highlights.size]'),
          [0, 0],
        );
      });
    }

    test('a sidebar whose extension has gone closes by its own button, and leaves nothing', {
      skip: name === 'firefox' && 'Firefox ends the scripts of an extension that goes',
    }, async () => {
      const markup = 'return document.documentElement.outerHTML';
      await open('/article');
      const before = await driver.executeScript(markup);
      await extension.press();
      await sidebarIn(driver);
      await inSidebar(driver, "root.querySelector('[data-item]').click()");
      await extension.reload();
      await inSidebar(driver, "root.querySelector('.close').click()");
      await gone();
      assert.equal(await driver.executeScript(markup), before);
      assert.deepEqual(
        await driver.executeScript('return [document.adoptedStyleSheets.length, CSS.highlights.size]'),
        [0, 0],
      );
    });
  });

  describe(`always on a site, in ${name}`, { skip: missing || unavailable(name) }, () => {
    /** @type {Awaited<ReturnType<typeof openExtension>>} */
    let extension;
    /** @type {Awaited<ReturnType<typeof serve>>} */
    let server;
    before(async () => {
      server = await serve(dist, { pages: { ...pages, '/list': plainPage } });
      extension = await openExtension(name, { sites: ['http://127.0.0.1/*'] });
    });
    after(async () => {
      await extension?.quit();
      await server?.close();
    });
    const hosts = () => extension.driver.executeScript("return document.querySelectorAll('[data-khulasa]').length");

    test('it opens by itself on an article there, and not on a list', async () => {
      const { driver } = extension;
      await extension.background(
        'while ((await api.scripting.getRegisteredContentScripts()).length === 0) await new Promise((later) => setTimeout(later, 50));',
      );
      await driver.get(server.url('/article'));
      const { items } = await sidebarIn(driver);
      assert.ok(items.length > 10);
      // A reader's keys are still the page's.
      assert.equal(await driver.executeScript('return document.activeElement === document.body'), true);
      await driver.get(server.url('/list'));
      await new Promise((later) => setTimeout(later, 700));
      assert.equal(await hosts(), 0);
    });

    const registered = () =>
      extension.background(
        'return (await api.scripting.getRegisteredContentScripts()).map(({ id, matches }) => [id, ...matches])',
      );
    /** @param {unknown[]} scripts until the background has seen what changed */
    const registers = (scripts) =>
      extension.driver.wait(
        async () => JSON.stringify(await registered()) === JSON.stringify(scripts),
        5000,
        `scripts of sites: ${JSON.stringify(scripts)}`,
      );
    const site = 'http://127.0.0.1/*';
    const staysAway = async () => {
      await extension.driver.get(server.url('/article'));
      await new Promise((later) => setTimeout(later, 1000));
      assert.equal(await hosts(), 0);
    };
    /** @param {boolean} wasChecked the entry of the button's menu */
    const always = (wasChecked) => extension.menu('always', { wasChecked, checked: !wasChecked });

    describe('by the options page', {
      skip: name === 'chromium' && 'no driver can answer its question for a site',
    }, () => {
      const options = async () => {
        const { driver } = extension;
        await driver.get(await extension.url('options.html'));
        await driver.wait(() => driver.executeScript("return 'ready' in document.documentElement.dataset"), 5000);
      };
      const said = () => extension.driver.executeScript("return document.querySelector('#said').textContent");
      /** @param {boolean} yes what a reader answers to Firefox's own question */
      const answer = (yes) =>
        extension.inBrowser?.(
          `let found;
           for (let tries = 0; !found && tries < 100; tries += 1) {
             await new Promise((later) => window.setTimeout(later, 50));
             found = [...document.querySelectorAll('#notification-popup popupnotification')].find((one) => one.id.startsWith('addon-webext'));
           }
           if (!found) throw new Error('Firefox asked nothing');
           await new Promise((later) => window.setTimeout(later, 700));
           found[given[0] ? 'button' : 'secondaryButton'].click();`,
          yes,
        );

      test('taken back, it stays away', async () => {
        const { driver } = extension;
        await options();
        await driver.findElement({ css: '#list button' }).click();
        await driver.wait(() => driver.executeScript("return document.querySelector('#list .none') !== null"), 5000);
        await registers([]);
        await staysAway();
      });

      test('refused when the browser asks, it is not on the list', async () => {
        const { driver } = extension;
        await options();
        await driver.findElement({ css: '#site' }).sendKeys(server.origin);
        await driver.findElement({ css: '#add button' }).click();
        await answer(false);
        await driver.wait(async () => /not/.test(String(await said())), 5000, 'it says so');
        assert.equal(await driver.executeScript("return document.querySelector('#list .none') !== null"), true);
        await registers([]);
      });

      test('granted, it is on the list and the sidebar opens there', async () => {
        const { driver } = extension;
        await options();
        await driver.findElement({ css: '#site' }).sendKeys(server.origin);
        await driver.findElement({ css: '#add button' }).click();
        await answer(true);
        await driver.wait(
          () => driver.executeScript("return document.querySelector('#list span')?.textContent === 'http://127.0.0.1'"),
          5000,
          'the site on the list',
        );
        await registers([['always', site]]);
        await driver.get(server.url('/article'));
        await sidebarIn(driver);
      });
    });

    test('by the button’s menu: granted it opens at once and from then on, revoked it stays away, refused it does nothing', async () => {
      const { driver } = extension;
      if (name === 'chromium') {
        // Its question for a site is a window of the browser's own that no driver can answer, and its
        // list of sites follows the answers: a list of ours stands in for both, in the background.
        await extension.background(
          `globalThis.sites = [];
           globalThis.answers = true;
           const changed = (event, origins) => event.dispatch({ permissions: [], origins });
           Object.assign(api.permissions, {
             getAll: async () => ({ permissions: [], origins: sites }),
             contains: async ({ origins }) => origins.every((one) => sites.includes(one)),
             request: async ({ origins }) => {
               if (!answers) return false;
               sites.push(...origins);
               changed(api.permissions.onAdded, origins);
               return true;
             },
             remove: async ({ origins }) => {
               sites = sites.filter((one) => !origins.includes(one));
               changed(api.permissions.onRemoved, origins);
               return true;
             },
           });
           changed(api.permissions.onRemoved, []);`,
        );
      } else {
        await extension.allow(site, false);
        // Firefox's question for a site is answered by a test of the options page.
        await extension.inBrowser?.("Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', false)");
      }
      await registers([]);
      await staysAway();
      await always(false);
      await sidebarIn(driver);
      await registers([['always', site]]);
      await driver.get(server.url('/article'));
      await sidebarIn(driver);
      await always(true);
      await registers([]);
      await staysAway();
      if (name === 'firefox') return;
      await extension.background('answers = false');
      await always(false);
      await new Promise((later) => setTimeout(later, 500));
      assert.deepEqual(await registered(), []);
      assert.equal(await hosts(), 0);
    });
  });
}
