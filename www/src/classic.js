/**
 * The sidebar in one classic script, the WASM inside it: for pages opened from a disk
 * (`file:`), where browsers load neither modules nor WASM. `data-` attributes of its tag are the
 * options. It leaves no global behind.
 */
import bytes from '../pkg/khulasa_bg.wasm';
import { mount, optionsFrom, servedDigest } from './index.js';
import { loadFrom } from './load.js';

loadFrom(() => bytes);

const tag = document.currentScript;
const show = () => mount({ ...optionsFrom((name) => tag?.getAttribute(`data-${name}`) ?? null), ...servedDigest() });
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', show, { once: true });
else show();
