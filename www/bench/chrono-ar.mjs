// chrono-node's Arabic parser behind the adapter of ../shared/eval/peers, which asks for its English one:
//
//   npm ci --prefix www/bench --ignore-scripts && python3 ../shared/eval/score.py --data ../shared/eval/data \
//     --set arabic-gold recognizers-date-ar duckling-time-ar \
//     --system "node --import $PWD/www/bench/chrono-ar.mjs ../shared/eval/peers/peer.mjs chrono"

import { createRequire, Module } from 'node:module';

const { ar } = createRequire(import.meta.url)('chrono-node');
const load = Module._load;
Module._load = (id, ...given) => (id === 'chrono-node' ? ar : load(id, ...given));
