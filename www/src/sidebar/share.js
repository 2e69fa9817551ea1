/**
 * A digest in forms that leave the sidebar: text, Markdown, JSON, one page; a link to
 * a passage.
 *
 * @typedef {import('./model.js').Model} Model
 * @typedef {import('./format.js').Formatter} Formatter
 * @typedef {import('./types.js').Span} Span
 * @typedef {{title: string, url: string}} Source
 */
import { clauseOf } from './model.js';

/**
 * @param {Model} model
 * @returns {Array<[string, Array<{text: string, head?: string, quote?: boolean}>]>} the
 *   digest's sections by message key, in the sidebar's order, with verbatim lines
 */
function sections(model, /** @type {Formatter} */ f) {
  /** @type {Array<[string, Array<{text: string, head?: string, quote?: boolean}>]>} */
  const all = [
    ['summary', model.sentences.map((item) => ({ text: item.text }))],
    [
      'figures',
      model.figures
        .flatMap((group) => [...group.charts.flatMap((chart) => chart.rows), ...group.cards])
        .map(({ figure, label }) => ({ text: label ? `${figure.text} (${label})` : figure.text })),
    ],
    [
      'dates',
      [...model.moments]
        .sort((a, b) => (a.from ?? Infinity) - (b.from ?? Infinity))
        .map(({ mention, item }) => {
          const { before, text, after } = clauseOf(item);
          return { head: f.date(mention), text: (before + text + after).trim() };
        }),
    ],
    [
      'quotes',
      model.voices.flatMap((voice) =>
        voice.quotes.map(({ quote }) => ({
          head: voice.name ? voice.name + (voice.role ? ` (${voice.role})` : '') : f.say('unnamed'),
          text: quote.text,
          quote: quote.direct,
        })),
      ),
    ],
  ];
  return all.filter(([, lines]) => lines.length);
}

/**
 * @param {Model} model
 * @param {Formatter} f
 * @param {Source} source
 */
export function asText(model, f, { title, url }) {
  const parts = sections(model, f).map(([key, lines]) =>
    [
      f.say(key),
      ...lines.map((line) => `- ${line.head ? `${line.head}: ` : ''}${line.quote ? `«${line.text}»` : line.text}`),
    ].join('\n'),
  );
  return [title, ...parts, url].filter(Boolean).join('\n\n');
}

/**
 * @param {Model} model
 * @param {Formatter} f
 * @param {Source} source
 */
export function asMarkdown(model, f, { title, url }) {
  const safe = (/** @type {string} */ text) => text.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/\s+/g, ' ');
  const parts = sections(model, f).map(([key, lines]) =>
    [
      `## ${f.say(key)}`,
      '',
      ...lines.map(
        (line) =>
          `- ${line.head ? `**${safe(line.head)}**: ` : ''}${line.quote ? `“${safe(line.text)}”` : safe(line.text)}`,
      ),
    ].join('\n'),
  );
  const link = url.replace(/[()\s<>]/g, encodeURIComponent);
  return [`# ${title ? `[${safe(title)}](${link})` : `<${link}>`}`, ...parts].join('\n\n');
}

/**
 * @param {Model} model
 * @param {Source} source
 */
export function asJson(model, { title, url }) {
  return JSON.stringify({ ...model.digest, title: model.digest.title || title, url }, null, 2);
}

/**
 * One page that stands on its own: no script, no request.
 * @param {Model} model
 * @param {Formatter} f
 * @param {Source} source
 * @param {{lang: string, direction: string}} messages
 */
export function asPage(model, f, { title, url }, messages) {
  const safe = (/** @type {string} */ text) =>
    text.replace(
      /[&<>"]/g,
      (c) => /** @type {Record<string, string>} */ ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c],
    );
  const parts = sections(model, f).map(
    ([key, lines]) =>
      `<h2>${safe(f.say(key))}</h2>\n<ul>\n${lines
        .map(
          (line) =>
            `<li dir="auto">${line.head ? `<b>${safe(line.head)}</b><br>` : ''}${line.quote ? `<q>${safe(line.text)}</q>` : safe(line.text)}</li>`,
        )
        .join('\n')}\n</ul>`,
  );
  const link = /^https?:/.test(url) ? `<p><a href="${safe(url)}">${safe(url)}</a></p>` : '';
  return `<!doctype html>
<html lang="${safe(messages.lang)}" dir="${safe(messages.direction)}">
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${safe(title || f.say('name'))}</title>
<style>body{max-width:42rem;margin:3rem auto;padding:0 1.25rem;font:1.05rem/1.75 system-ui,sans-serif;color:#1b1a18;background:#fbfaf8}h1{font-size:1.5rem;line-height:1.4}h2{font-size:1rem;color:#0f6e5f;margin-top:2rem}li{margin:.5rem 0}a{color:#0f6e5f}</style>
<main>
<h1 dir="auto">${safe(title)}</h1>
${parts.join('\n')}
${link}<p><small>${safe(f.say('verbatim'))}</small></p>
</main>
</html>
`;
}

/**
 * A link that leads a browser to the passage: `#:~:text=` of
 * https://wicg.github.io/scroll-to-text-fragment/. The passage is widened to whole
 * words, since matching is word by word (an Arabic figure may begin after a joined
 * `و`), and told apart by its neighbours where the article says it twice.
 *
 * @param {string} url
 * @param {string} block the text of the block the passage stands in
 * @param {Span} span
 * @param {string} [whole] the article's text, for telling whether the words are unique
 * @returns {string}
 */
export function passageLink(url, block, span, whole = block) {
  let { start, end } = span;
  while (start > 0 && /[\p{L}\p{M}\p{N}]/u.test(block[start - 1])) start -= 1;
  while (end < block.length && /[\p{L}\p{M}\p{N}]/u.test(block[end])) end += 1;
  const words = block.slice(start, end).trim();
  const before = block.slice(0, start).trim().split(/\s+/u).slice(-3).join(' ');
  const after = block.slice(end).trim().split(/\s+/u).slice(0, 3).join(' ');

  const list = words.split(/\s+/u);
  const long = list.length > 12;
  const target = long ? `${encode(list.slice(0, 5).join(' '))},${encode(list.slice(-5).join(' '))}` : encode(words);
  const first = whole.indexOf(words);
  const unique = first >= 0 && whole.indexOf(words, first + 1) < 0;
  const prefix = !unique && before ? `${encode(before)}-,` : '';
  const suffix = !unique && after ? `,-${encode(after)}` : '';

  const [page, hash = ''] = url.split('#');
  return `${page}#${hash.split(':~:')[0]}:~:text=${prefix}${target}${suffix}`;
}

/**
 * `-`, `,` and `&` mean something in a text directive.
 * @param {string} words
 */
function encode(words) {
  // Lone surrogates make encodeURIComponent throw.
  return encodeURIComponent(
    words.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd'),
  ).replace(/-/g, '%2D');
}
