/**
 * What a reader takes along: copies, links, a saved page, a sheet of paper. Loaded with the menus
 * (more.jsx); share.js writes the forms.
 *
 * @typedef {import('./sidebar.js').Sidebar} Sidebar
 * @typedef {import('./types.js').Item} Item
 */
import { adopt, unadopt } from '../adopt.js';
import { asJson, asMarkdown, asPage, asText, passageLink } from './share.js';

/** @param {Sidebar} sidebar */
function sourceOf({ document, state, reading }) {
  return {
    title: state.model?.digest.title || reading?.article.title || document.title,
    url: document.location.href.split('#')[0],
  };
}

/** @param {Sidebar} sidebar @param {Item} item */
export function copyItem(sidebar, item) {
  const quote = item.type === 'quote' ? sidebar.state.model.digest.quotes[item.index] : null;
  const by = quote?.speaker?.name ? ` (${quote.speaker.name})` : '';
  const said = item.type === 'sentence' || quote ? item.text : item.around;
  return copy(sidebar, quote?.direct ? `«${said}»${by}` : said + by);
}

/** @param {Sidebar} sidebar @param {Item} item */
export function copyLink(sidebar, item) {
  return copy(sidebar, linkTo(sidebar, item));
}

/**
 * @param {Sidebar} sidebar
 * @param {Item} item
 * @returns {string} a link that leads a browser to the passage
 */
export function linkTo({ state, reading, options, document }, item) {
  const at = item.span.block ?? -1;
  const block = reading?.article.blocks[at]?.text || options.blocks?.blocks[at]?.text;
  const span = block ? item.span : { block: null, start: item.at, end: item.at + item.text.length };
  return passageLink(document.location.href, block || item.around, span, state.model.text);
}

/** @param {Sidebar} sidebar @param {'text'|'markdown'|'json'} form */
export function share(sidebar, form) {
  const { model, f } = sidebar.state;
  const source = sourceOf(sidebar);
  return copy(
    sidebar,
    form === 'json' ? asJson(model, source) : (form === 'text' ? asText : asMarkdown)(model, f, source),
  );
}

/**
 * @param {Sidebar} sidebar
 * @param {string} text
 * @returns {Promise<boolean>} whether the browser let it into the clipboard
 */
async function copy(sidebar, text) {
  const { view, document } = sidebar;
  let done = true;
  try {
    await view.navigator.clipboard.writeText(text);
  } catch {
    done = copyOld(document, text);
  }
  const said = sidebar.state.f.say(done ? 'copied' : 'copyFailed');
  sidebar.set({ note: said, announcement: said });
  sidebar.emit('copy', { text, done });
  view.setTimeout(() => sidebar.state.note === said && sidebar.set({ note: '' }), 2400);
  return done;
}

/**
 * Where the clipboard's own interface is refused (no secure context, no permission).
 * @param {Document} document
 * @param {string} text
 */
function copyOld(document, text) {
  const put = (/** @type {ClipboardEvent} */ event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
  };
  document.addEventListener('copy', put, { capture: true, once: true });
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    document.removeEventListener('copy', put, { capture: true });
  }
}

/** Gives the digest to the reader as one HTML file. @param {Sidebar} sidebar */
export function save(sidebar) {
  const { view, document, state } = sidebar;
  const page = asPage(state.model, state.f, sourceOf(sidebar), state.messages);
  const url = view.URL.createObjectURL(new Blob([page], { type: 'text/html' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `khulasa-${new Date().toISOString().slice(0, 10)}.html`;
  link.click();
  view.setTimeout(() => view.URL.revokeObjectURL(url), 10_000);
  sidebar.emit('save', { page });
}

/** Prints the digest alone: the page's body is left out while the paper is drawn. @param {Sidebar} sidebar */
export function print(sidebar) {
  const { view, document, options } = sidebar;
  const alone = new view.CSSStyleSheet();
  const own = options.host?.localName;
  alone.replaceSync(
    `@media print{${own ? `body :not(${own}):not(:has(${own}))` : 'body'}{display:none!important}:root{margin:0!important;padding:0!important}}`,
  );
  sidebar.set({ printing: true, menu: null });
  adopt(document, alone);
  try {
    view.print();
  } finally {
    unadopt(document, alone);
    sidebar.set({ printing: false });
  }
}
