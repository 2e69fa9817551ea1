// Each language's messages are whole: the keys, the values in them, the plural forms.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import en from '../../www/src/sidebar/messages/en.js';

const folder = fileURLToPath(new URL('../../www/src/sidebar/messages', import.meta.url));
const files = readdirSync(folder).filter((name) => name !== 'index.js');
// Objects by a name of the digest, not by a plural form.
const named = ['kinds', 'modifiers', 'dateModifiers', 'seasons'];
const places = (/** @type {string} */ text) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

assert.ok(files.length >= 3);
for (const file of files) {
  test(`messages/${file} is whole`, async () => {
    /** @type {import('../../www/src/sidebar/messages/index.js').Messages} */
    const messages = (await import(pathToFileURL(join(folder, file)).href)).default;
    assert.equal(`${messages.lang}.js`, file);
    assert.ok(['ltr', 'rtl'].includes(messages.direction));
    assert.deepEqual(Intl.getCanonicalLocales(messages.fallbackLocale), [messages.fallbackLocale]);
    assert.deepEqual(Object.keys(messages).sort(), Object.keys(en).sort());
    const forms = new Intl.PluralRules(messages.lang).resolvedOptions().pluralCategories;
    for (const [key, model] of Object.entries(en)) {
      const said = messages[key];
      if (typeof model === 'string') {
        assert.equal(typeof said, 'string', key);
        assert.deepEqual(places(said), places(model), key);
      } else if (named.includes(key)) {
        assert.deepEqual(Object.keys(said).sort(), Object.keys(model).sort(), key);
        for (const [name, text] of Object.entries(model))
          assert.deepEqual(places(said[name]), places(text), `${key}.${name}`);
      } else {
        // French has `many` for a million and more: a digest has no million of anything.
        const needed = forms.filter((form) => messages.lang === 'ar' || form !== 'many');
        for (const form of needed) if (form !== 'zero') assert.ok(said[form], `${key}.${form}`);
        for (const form of Object.keys(said))
          assert.ok(form === 'zero' || forms.includes(/** @type {any} */ (form)), `${key}.${form}`);
        assert.match(said.other, /\{n\}/, key);
      }
    }
  });
}
