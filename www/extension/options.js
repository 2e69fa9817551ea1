// The options page: the sidebar's settings and the sites it opens on by itself. The
// browser's own permissions are the list of sites; what is taken off it here, or in the
// browser's own settings, is off it in both.

import { api, choices, grantedSites, patternOf, readSettings, say, writeSettings } from './api.js';
import { localize } from './page.js';

/** Languages by their own names, which every reader of them knows. */
const names = /** @type {Record<string, string>} */ ({ ar: 'العربية', en: 'English', fr: 'Français' });

/** The first value stands for no setting: the article or the browser decides. */
const fields = [
  {
    key: 'language',
    values: ['', ...choices.language],
    label: (/** @type {string} */ v) => names[v] ?? say('languageAuto'),
  },
  { key: 'side', values: ['', ...choices.side] },
  { key: 'length', values: choices.length },
  { key: 'theme', values: ['', ...choices.theme] },
];

/** @param {string} selector @returns {any} */
const at = (selector) => document.querySelector(selector);

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} children
 */
function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** @param {import("./api.js").Settings} settings */
function drawSettings(settings) {
  const kept = /** @type {Record<string, string>} */ (/** @type {unknown} */ (settings));
  for (const { key, values, label } of fields) {
    const word = (/** @type {string} */ value) =>
      label?.(value) ?? say(`${key}${value ? value[0].toUpperCase() + value.slice(1) : 'Auto'}`);
    const group = make('div', { class: 'choices' });
    for (const value of values) {
      const radio = /** @type {HTMLInputElement} */ (
        make('input', { type: 'radio', name: key, value, id: `${key}-${value}` })
      );
      radio.checked = value === (kept[key] ?? values[0]);
      const text = make('label', { for: radio.id }, word(value));
      if (key === 'language' && value) text.lang = value;
      group.append(radio, text);
    }
    const help = say(`${key}Help`);
    const field = make('fieldset', {}, make('legend', {}, say(key)), group);
    if (help) field.append(make('p', { class: 'help' }, help));
    at('#settings').append(field);
  }
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let fading;
async function keep() {
  const form = new FormData(at('#settings'));
  const { width } = await readSettings();
  const chosen = Object.fromEntries([...form].filter(([, value]) => value !== ''));
  await writeSettings(/** @type {any} */ ({ ...chosen, ...(width && { width }) }));
  at('#saved').textContent = say('saved');
  clearTimeout(fading);
  fading = setTimeout(() => {
    at('#saved').textContent = '';
  }, 2000);
}

/** @param {string} pattern @returns {string} what a reader calls it */
const nameOf = (pattern) => pattern.replace(/^https:\/\//, '').replace(/\/\*$/, '');

async function drawSites() {
  const sites = await grantedSites();
  const rows = sites.map((site) => {
    const name = nameOf(site);
    const remove = make('button', { type: 'button', 'aria-label': say('siteRemove', name) }, say('siteRemoveShort'));
    remove.addEventListener('click', async () => {
      const done = await api.permissions.remove({ origins: [site] });
      at('#said').textContent = say(done ? 'siteRemoved' : 'siteRefused', name);
      at('#site').focus();
    });
    return make('li', {}, make('span', { dir: 'ltr' }, name), remove);
  });
  at('#list').replaceChildren(...(rows.length > 0 ? rows : [make('li', { class: 'none' }, say('sitesNone'))]));
}

localize();
document.title = say('optionsTitle');
drawSettings(await readSettings());
at('#settings').addEventListener('change', keep);
at('#add').addEventListener('submit', (/** @type {SubmitEvent} */ event) => {
  event.preventDefault();
  const input = at('#site');
  const origin = patternOf(input.value);
  input.setAttribute('aria-invalid', String(origin === null));
  if (origin === null) {
    at('#said').textContent = say('siteBad');
    return;
  }
  // Within the event, as only then the browser asks the reader.
  api.permissions.request({ origins: [origin] }).then(
    (/** @type {boolean} */ granted) => {
      at('#said').textContent = say(granted ? 'siteAdded' : 'siteRefused', nameOf(origin));
      if (granted) input.value = '';
    },
    () => {
      at('#said').textContent = say('siteBad');
    },
  );
});
api.permissions.onAdded.addListener(drawSites);
api.permissions.onRemoved.addListener(drawSites);
await drawSites();
const commands = await api.commands.getAll();
const shortcut = commands.find((/** @type {any} */ command) => command.name === '_execute_action')?.shortcut;
// An Arabic sentence would turn the key's parts around.
at('#key').textContent = shortcut ? say('keysHelp', `\u2066${shortcut}\u2069`) : say('keysNone');
document.documentElement.dataset.ready = '';
