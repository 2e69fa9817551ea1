/**
 * The core: WebAssembly, or the same core as plain JavaScript where the page's CSP (or
 * the browser) forbids WebAssembly. The latter is asked for only then.
 */
import init, { digest, read, renew, walk } from '../pkg/khulasa.js';
import { Core, isAllowed } from './core.js';
import { KhulasaError } from './error.js';

/**
 * @typedef {string | URL | BufferSource | WebAssembly.Module | Response | PromiseLike<Response>} WasmSource
 *
 * @typedef {object} LoadOptions
 * @property {string | URL} [base] the folder that `khulasa_bg.wasm` lies in; else that of this script
 * @property {WasmSource} [wasm] the module itself or its address, where it lies elsewhere or is not
 *   to be fetched (a bundler that gives files addresses of its own, a service worker's cache)
 */

/** @type {() => WasmSource | undefined | Promise<WasmSource | undefined>} where nothing is said: beside the script */
let usual = () => undefined;

/**
 * Says where the WASM comes from unless `load` is told otherwise: what runs where nothing is
 * fetched (Node) or where all is in one file.
 * @param {typeof usual} source
 */
export function loadFrom(source) {
  usual = source;
}

/** @param {LoadOptions} options */
async function start({ base, wasm: given }) {
  let reason;
  if (isAllowed()) {
    try {
      const from = given ?? (base === undefined ? await usual() : new URL('khulasa_bg.wasm', base));
      await init(from === undefined ? undefined : { module_or_path: from });
      return new Core({ digest, read, renew, walk });
    } catch (error) {
      // Such as `connect-src 'none'`: scripts may be imported where nothing may be fetched.
      reason = error;
    }
  }
  try {
    const fallback = await import('../pkg/khulasa_fallback.js');
    await fallback.default();
    if (reason)
      console.warn(`khulasa: ${why(reason)} Plain JavaScript is used instead, which is larger and slower.`, reason);
    return new Core(fallback);
  } catch (error) {
    const message = reason
      ? `${why(reason)} Nor could the core be loaded as plain JavaScript: ${error}`
      : 'the core could not be loaded: are its files beside the script, and may the page load them?';
    throw new KhulasaError('load', message, { cause: reason ?? error });
  }
}

/**
 * What most likely keeps the WASM away, for whoever serves it. A browser does not tell scripts
 * which of the reasons it was, but in its own console.
 * @param {unknown} reason
 */
function why(reason) {
  if (reason instanceof WebAssembly.CompileError)
    return 'khulasa_bg.wasm is no WebAssembly: does a page of the site (a 404) answer in its place?';
  if (reason instanceof TypeError)
    return 'khulasa_bg.wasm could not be fetched. It has to be there, from another origin with Access-Control-Allow-Origin, and the Content-Security-Policy has to allow it in connect-src.';
  return `khulasa_bg.wasm could not be loaded (${reason}).`;
}

/** @type {Promise<Core> | undefined} */
let loading;

/**
 * Loads the core, once for all callers; what failed may be tried again.
 * @param {LoadOptions} [options] those of the first call count
 * @returns {Promise<Core>}
 * @throws {KhulasaError} `load`
 */
export function load(options = {}) {
  if (!loading) {
    loading = start(options);
    loading.catch(() => {
      loading = undefined;
    });
  }
  return loading;
}
