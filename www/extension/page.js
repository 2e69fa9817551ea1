// What the extension's own pages have in common: their language, and words in their places.

import { say } from './api.js';

/** Gives the page its direction and language, and every `data-say` its words. */
export function localize() {
  document.documentElement.dir = say('@@bidi_dir');
  document.documentElement.lang = say('@@ui_locale').replace('_', '-');
  for (const element of document.querySelectorAll('[data-say]')) {
    element.textContent = say(/** @type {HTMLElement} */ (element).dataset.say ?? '');
  }
}
