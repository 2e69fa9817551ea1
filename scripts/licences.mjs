// Whether everything that the project is made of and built with may be used so: the licence of
// every crate and npm package of the lock files, as the packages state them. Needs no network.
// `node scripts/licences.mjs`; exits with 1 where one is missing or not on the list.
//
// Advisories are looked up by `npm audit` and `cargo deny` where their servers are in reach;
// docs/STRENGTH.md.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';

const root = resolve(import.meta.dirname ?? '.', '..');

/** Ask for no more than that their text and names are kept. */
const permissive = [
  'MIT',
  'MIT-0',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'Zlib',
  'Unicode-3.0',
  'CC0-1.0',
  'Unlicense',
  '0BSD',
  'BlueOak-1.0.0',
];
/** And of what only builds and tests: file by file, or without a version in its name. */
const ofTools = [...permissive, 'MPL-2.0', 'Python-2.0', 'BSD'];

/**
 * Whether an SPDX expression leaves a choice that is on a list.
 * @param {string} expression
 * @param {string[]} allowed
 */
function fits(expression, allowed) {
  // The old form of OR, and exceptions, which only ever give more.
  const plain = expression.replaceAll('/', ' OR ').replace(/ WITH [\w.-]+/g, '');
  const tokens = plain.match(/[()]|[\w.+-]+/g) ?? [];
  let at = 0;
  /** @returns {boolean} */
  const one = () => {
    const token = tokens[at++];
    if (token !== '(') return allowed.includes(token);
    const inside = any();
    at += 1;
    return inside;
  };
  const all = () => {
    let holds = one();
    while (tokens[at] === 'AND') {
      at += 1;
      holds = one() && holds;
    }
    return holds;
  };
  const any = () => {
    let holds = all();
    while (tokens[at] === 'OR') {
      at += 1;
      holds = all() || holds;
    }
    return holds;
  };
  return tokens.length > 0 && any() && at === tokens.length;
}

/** @typedef {{ name: string, licence: string, ships: boolean }} Package */

/** The crates of a Cargo.lock; what ships is what the library needs, tests and build scripts apart. @param {string} folder */
function crates(folder) {
  const arguments_ = ['metadata', '--format-version', '1', '--locked', '--all-features'];
  const told = execFileSync('cargo', arguments_, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  const { packages, resolve: graph } = JSON.parse(told);
  const nodes = new Map(graph.nodes.map((/** @type {any} */ node) => [node.id, node]));
  const ships = new Set();
  for (const queue = [graph.root]; queue.length > 0; ) {
    const id = queue.pop();
    if (ships.has(id)) continue;
    ships.add(id);
    for (const { pkg, dep_kinds: kinds } of nodes.get(id)?.deps ?? [])
      if (kinds.some((/** @type {any} */ of) => of.kind === null)) queue.push(pkg);
  }
  return packages.map((/** @type {any} */ one) => ({
    name: `${one.name} ${one.version}`,
    licence: one.license ?? '',
    ships: ships.has(one.id),
  }));
}

/** The npm packages of a lock file. @param {string} file @returns {Package[]} */
function modules(file, ships = true) {
  const { packages } = JSON.parse(readFileSync(join(root, file), 'utf8'));
  return Object.entries(packages)
    .filter(([path, one]) => path && !one.link)
    .map(([path, one]) => ({
      name: `${path.replace(/^.*node_modules\//, '')} ${one.version}`,
      licence: one.license ?? '',
      ships: ships && !one.dev,
    }));
}

/** Whose lock file has none; as its package says otherwise. @type {Record<string, string>} */
const known = { 'spacetime-holiday 0.3.0': 'MIT' };

/** @type {Package[]} */
const all = [...crates(root), ...modules('package-lock.json'), ...modules('www/bench/package-lock.json', false)];
const wrong = all.filter(
  ({ name, licence, ships }) => !fits(licence || (known[name] ?? ''), ships ? permissive : ofTools),
);
for (const { name, licence, ships } of wrong)
  console.error(`khulasa: ${name}${ships ? ', which ships' : ''}: ${licence || 'no licence'}`);
console.log(
  `khulasa: licences of ${all.length} packages, ${all.filter((one) => one.ships).length} of which ship: ${wrong.length ? `${wrong.length} NOT on the list` : 'all on the list'}`,
);
process.exit(wrong.length ? 1 : 0);
