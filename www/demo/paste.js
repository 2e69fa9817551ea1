/**
 * A visitor's own article: its lines become paragraphs of this page, and the sidebar
 * reads them as it reads any page. Nothing is sent anywhere.
 */
// @ts-expect-error the embed lies beside the demo once both are built
import { mount } from './embed/khulasa.js';

const form = /** @type {HTMLFormElement} */ (document.querySelector('.paste'));
const article = /** @type {HTMLElement} */ (document.querySelector('#story'));
const mode = new URLSearchParams(location.search).get('mode') === 'open' ? 'open' : 'closed';
/** @type {any} */
let sidebar = null;

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const data = new FormData(form);
  const lines = String(data.get('text'))
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean);
  sidebar?.close();
  article.hidden = false;
  article.replaceChildren(
    ...lines.map((line) => {
      const paragraph = document.createElement('p');
      paragraph.dir = 'auto';
      paragraph.textContent = line;
      return paragraph;
    }),
  );
  sidebar = mount({ article, mode, focus: true, published: String(data.get('published') || '') || undefined });
});
