// Puts a WebAssembly module's functions into the order that gzip makes least of: it looks 32 KB back, and
// functions that are like one another lie far apart in a module of 400 KB. Nothing else is changed.
//
// Binaryen orders functions by their names, so the wanted order is written as names.

import { deflateRawSync, gzipSync } from 'node:zlib';

/** Functions are alike by the runs of so many bytes that they share. */
const RUN = 6;
/** What most functions have says nothing of two. */
const COMMON = 400;
/** How much of the likeness to each function before is left at the next. Which is best is luck: each is tried. */
const FADES = [0.78, 0.82, 0.85, 0.88];
/** A long function shares more; by so much less does it count. */
const LENGTH = 0.45;
/** So many of the most alike are tried; the one that those before make most lighter is next. */
const TRIED = 16;
/** How far gzip looks back. */
const WINDOW = 32_768;

/**
 * A number of WebAssembly's (LEB128, unsigned), and where it ends.
 * @param {Uint8Array} bytes @param {number} at @returns {[number, number]}
 */
function number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return [value, at];
  }
}

/** @param {number} value @returns {number[]} */
const encoded = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...encoded(value >>> 7)]);

/** @param {number[]} bytes @returns {number[]} with their number before them */
const counted = (bytes) => [...encoded(bytes.length), ...bytes];

/**
 * The bodies of the functions that a module defines.
 * @param {Uint8Array} bytes
 */
function bodiesOf(bytes) {
  const CODE = 10;
  /** @type {Uint8Array[]} */
  const bodies = [];
  // Behind the magic number and the version a section follows the other: its kind, its length.
  for (let at = 8; at < bytes.length; ) {
    const [length, from] = number(bytes, at + 1);
    if (bytes[at] === CODE) {
      let [left, next] = number(bytes, from);
      for (; left > 0; left -= 1) {
        const [size, start] = number(bytes, next);
        next = start + size;
        bodies.push(bytes.subarray(start, next));
      }
    }
    at = from + length;
  }
  return bodies;
}

/**
 * What a function weighs behind others.
 * @param {Uint8Array} body @param {Uint8Array} before
 */
const weight = (body, before) =>
  deflateRawSync(body, { level: 9, ...(before.length > 0 && { dictionary: before }) }).length;

/**
 * The functions' numbers, each behind those that it is most like.
 * @param {Uint8Array[]} bodies
 */
function similar(bodies) {
  const alone = bodies.map((body) => weight(body, new Uint8Array()));
  const runs = bodies.map((body) => {
    /** @type {Set<number>} */
    const found = new Set();
    for (let at = 0; at + RUN <= body.length; at += 1) {
      let hash = 0;
      for (let i = at; i < at + RUN; i += 1) hash = (Math.imul(hash, 0x01000193) ^ body[i]) >>> 0;
      found.add(hash);
    }
    return found;
  });
  /** @type {Map<number, number[]>} */
  const having = new Map();
  runs.forEach((found, body) => {
    for (const run of found) having.set(run, [...(having.get(run) ?? []), body].slice(-COMMON));
  });
  const longest = bodies.reduce((longest, body, at) => (body.length > bodies[longest].length ? at : longest), 0);
  const orders = FADES.map((fades) => {
    const left = new Set(bodies.keys());
    const likeness = new Float64Array(bodies.length);
    const order = [];
    let before = Buffer.alloc(0);
    for (let next = longest; left.size > 0; ) {
      order.push(next);
      left.delete(next);
      before = Buffer.concat([before, bodies[next]]).subarray(-WINDOW);
      for (let at = 0; at < likeness.length; at += 1) likeness[at] *= fades;
      for (const run of runs[next]) {
        const others = having.get(run) ?? [];
        if (others.length < COMMON) for (const other of others) likeness[other] += 1;
      }
      const score = (/** @type {number} */ at) => likeness[at] / (bodies[at].length + 20) ** LENGTH;
      const gain = (/** @type {number} */ at) =>
        (alone[at] - weight(bodies[at], before)) / Math.sqrt(bodies[at].length);
      const tried = [...left].sort((a, b) => score(b) - score(a)).slice(0, TRIED);
      let most = Number.NEGATIVE_INFINITY;
      for (const at of tried) {
        const gained = gain(at);
        if (gained > most) [most, next] = [gained, at];
      }
    }
    return order;
  });
  const weights = orders.map((order) => gzipSync(Buffer.concat(order.map((at) => bodies[at])), { level: 9 }).length);
  return orders[weights.indexOf(Math.min(...weights))];
}

/**
 * The module with a name for each of its functions, by which they are to be ordered.
 * @param {Buffer<ArrayBuffer>} bytes
 */
export function namedBySimilarity(bytes) {
  const [CUSTOM, FUNCTIONS] = [0, 1];
  const text = (/** @type {string} */ said) => counted([...Buffer.from(said)]);
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(bytes));
  const first = imports.filter(({ kind }) => kind === 'function').length;
  const order = similar(bodiesOf(bytes));
  const width = String(order.length).length;
  const names = order
    .map((body, place) => ({ body, name: String(place).padStart(width, '0') }))
    .sort((a, b) => a.body - b.body)
    .flatMap(({ body, name }) => [...encoded(first + body), ...text(name)]);
  const functions = [FUNCTIONS, ...counted([...encoded(order.length), ...names])];
  return Buffer.concat([bytes, Buffer.from([CUSTOM, ...counted([...text('name'), ...functions])])]);
}
