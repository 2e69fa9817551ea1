// What browsers.mjs runs in a page.

import { measure } from './measure.js';
import { others } from './systems.js';

const SIZES = [1_000, 10_000, 100_000, 1_000_000, 10_000_000];

/** @param {Record<string, string>} samples an article by language */
export async function run(samples) {
  const address = '/embed/khulasa.js';
  const core = await (await import(address)).load();
  const rest = () => new Promise((done) => setTimeout(done));
  /** @type {import('./measure.js').System} */
  const khulasa = { run: (article) => core.digest(article), reads: ['en', 'ar'], finds: '' };
  const { times } = await measure(Object.entries({ khulasa, ...others }), 'en', samples.en, 6_000, rest);
  /** @type {Record<string, { size: number, ms: number }[]>} */
  const lengths = { en: [], ar: [] };
  for (const language of ['en', 'ar']) {
    for (const bytes of SIZES) {
      const measured = await measure([['khulasa', khulasa]], language, samples[language], bytes, rest);
      lengths[language].push({ size: measured.size, ms: measured.times.khulasa });
    }
  }
  return { article: times, lengths, sizes: SIZES };
}
