/**
 * A single-page site: its links put another story into the page, and a correction changes
 * the one that stands there. The sidebar is mounted once and follows.
 */
// @ts-expect-error the embed lies beside the demo once both are built
import { mount } from './embed/khulasa.js';

const ask = new URLSearchParams(location.search);
const main = /** @type {HTMLElement} */ (document.querySelector('main'));
const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll('[data-story]')]);

/** @param {string} address of a page whose story is put into this one */
async function show(address) {
  const text = await (await fetch(address)).text();
  const page = new DOMParser().parseFromString(text, 'text/html');
  const story = page.querySelector('article');
  if (!story) return;
  const { lang, dir } = page.documentElement;
  main.lang = lang;
  main.dir = dir || 'ltr';
  document.title = page.title;
  main.replaceChildren(document.importNode(story, true));
  for (const link of links) link.toggleAttribute('aria-current', link.getAttribute('href') === address);
}

/** @param {string | null} name of a story, as it stands in the address */
const addressOf = (name) => (name === 'arabic' ? 'arabic.html' : 'english.html');

for (const link of links) {
  link.addEventListener('click', async (event) => {
    event.preventDefault();
    const address = link.getAttribute('href') ?? '';
    history.pushState({}, '', `?story=${address.replace('.html', '')}${ask.has('mode') ? '&mode=open' : ''}`);
    await show(address);
  });
}
addEventListener('popstate', () => show(addressOf(new URLSearchParams(location.search).get('story'))));

document.querySelector('[data-correct]')?.addEventListener('click', () => {
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = /** @type {Text} */ (walker.currentNode);
    const corrected = text.data.replace(/\b(1,?8)(\d\d)(?= )/, (_, thousands, rest) => thousands + (Number(rest) + 11));
    if (corrected === text.data) continue;
    text.data = corrected;
    return;
  }
});

await show(addressOf(ask.get('story')));
mount({ article: 'main article', collapsed: false, mode: ask.get('mode') === 'open' ? 'open' : 'closed' });
