/** Long work in parts, so that the page can answer its reader in between. */

/** Milliseconds of work after which the page has its turn. */
const SPELL = 8;

/** @returns {Promise<void>} settles once the browser had its turn */
export function rest() {
  const { scheduler } = /** @type {any} */ (globalThis);
  return scheduler?.yield ? scheduler.yield() : new Promise((done) => setTimeout(done));
}

/** @typedef {() => Promise<void>} Pace to be awaited between two parts of a work */

/** @returns {Pace} rests where the work has gone on for a while */
export function paced() {
  let from = performance.now();
  return async () => {
    if (performance.now() - from < SPELL) return;
    await rest();
    from = performance.now();
  };
}
