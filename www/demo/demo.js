/**
 * The demo's article pages: the sidebar opens by itself on an article, and by the button
 * once it was closed. `?mode=open` lets the browser tests look into the shadow root.
 */

import fr from '../src/sidebar/messages/fr.js';
// @ts-expect-error the embed lies beside the demo once both are built
import { mount } from './embed/khulasa.js';

const ask = new URLSearchParams(location.search);
document.documentElement.classList.toggle('coloured', ask.has('colours'));
/** @type {any} */
let sidebar = null;

/** @param {boolean} focus whether a reader asked for it */
function open(focus) {
  if (sidebar && !sidebar.closed) {
    sidebar.fold(false);
    return;
  }
  sidebar = mount({
    focus,
    // What the page is there to show, whatever room its reader's window leaves.
    collapsed: false,
    mode: ask.get('mode') === 'open' ? 'open' : 'closed',
    language: ask.get('language') || undefined,
    messages: [fr],
    article: ask.get('article') || undefined,
  });
}

for (const button of document.querySelectorAll('[data-open]')) button.addEventListener('click', () => open(true));
if (document.querySelector('article') && ask.get('closed') === null) open(false);
