/**
 * In short, and who said what.
 *
 * @typedef {import('./sidebar.js').Sidebar} Sidebar
 * @typedef {import('./model.js').Voice} Voice
 */

import { clauseOf, strongParts } from './model.js';
import { firstOf, Pick, Section, Segments, Words } from './parts.jsx';

/** @param {{sidebar: Sidebar}} props */
export function Summary({ sidebar }) {
  const { f, model, length } = sidebar.state;
  const sentences = model.sentences.filter(sidebar.shown);
  const control = (
    <Segments
      label={f.say('length')}
      value={length}
      onPick={(value) => sidebar.setLength(/** @type {'short'|'medium'|'long'} */ (value))}
      options={[
        ['short', f.say('short')],
        ['medium', f.say('medium')],
        ['long', f.say('long')],
      ]}
    />
  );
  if (sidebar.state.query && !sentences.length) return null;
  return (
    <Section sidebar={sidebar} id="summary" title={f.say('summary')} aside={sidebar.canLengthen ? control : null}>
      {sentences.length ? (
        <ul class="sentences">
          {sentences.map((item) => (
            <li key={item.id}>
              <Pick sidebar={sidebar} item={item}>
                <Words sidebar={sidebar} text={item.text} strong={strongParts(model, item)} />
              </Pick>
            </li>
          ))}
        </ul>
      ) : (
        <p class="quiet">{f.say('nothingSummary')}</p>
      )}
    </Section>
  );
}

/** @param {{sidebar: Sidebar}} props */
export function Quotes({ sidebar }) {
  const { f, model, tab, voice: only, query } = sidebar.state;
  const voices = model.voices
    .map((voice) => ({ ...voice, quotes: voice.quotes.filter(({ item }) => sidebar.shown(item)) }))
    .filter((voice) => voice.quotes.length && (tab !== 'quotes' || only === null || voice.key === only));
  const Cast = sidebar.extra?.Cast;
  const [shown, rest] = firstOf(sidebar, 'quotes', voices, 4);
  if (!voices.length) return query || tab === 'all' ? null : <p class="none">{f.say('nothingQuotes')}</p>;
  return (
    <Section sidebar={sidebar} id="quotes" title={f.say('quotes')}>
      {tab === 'quotes' && model.voices.length > 2 && Cast && <Cast sidebar={sidebar} />}
      {shown.map((voice) => (
        <Speaker key={voice.key} sidebar={sidebar} voice={voice} />
      ))}
      {rest}
    </Section>
  );
}

/** @param {{sidebar: Sidebar, voice: Voice}} props */
function Speaker({ sidebar, voice }) {
  const { f } = sidebar.state;
  return (
    <div class="voice" part="speaker">
      <div class="who">
        <span class="initial" aria-hidden="true">
          {initial(voice.name)}
        </span>
        <h4>
          {voice.name ? (
            <Words sidebar={sidebar} class="name" text={voice.name} />
          ) : (
            <span class="name quiet">{f.say('unnamed')}</span>
          )}
          {voice.role && <Words sidebar={sidebar} class="role" text={voice.role} />}
        </h4>
        <span class="pill">{f.say('quoteCount', { n: voice.quotes.length })}</span>
      </div>
      <ul>
        {voice.quotes.map(({ item, quote }) => (
          <li key={item.id}>
            <Pick sidebar={sidebar} item={item} class={`quote ${quote.direct ? 'direct' : 'reported'}`}>
              <span class="hidden">{f.say(quote.direct ? 'direct' : 'reported')}: </span>
              {quote.partial ? (
                <InClause sidebar={sidebar} item={item} />
              ) : (
                <Words sidebar={sidebar} text={withMarks(item, quote.direct)} />
              )}
            </Pick>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** @param {{sidebar: Sidebar, item: import('./types.js').Item}} props */
function InClause({ sidebar, item }) {
  const { before, text, after } = clauseOf(item);
  return (
    <Words
      sidebar={sidebar}
      class="partial"
      text={before + text + after}
      strong={[[before.length, before.length + text.length]]}
    />
  );
}

/**
 * Direct speech in the marks that the article sets around it.
 * @param {import('./types.js').Item} item
 * @param {boolean} direct
 */
function withMarks(item, direct) {
  if (!direct) return item.text;
  const open = item.around[item.at - 1] || '';
  const close = item.around[item.at + item.text.length] || '';
  const marks = /[\p{Pi}\p{Pf}"'„‚‟]/u;
  const own = marks.test(open) ? open : /[\u0600-\u06ff]/.test(item.text) ? '«' : '“';
  const pair = /** @type {Record<string, string>} */ ({
    '«': '»',
    '“': '”',
    '‘': '’',
    '„': '“',
    '"': '"',
    "'": "'",
    '‹': '›',
    '»': '«',
    '”': '“',
  });
  // A quote that runs over several paragraphs is opened in each and closed in the last.
  return `${own}${item.text}${marks.test(close) ? close : pair[own] || '”'}`;
}

/**
 * @param {string|null} name
 * @returns {string} the letter that stands for a speaker, the Arabic article passed over
 */
function initial(name) {
  const letters = (name || '').normalize('NFC').replace(/^(?:ال(?=\p{L}{2})|the\s+)/iu, '');
  return (/\p{L}/u.exec(letters)?.[0] || '–').toUpperCase();
}
