/**
 * The package in Node: the WASM is read from the package's own folder. What needs a page
 * (`mount`, an article's element) throws a `KhulasaError` with the code `no-page`.
 */
import { readFile } from 'node:fs/promises';
import { loadFrom } from './load.js';

loadFrom(() => readFile(new URL('./khulasa_bg.wasm', import.meta.url)));

export * from './index.js';
