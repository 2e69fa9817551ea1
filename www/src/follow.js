/**
 * Where a page holds several articles, one below the other, the sidebar keeps to the one
 * that is being read: the one that fills most of the window. What loads while the reader
 * scrolls is taken in.
 *
 * @typedef {import('./sidebar/sidebar.js').Sidebar} Sidebar
 */

/** Characters in paragraphs below which an element is a card or a comment, and no article. */
const LEAST_TEXT = 300;

/**
 * @param {Sidebar} sidebar
 * @param {string} selector of the articles
 */
export function follow(sidebar, selector) {
  const { document, view } = sidebar;
  if (!view.IntersectionObserver) return;
  /** @type {Set<Element>} */
  const known = new Set();
  const seen = new view.IntersectionObserver(
    () => {
      let here = null;
      let most = 0;
      for (const element of known) {
        const { top, bottom } = element.getBoundingClientRect();
        const height = Math.min(bottom, view.innerHeight) - Math.max(top, 0);
        if (height > most) [here, most] = [element, height];
      }
      if (!here || sidebar.root === here || known.size < 2) return;
      sidebar.options.article = here;
      sidebar.read();
    },
    // A tall article passes one of these each half window or so.
    { threshold: Array.from({ length: 21 }, (_, n) => n / 20) },
  );
  const look = () => {
    /** @type {NodeListOf<Element>} */
    let all;
    try {
      all = document.querySelectorAll(selector);
    } catch {
      // Not a selector: reading the article says so.
      return;
    }
    for (const element of all) {
      if (known.has(element) || [...known].some((outer) => outer.contains(element)) || !isArticle(element)) continue;
      known.add(element);
      seen.observe(element);
    }
    for (const element of known) {
      if (element.isConnected) continue;
      known.delete(element);
      seen.unobserve(element);
    }
  };
  let waiting = 0;
  const added = new view.MutationObserver(() => {
    waiting ||= view.setTimeout(() => {
      waiting = 0;
      look();
    }, 300);
  });
  look();
  if (sidebar.options.watch !== false) added.observe(document.body, { childList: true, subtree: true });
  sidebar.addEventListener('close', () => {
    seen.disconnect();
    added.disconnect();
    view.clearTimeout(waiting);
  });
}

/** @param {Element} element */
function isArticle(element) {
  let length = 0;
  for (const p of element.querySelectorAll('p')) {
    length += p.textContent?.length ?? 0;
    if (length >= LEAST_TEXT) return true;
  }
  return false;
}
