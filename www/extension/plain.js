// The core as plain JavaScript, put into a page after content.js where a content script
// has no WebAssembly that it could ask for unnoticed (content.js says why).

import * as core from '../pkg/khulasa_fallback.js';

const runner = /** @type {any} */ (globalThis)[Symbol.for('khulasa.extension')];
runner?.give('plain', Promise.resolve(core));
