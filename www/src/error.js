/**
 * The one error that the package throws. `code` says which:
 *
 * | code          | meaning |
 * | ------------- | ------- |
 * | `load`        | the core could not be loaded or compiled; `cause` is what the browser said |
 * | `no-article`  | the page, or what the selector names, holds no article |
 * | `selector`    | what was given as a selector is none |
 * | `no-page`     | a sidebar, or an article of the page, was asked for where there is no document |
 * | `core`        | the core failed: a bug of ours, please report it |
 *
 * What a caller got wrong otherwise is a `TypeError`; what an `AbortSignal` ended rejects with
 * the signal's own reason.
 *
 * @typedef {'load'|'no-article'|'selector'|'no-page'|'core'} ErrorCode
 */
export class KhulasaError extends Error {
  /**
   * @param {ErrorCode} code
   * @param {string} message
   * @param {{cause?: unknown}} [options]
   */
  constructor(code, message, options) {
    super(message, options);
    this.name = 'KhulasaError';
    /** @type {ErrorCode} */
    this.code = code;
  }
}
