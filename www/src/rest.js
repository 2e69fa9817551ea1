/** Long work in parts, so that the page can answer its reader in between. */

/** Milliseconds of work after which the page has its turn. */
const SPELL = 8;

/** Rests in which the browser alone has its turn, and not what else the page has to do. */
const FEW = 3;

/**
 * Settles once the browser had its turn: `yield` goes on before what else waits, which is right for
 * what is soon done and starves the page otherwise.
 * @param {boolean} [long]
 * @returns {Promise<void>}
 */
export function rest(long) {
  const { scheduler } = /** @type {any} */ (globalThis);
  if (!long && scheduler?.yield) return scheduler.yield();
  return new Promise((done) => setTimeout(done));
}

/** @typedef {() => Promise<void>} Pace to be awaited between two parts of a work */

/** @returns {Pace} rests where the work has gone on for a while */
export function paced() {
  let rests = 0;
  let from = performance.now();
  return async () => {
    if (performance.now() - from < SPELL) return;
    rests += 1;
    await rest(rests > FEW);
    from = performance.now();
  };
}
