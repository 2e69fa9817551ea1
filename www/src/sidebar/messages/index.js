/**
 * The sidebar's messages, one data file a language.
 *
 * To add a language: copy en.js to its BCP 47 tag, translate the values, give `other`
 * and whichever plural forms `Intl.PluralRules` names for the language, and pass the
 * object to `mount({ messages: [fr] })`: fr.js is such a file, and the demo's `?language=fr`
 * shows it. `LANGUAGES` below are the ones that every reader downloads: those of the core.
 * `{name}` stands for a value; numbers arrive already formatted.
 *
 * Of these two, what is said at first comes with the sidebar, the rest with what says it
 * (use.jsx, `learn`). A language that a page brings along is whole.
 */
import { first as ar } from './ar.js';
import { first as en } from './en.js';

/** @typedef {Partial<Record<Intl.LDMLPluralRule, string>> & {other: string}} Plural */
/**
 * @typedef {{[key: string]: any, lang: string, direction: 'ltr'|'rtl', fallbackLocale: string}} Messages
 *   `fallbackLocale`: the locale that numbers and dates are formatted in where the
 *   reader's browser names none of the language.
 */

/** @type {Messages[]} */
const LANGUAGES = [ar, en];

/**
 * The messages of a language, or the nearest there is: an interface in the article's
 * language, else in the reader's, else in English.
 *
 * @param {Array<string|null|undefined>} wanted BCP 47 tags, the best first
 * @param {Messages[]} [more] languages a host page brings along
 * @returns {Messages}
 */
export function messagesFor(wanted, more = []) {
  const known = [...more, ...LANGUAGES];
  for (const tag of wanted) {
    const primary = primaryTag(tag);
    const found = primary && known.find((m) => primaryTag(m.lang) === primary);
    if (found) return found;
  }
  return en;
}

/**
 * @param {string|null|undefined} tag
 * @returns {string} the language part of a BCP 47 tag, lower case
 */
export function primaryTag(tag) {
  return (tag || '').toLowerCase().split(/[-_]/)[0];
}

/**
 * Takes in what is said later.
 * @param {Record<string, object>} later by language
 */
export function learn(later) {
  for (const messages of LANGUAGES) Object.assign(messages, later[messages.lang]);
}
