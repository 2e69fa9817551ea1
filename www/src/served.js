/**
 * A digest that the publisher's server made, and whether it is one. Loaded with what a digest
 * that comes with the page needs (sidebar/use.jsx).
 *
 * @param {string} text JSON
 * @param {Document} document the page
 * @returns {Pick<import('./sidebar/sidebar.js').MountOptions, 'digest'|'blocks'>} nothing where it is
 *   none or the page no longer has its sentences, which the console is told
 */
export function served(text, document) {
  try {
    const given = JSON.parse(text);
    const digest = given.digest ?? given;
    const lists = [digest.summary, digest.figures, digest.dates, digest.quotes];
    const isMention = (/** @type {any} */ one) =>
      typeof one?.text === 'string' && Number.isInteger(one.span?.start) && Number.isInteger(one.span?.end);
    if (!lists.every((list) => Array.isArray(list) && list.every(isMention))) throw new TypeError('it is no digest');
    // Spaces and marks of direction differ between a newsroom's system and its pages.
    const bare = (/** @type {string} */ words) => words.replace(/[\s\p{Cf}]+/gu, '');
    const page = bare(document.body.textContent ?? '');
    if (!digest.summary.every((/** @type {any} */ sentence) => page.includes(bare(sentence.text))))
      throw new Error('the article has changed since it was made');
    return { digest, blocks: given.digest ? given.article : undefined };
  } catch (error) {
    console.warn(`khulasa: the served digest is passed over and the article read instead: ${error}`);
    return {};
  }
}
