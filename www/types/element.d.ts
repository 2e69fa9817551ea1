import type { Sidebar } from './index.js';

/** `<khulasa-sidebar>`; importing this registers it. Its attributes are `mount`'s options. */
export class KhulasaSidebar extends HTMLElement {
  /** Null before it is in a page, and after. */
  sidebar: Sidebar | null;
}

declare global {
  interface HTMLElementTagNameMap {
    'khulasa-sidebar': KhulasaSidebar;
  }
}
