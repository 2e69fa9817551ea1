/**
 * What a page's script tag names: `<script type="module" src="…/khulasa.js">` shows the
 * sidebar once the browser is idle. `data-` attributes are its options; `data-mount="false"`
 * leaves showing it to the page, which imports the same file for what `index.js` has.
 */
import { mount, optionsFrom, servedDigest } from './index.js';

export * from './index.js';

function mountByTag() {
  if (typeof document === 'undefined') return;
  const [own] = import.meta.url.split(/[?#]/);
  const tag = [...document.querySelectorAll('script[type=module][src]')].find(
    (script) => /** @type {HTMLScriptElement} */ (script).src.split(/[?#]/)[0] === own,
  );
  if (!tag || tag.getAttribute('data-mount') === 'false') return;
  const idle = globalThis.requestIdleCallback || ((/** @type {() => void} */ run) => setTimeout(run, 1));
  idle(() => mount({ ...optionsFrom((name) => tag.getAttribute(`data-${name}`)), ...servedDigest() }));
}

mountByTag();
