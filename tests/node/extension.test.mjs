// What the extension lets in: messages by sender and shape, settings, addresses of sites.

import assert from 'node:assert/strict';
import { test } from 'node:test';

const id = 'abcdefgh';
Object.assign(globalThis, {
  chrome: { runtime: { id, getURL: (/** @type {string} */ path) => `chrome-extension://${id}/${path}` } },
});
const { heard, messageOf, patternOf, settingsOf } = await import('../../www/extension/api.js');

test('messages are known by their shape', () => {
  for (const message of [{ type: 'article' }, { type: 'closed' }, { type: 'digest', figures: 3 }])
    assert.deepEqual(messageOf(message), message);
  assert.deepEqual(messageOf({ type: 'settings', settings: { side: 'left', more: 1 } }), {
    type: 'settings',
    settings: { side: 'left' },
  });
  for (const wrong of [
    null,
    'digest',
    [],
    { type: 'digest' },
    { type: 'digest', figures: '3' },
    { type: 'digest', figures: -1 },
    { type: 'digest', figures: 1.5 },
    { type: 'closed', more: 1 },
    { type: 'settings' },
    { type: 'open' },
  ])
    assert.equal(messageOf(wrong), null, JSON.stringify(wrong));
});

test('messages are heard from a content script of ours in a page itself, and from nowhere else', () => {
  const sender = { id, frameId: 0, url: 'https://example.org/news', tab: { id: 7 } };
  const message = { type: 'digest', figures: 3 };
  assert.deepEqual(heard(message, sender), { message, tabId: 7, url: sender.url });
  for (const [why, other] of Object.entries({
    'another extension': { id: 'ponmlkji' },
    'a page, which has no id': { id: undefined },
    'a frame': { frameId: 3 },
    'no frame is said': { frameId: undefined },
    'our own page in a tab': { url: `chrome-extension://${id}/options.html` },
    'no tab': { tab: undefined },
    'a tab that is none': { tab: { id: undefined } },
  }))
    assert.equal(heard(message, { ...sender, ...other }), null, why);
  assert.equal(heard({ type: 'digest', figures: 'many' }, sender), null, 'the shape');
});

test('settings are taken by their shape, one by one', () => {
  assert.deepEqual(settingsOf({ side: 'left', length: 'endless', width: 9, theme: ['dark'] }), { side: 'left' });
  assert.deepEqual(settingsOf({ width: 401.4, language: 'ar' }), { width: 401, language: 'ar' });
  // Nothing comes in by way of a prototype.
  assert.deepEqual(settingsOf(Object.create({ side: 'left' })), {});
  assert.deepEqual(settingsOf(JSON.parse('{"__proto__": {"side": "left"}}')), {});
});

test('a site is one scheme and one host', () => {
  assert.equal(patternOf('example.org/news'), 'https://example.org/*');
  assert.equal(patternOf('http://localhost:8080/a'), 'http://localhost/*');
  assert.match(patternOf('https://صحيفة.example/') ?? '', /^https:\/\/xn--[a-z0-9]+\.example\/\*$/);
  for (const wrong of ['', 'about:blank', 'file:///a', 'ht tp://a', 'https://*/', 'https://reader@example.org/'])
    assert.equal(patternOf(wrong), null, wrong);
});
