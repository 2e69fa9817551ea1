/**
 * The one error that the package throws. `code` says which:
 *
 * | code          | meaning |
 * | ------------- | ------- |
 * | `load`        | the core could not be loaded or compiled |
 * | `no-article`  | the page, or what the selector names, holds no article |
 * | `core`        | the core failed: a bug of ours, please report it |
 */
export class KhulasaError extends Error {
  /**
   * @param {'load'|'no-article'|'core'} code
   * @param {string} message
   * @param {{cause?: unknown}} [options]
   */
  constructor(code, message, options) {
    super(message, options);
    this.name = 'KhulasaError';
    this.code = code;
  }
}
