// The libraries that find part of what Khulasa finds, each set to do all it can of it.

import recognizers from '@microsoft/recognizers-text-suite';
import * as chrono from 'chrono-node';
import compromise from 'compromise';
import dates from 'compromise-dates';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { PUBLISHED } from './measure.js';

const reference = new Date(`${PUBLISHED}T12:00:00Z`);
compromise.plugin(dates);
const wink = winkNLP(model, ['sbd', 'ner']);

/** @type {Record<string, import('./measure.js').System>} */
export const others = {
  'chrono-node': { run: (_, text) => chrono.parse(text, reference), reads: ['en'], finds: 'dates' },
  'compromise + dates': {
    run: (_, text) => {
      const doc = /** @type {any} */ (compromise(text));
      return [doc.numbers().json(), doc.dates().json(), doc.quotations().json()];
    },
    reads: ['en'],
    finds: 'numbers, dates, quotes',
    slow: true,
  },
  'wink-nlp': {
    run: (_, text) => {
      const doc = wink.readDoc(text);
      return [doc.entities().out(), doc.sentences().out()];
    },
    reads: ['en'],
    finds: 'entities, sentences',
    slow: true,
  },
  'Recognizers-Text': {
    run: (_, text) => [
      recognizers.recognizeNumber(text, recognizers.Culture.English),
      recognizers.recognizeDateTime(text, recognizers.Culture.English, undefined, reference),
    ],
    reads: ['en'],
    finds: 'numbers, dates',
    slow: true,
  },
};
