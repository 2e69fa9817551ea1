/** Style sheets of ours in a document or a shadow root, beside those that are there. */

/**
 * @param {Document|ShadowRoot} root
 * @param {CSSStyleSheet} sheet
 */
export function adopt(root, sheet) {
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/**
 * @param {Document|ShadowRoot} root
 * @param {CSSStyleSheet} sheet
 */
export function unadopt(root, sheet) {
  root.adoptedStyleSheets = root.adoptedStyleSheets.filter((known) => known !== sheet);
}
