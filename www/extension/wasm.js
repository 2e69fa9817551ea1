// The core as WebAssembly, put into a page after content.js. Its bytes lie in the script:
// a file that a content script could fetch, a page could fetch as well.

import * as core from '../pkg/khulasa.js';
import bytes from '../pkg/khulasa_bg.wasm';

const runner = /** @type {any} */ (globalThis)[Symbol.for('khulasa.extension')];
runner?.give(
  'wasm',
  core.default({ module_or_path: bytes }).then(() => core),
);
