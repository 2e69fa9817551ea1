/**
 * `<khulasa-sidebar article="main article" side="start" length="short">`: the sidebar as
 * an element. Importing this file registers it; the class alone is `KhulasaSidebar`.
 */
import { mount, optionsFrom, servedDigest } from './index.js';

// A worker or a server has no HTMLElement; importing the class there must not throw.
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement || class {});

export class KhulasaSidebar extends Base {
  /** @type {import('./sidebar/sidebar.js').Sidebar|null} the mounted sidebar */
  sidebar = null;

  connectedCallback() {
    if (this.sidebar) return;
    this.sidebar = mount({ ...optionsFrom((name) => this.getAttribute(name)), ...servedDigest(), host: this });
    for (const type of ['digest', 'show', 'choose', 'copy', 'save', 'fold', 'unfold', 'error', 'close']) {
      this.sidebar.addEventListener(type, (event) => {
        this.dispatchEvent(
          new CustomEvent(`khulasa-${type}`, { detail: /** @type {CustomEvent} */ (event).detail, bubbles: true }),
        );
      });
    }
  }

  disconnectedCallback() {
    this.sidebar?.close();
    this.sidebar = null;
  }
}

if (globalThis.customElements && !customElements.get('khulasa-sidebar')) {
  customElements.define('khulasa-sidebar', KhulasaSidebar);
}
