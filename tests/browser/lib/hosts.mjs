// Pages that make it hard for anything to stand in them: policies, kinds of documents, and
// scripts that change what everyone uses. One article stands in all of them.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './browsers.mjs';

/** @typedef {import("../../../scripts/static-server.mjs").Page} Page */

const demo = readFileSync(join(root, 'www/demo/arabic.html'), 'utf8');
/** The demo's article, without the picture: a page of its own is not to ask for anything. */
export const article = demo
  .slice(demo.indexOf('<article'), demo.indexOf('</article>') + 10)
  .replace(/<figure>.*?<\/figure>/s, '');

/** Content Security Policies, by what they are called in PLATFORM.md. @type {Record<string, string>} */
export const policies = {
  'no CSP': '',
  'wasm-unsafe-eval': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
  strict: "default-src 'none'; script-src 'self'; style-src 'none'",
  'Trusted Types':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types",
};

/** @param {string} policy @returns {Record<string, string>} */
export const headersOf = (policy) => (policy ? { 'Content-Security-Policy': policy } : {});

/**
 * A kind of page.
 * @typedef {Object} Host
 * @property {string} why
 * @property {string} [head] markup, valid as XML too
 * @property {string} [before] markup before the article
 * @property {(article: string, framed: string) => string} [around]
 * @property {boolean} [xhtml]
 * @property {boolean} [quirks]
 * @property {Record<string, string>} [headers]
 * @property {string} [holds] JavaScript: true as long as the page is unhurt
 * @property {string} [frame] selector of the frame that an embed is in
 * @property {boolean} [embed] false: for the extension only
 */

/** What old and hostile libraries do to a page, each a script of the page's own. @type {Record<string, string>} */
const scripts = {
  // As Prototype.js and MooTools did it, enumerable, and JSON's own forms broken for good.
  '/library.js': `
    for (const [name, value] of Object.entries({
      each(act) { for (let i = 0; i < this.length; i += 1) act(this[i], i); return this; },
      toJSON() { return 'a list of ' + this.length; },
      without(one) { return this.filter((other) => other !== one); },
      include(one) { return this.indexOf(one) >= 0; },
    })) Array.prototype[name] = value;
    String.prototype.toJSON = function () { return '"' + this + '"'; };
    Date.prototype.toJSON = function () { return String(this); };
    Array.from = function (list) {
      if (!list) return [];
      const out = [];
      for (let i = 0; i < (list.length || 0); i += 1) out.push(list[i]);
      return out;
    };
    Function.prototype.bind = function (to, ...first) {
      const bound = this;
      return function (...given) { return bound.apply(to, [...first, ...given]); };
    };`,
  '/json.js': `
    window.JSON = { parse: () => { throw new Error('this page has a JSON of its own'); }, stringify: () => 'none' };`,
  '/elements.js': `
    Object.defineProperty(window, 'customElements', { value: { define() { throw new Error('no elements here'); }, get() { throw new Error('nor asked for'); } } });`,
  // A spy: everything that a sidebar needs is reported to the page, and its shadow roots are opened.
  '/spy.js': `
    window.seen = [];
    const watch = (owner, name) => {
      const native = owner[name];
      owner[name] = function (...given) { window.seen.push(name); return native.apply(this, given); };
    };
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) {
      window.seen.push('attachShadow');
      return (window.stolen = attach.call(this, { ...init, mode: 'open' }));
    };
    watch(Element.prototype, 'append');
    watch(Element.prototype, 'setAttribute');
    watch(Node.prototype, 'appendChild');
    watch(Node.prototype, 'insertBefore');
    watch(Document.prototype, 'createElement');
    watch(Document.prototype, 'createRange');
    watch(CSSStyleSheet.prototype, 'replaceSync');
    watch(JSON, 'stringify');
    watch(Array.prototype, 'map');
    watch(customElements, 'define');`,
  '/own-element.js': `
    customElements.define('khulasa-sidebar', class extends HTMLElement {
      connectedCallback() { this.textContent = "the page's own"; }
    });`,
};

/** @type {Record<string, Host>} */
export const hosts = {
  XHTML: {
    why: 'names of elements are case-sensitive, and there is no document.write',
    xhtml: true,
    holds: "document.contentType === 'application/xhtml+xml'",
  },
  'quirks mode': { why: 'no doctype', quirks: true, holds: "document.compatMode === 'BackCompat'" },
  'patched Array.prototype': {
    why: 'enumerable additions, another Array.from, other forms in JSON',
    head: '<script src="/library.js"></script>',
    holds: 'JSON.stringify([1]) === \'"a list of 1"\' && Object.keys(Array.prototype).length === 4',
  },
  'patched JSON': {
    why: 'JSON that only throws',
    head: '<script src="/json.js"></script>',
    holds: "JSON.stringify({}) === 'none'",
  },
  'patched customElements': {
    why: 'defining an element throws',
    head: '<script src="/elements.js"></script>',
    holds: "(() => { try { customElements.get('a-b'); } catch { return true; } })()",
  },
  'a spying page': {
    why: 'shadow roots are opened and calls reported; the extension lives in a world of its own',
    head: '<script src="/spy.js"></script>',
    holds: "!window.stolen && !window.seen.includes('attachShadow')",
    embed: false,
  },
  'own element of the same name': {
    why: 'khulasa-sidebar and our attribute are the page’s',
    head: '<script src="/own-element.js"></script>',
    before: '<khulasa-sidebar></khulasa-sidebar><div data-khulasa="extension">kept</div>',
    holds:
      "document.querySelector('khulasa-sidebar').textContent === \"the page's own\" && document.querySelector('div[data-khulasa=extension]').textContent === 'kept'",
  },
  'CSP sandbox': {
    why: 'an origin of its own: no storage, no cookies',
    headers: { 'Content-Security-Policy': 'sandbox allow-scripts', 'Access-Control-Allow-Origin': '*' },
    holds: "self.origin === 'null'",
  },
  'sandboxed iframe': {
    why: 'the article stands beside a frame that nobody may look into; the embed stands in it',
    around: (inside, framed) => `${inside}<iframe sandbox="allow-scripts" src="${framed}"></iframe>`,
    frame: 'iframe',
    holds: "document.querySelector('iframe') === null || document.querySelector('iframe').contentDocument === null",
  },
  'X-Frame-Options': {
    why: 'no frame may show it, nor does it show one',
    headers: { 'X-Frame-Options': 'DENY', 'Content-Security-Policy': "frame-ancestors 'none'; frame-src 'none'" },
  },
  'same-origin iframe': {
    why: 'the article stands in a frame, the page around it has none',
    around: () => '<iframe src="/article" width="900" height="900"></iframe>',
  },
  'open shadow root': {
    why: 'the article stands in a shadow root',
    around: () => '<div id="place"></div><script src="/shadow.js"></script>',
    holds: "document.querySelector('#place').shadowRoot.querySelector('article p') !== null",
  },
};

/**
 * @param {Host} host @param {string} [more] markup at the end
 * @param {string} [framed] what a frame of its shows @returns {Page}
 */
export function pageOf(
  { head = '', before = '', around = (inside) => inside, xhtml, quirks, headers, holds },
  more = '',
  framed = '/article',
) {
  // Asked in the page itself: a driver's script may have an Array of its own.
  const asked = holds
    ? `<script src="/holds.js?${Object.values(hosts).findIndex((host) => host.holds === holds)}"></script>`
    : '';
  const attributes = xhtml ? ' xmlns="http://www.w3.org/1999/xhtml" xml:lang="ar"' : '';
  const start = xhtml ? '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html>' : quirks ? '' : '<!doctype html>';
  return {
    body: `${start}<html lang="ar" dir="rtl"${attributes}><head><meta charset="utf-8"/><title>سد وادي النخيل</title>
<meta property="og:type" content="article"/><script src="/watch.js"></script>${head}${asked}</head>
<body><header><p>صحيفة الوادي</p></header>${before}<main>${around(article, framed)}</main>${more}</body></html>`,
    headers: { ...(xhtml && { 'Content-Type': 'application/xhtml+xml' }), ...headers },
  };
}

/** @param {string} body @returns {Page} */
const script = (body) => ({
  body,
  headers: { 'Content-Type': 'text/javascript', 'Access-Control-Allow-Origin': '*' },
});

/** What a publisher's page has to show the sidebar; open, so that a test sees what is in it. */
export const embedded = '<script type="module" src="/embed.js"></script>';

/** Chromium and WebKit run no module script of an XML document (crbug.com/717643), but import modules. */
const imported = '<script src="/import.js"></script>';

/** Every page and script of this file, by path, for `serve`. @type {Record<string, Page>} */
export const pages = {
  // What a page hears of what went wrong in it.
  '/watch.js': script(`
    window.violations = [];
    window.failures = [];
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      // Which the browser asks for by itself.
      if (!blockedURI.endsWith('/favicon.ico')) violations.push(effectiveDirective + ' ' + blockedURI);
    });
    addEventListener('error', ({ message }) => failures.push(message));
    addEventListener('unhandledrejection', ({ reason }) => failures.push(String(reason)));`),
  '/holds.js': script(`
    const holds = [${Object.values(hosts).map(({ holds }) => `() => (${holds ?? true})`)}];
    window.holds = holds[Number(new URL(document.currentScript.src).search.slice(1))];`),
  '/embed.js': script(`
    import { mount } from '/embed/khulasa.js';
    window.sidebar = mount({ mode: 'open', collapsed: false });`),
  '/import.js': script(
    "import('/embed/khulasa.js').then(({ mount }) => { window.sidebar = mount({ mode: 'open', collapsed: false }); });",
  ),
  '/shadow.js': script(`
    const shadow = document.querySelector('#place').attachShadow({ mode: 'open' });
    shadow.append(...new DOMParser().parseFromString(${JSON.stringify(article)}, 'text/html').body.childNodes);`),
  '/article': pageOf({ why: '' }),
  '/framed': pageOf({ why: '', headers: { 'Access-Control-Allow-Origin': '*' } }, embedded),
  ...Object.fromEntries(Object.entries(scripts).map(([path, body]) => [path, script(body)])),
  ...Object.fromEntries(
    Object.values(hosts).flatMap((host, i) => [
      // No embed in its frame either: that asks for its files whenever it likes.
      [`/host-${i}`, pageOf(host)],
      [`/host-${i}-embed`, pageOf(host, host.frame ? '' : host.xhtml ? imported : embedded, '/framed')],
    ]),
  ),
  ...Object.fromEntries(
    Object.values(policies).flatMap((policy, i) => [
      [`/policy-${i}`, pageOf({ why: '', headers: headersOf(policy) })],
      [`/policy-${i}-embed`, pageOf({ why: '', headers: headersOf(policy) }, embedded)],
      [`/demo/policy-${i}.html`, { body: demo, headers: headersOf(policy) }],
    ]),
  ),
};
