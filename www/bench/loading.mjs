// What the sidebar costs a page while it loads, traced in Chromium:
//
//     make loading          prints the tables (ROUNDS=n: of how many loads the median is taken);
//                           WRITE=1 writes them into docs/SPEED.md
//
// - the longest task of the page's main thread and how many are longer than 50 ms, under a CPU
//   slowed down four times (a phone of the middle range), with what the same page has without us;
// - the longest task in which a script ran: the pages have none but ours;
// - how far the layout shifts (Cumulative Layout Shift), which is to be 0;
// - the main thread's work from `mount`, the core loaded, to the painted sidebar, at full speed.
//
// Times are of the thread's own clock, so that other programs of the machine count little.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { serve } from '../../scripts/static-server.mjs';
import { openBrowser, root, unavailable } from '../../tests/browser/lib/browsers.mjs';
import { connect } from '../../tests/browser/lib/devtools.mjs';
import { median, place } from './measure.js';

const ROUNDS = Number(process.env.ROUNDS ?? 5);
const SLOWER = 4;
const LONG = 50;

const why = unavailable('chromium') || (existsSync(join(root, 'www/dist/embed')) ? false : 'run make build first');
if (why) {
  console.error(`khulasa: ${why}`);
  process.exit(1);
}

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);
/** @param {string} file @param {number} [bytes] paragraphs over and over up to so many bytes */
function paragraphs(file, bytes = 0) {
  const once = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim());
  const lines = [...once];
  for (let i = 1; Buffer.byteLength(lines.join('\n')) < bytes; i += 1) lines.push(once[i % once.length]);
  return lines;
}
/** @param {string} lang @param {string[]} lines @param {string} tag */
function page(lang, [title, ...lines], tag) {
  return `<!doctype html><html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<meta name="viewport" content="width=device-width"><meta property="article:published_time" content="2024-02-20T08:00:00+03:00">
<style>body { font: 18px/1.7 serif; margin: 0 } main { max-width: 640px; margin: 0 auto; padding: 24px }</style></head><body>
<nav><a href="#a">News</a> <a href="#b">World</a></nav><main><article><h1>${escaped(title)}</h1>
${lines.map((line) => `<p>${escaped(line)}</p>`).join('\n')}</article></main>${tag}</body></html>`;
}

const gold = join(root, '../shared/eval/data/arabic-gold/iraq-coalition.txt');
const here = new URL('texts/', import.meta.url).pathname;
const articles = {
  ...(existsSync(gold) && { 'starting article': page.bind(null, 'ar', paragraphs(gold)) }),
  'Arabic, 60 KB': page.bind(null, 'ar', paragraphs(`${here}ar.txt`, 60_000)),
  'English, 60 KB': page.bind(null, 'en', paragraphs(`${here}en.txt`, 60_000)),
};
const tags = {
  'without us': '',
  'named article': '<script type="module" src="/embed/khulasa.js" data-article="article"></script>',
  'found article': '<script type="module" src="/embed/khulasa.js"></script>',
};
// The core is loaded before the clock starts; what follows is cold.
const timed = `<script type="module">
import { load, mount } from '/embed/khulasa.js';
await load();
await new Promise((done) => setTimeout(done, 300));
performance.mark('khulasa-begin');
const sidebar = mount({ article: 'article', collapsed: false });
sidebar.addEventListener('digest', () => performance.mark('khulasa-digest'));
await sidebar.ready;
performance.mark('khulasa-ready');
</script>`;

/** @type {Record<string, string>} */
const pages = {};
for (const [article, make] of Object.entries(articles)) {
  for (const [tag, html] of Object.entries(tags)) pages[`/${article}/${tag}`.replaceAll(' ', '-')] = make(html);
  pages[`/${article}/timed`.replaceAll(' ', '-')] = make(timed);
}

const server = await serve(join(root, 'www/dist'), { pages });
const driver = await openBrowser('chromium');

const address = (await driver.getCapabilities()).get('goog:chromeOptions').debuggerAddress;
const tab = (await (await fetch(`http://${address}/json/list`)).json()).find(
  (/** @type {any} */ one) => one.type === 'page',
);
const devtools = await connect(tab.webSocketDebuggerUrl);

/**
 * Loads a page and gives the trace of its main thread.
 * @param {string} path
 * @param {number} slower
 */
async function traced(path, slower) {
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  await driver.get('about:blank');
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await devtools.send('Tracing.start', {
    transferMode: 'ReturnAsStream',
    traceConfig: {
      includedCategories: [
        'toplevel',
        'devtools.timeline',
        'blink.user_timing',
        'loading',
        'disabled-by-default-devtools.timeline',
        'disabled-by-default-v8.compile',
      ],
    },
  });
  await driver.get(server.url(path));
  await new Promise((done) => setTimeout(done, 1500 * Math.sqrt(slower)));
  const complete = devtools.once('Tracing.tracingComplete');
  await devtools.send('Tracing.end');
  const { stream } = await complete;
  let text = '';
  for (let end = false; !end; ) {
    const { data, eof } = await devtools.send('IO.read', { handle: stream, size: 1 << 22 });
    text += data;
    end = eof;
  }
  await devtools.send('IO.close', { handle: stream });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const events = JSON.parse(text).traceEvents;
  const started = events.find(
    (/** @type {any} */ one) =>
      one.name === 'navigationStart' && one.args.data?.documentLoaderURL?.includes(encodeURI(path)),
  );
  const main = events.filter(
    (/** @type {any} */ one) => one.pid === started.pid && one.tid === started.tid && one.ts >= started.ts,
  );
  const all = main
    .filter((/** @type {any} */ one) => one.ph === 'X' && /RunTask$/.test(one.name))
    .map((/** @type {any} */ one) => ({
      at: one.ts,
      end: one.ts + one.dur,
      ms: (one.tdur ?? one.dur) / 1000,
      wall: one.dur / 1000,
    }))
    .sort((/** @type {any} */ a, /** @type {any} */ b) => a.at - b.at || b.end - a.end);
  // A task is told by more than one category: the outermost counts.
  /** @type {typeof all} */
  const tasks = [];
  for (const task of all) if (task.at >= (tasks[tasks.length - 1]?.end ?? 0)) tasks.push(task);
  const mark = (/** @type {string} */ name) => main.find((/** @type {any} */ one) => one.name === name)?.ts;
  const shift = main
    .filter((/** @type {any} */ one) => one.name === 'LayoutShift')
    .reduce((/** @type {number} */ sum, /** @type {any} */ one) => sum + (one.args.data.weighted_score_delta ?? 0), 0);
  return { main, tasks, mark, shift };
}

/** What a task has in it where a script runs, or is made ready to. */
const SCRIPT =
  /^(FireIdleCallback|TimerFire|FunctionCall|v8\.evaluateModule|v8\.compileModule|v8\.wasm.*|BlinkScheduler_PerformMicrotaskCheckpoint)$/;

/** Whether a script ran in a task for a millisecond. @param {any[]} main @param {{at: number, end: number}} task */
const isScript = (main, task) =>
  main.some((one) => one.ts >= task.at && one.ts < task.end && one.dur > 1000 && SCRIPT.test(one.name));

/** @type {string[]} */
const lines = [];
/** @param {string} [line] of a table */
function say(line = '') {
  lines.push(line);
  console.log(line);
}
const shown = (/** @type {number} */ x) => x.toFixed(1);

/** What ran longest inside a task, for whoever wants to cut it. @param {any[]} main @param {{at: number, end: number}} task */
function inside(main, task) {
  const parts = main.filter(
    (one) =>
      one.ph === 'X' &&
      one.ts >= task.at &&
      one.ts + (one.dur ?? 0) <= task.end &&
      !/RunTask$/.test(one.name) &&
      one.dur > 1000,
  );
  return parts
    .sort((a, b) => b.dur - a.dur)
    .slice(0, 6)
    .map(
      (one) =>
        `${one.name} ${shown(one.dur / 1000)}${one.args?.data?.functionName ? ` ${one.args.data.functionName}` : ''}${one.args?.data?.url ? ` ${one.args.data.url.split('/').pop()}` : ''}`,
    )
    .join(', ');
}

say(
  `| article | sidebar | longest task, ms | tasks over ${LONG} ms | longest with a script, ms | over ${LONG} ms | layout shift |`,
);
say('| --- | --- | ---: | ---: | ---: | ---: | ---: |');
for (const article of Object.keys(articles)) {
  for (const tag of Object.keys(tags)) {
    const runs = [];
    for (let i = 0; i < ROUNDS; i += 1) runs.push(await traced(`/${article}/${tag}`.replaceAll(' ', '-'), SLOWER));
    /** The longest, and how many are long. @param {{ms: number}[][]} of each run */
    const cells = (of) =>
      `${shown(median(of.map((tasks) => Math.max(0, ...tasks.map(({ ms }) => ms)))))} | ${median(of.map((tasks) => tasks.filter(({ ms }) => ms > LONG).length))}`;
    const all = runs.map(({ tasks }) => tasks);
    const ours = runs.map(({ main, tasks }) => tasks.filter((task) => task.ms > 4 && isScript(main, task)));
    const shift = Math.max(...runs.map(({ shift }) => shift)).toFixed(4);
    say(`| ${article} | ${tag} | ${cells(all)} | ${tag === 'without us' ? ' | ' : cells(ours)} | ${shift} |`);
    if (process.env.VERBOSE) {
      const [run] = runs;
      for (const task of run.tasks.filter(({ ms }) => ms > 16))
        console.log(`    ${shown(task.ms)} (${shown(task.wall)}): ${inside(run.main, task)}`);
      for (const one of run.main.filter((/** @type {any} */ one) => one.name === 'LayoutShift'))
        console.log('   ', JSON.stringify(one.args.data));
    }
  }
}

say();
say('| article | work from mount to the painted sidebar, ms | in how many tasks, the longest |');
say('| --- | ---: | ---: |');
for (const article of Object.keys(articles)) {
  const runs = [];
  for (let i = 0; i < ROUNDS; i += 1) {
    const { tasks, mark, main } = await traced(`/${article}/timed`.replaceAll(' ', '-'), 1);
    const [begin, ready] = [mark('khulasa-begin'), mark('khulasa-ready')];
    // The frame that shows it is painted after the last part was drawn.
    const frame = main.find((/** @type {any} */ one) => one.name === 'Commit' && one.ts > ready)?.ts ?? ready;
    const ours = tasks.filter(({ at, end, ms }) => end > begin && at <= frame && ms > 0.05);
    runs.push({ ours, main, work: ours.reduce((sum, { ms }) => sum + ms, 0) });
  }
  const work = median(runs.map(({ work }) => work));
  const run = runs.find((one) => one.work === work) ?? runs[0];
  say(`| ${article} | ${shown(work)} | ${run.ours.length}, ${shown(Math.max(...run.ours.map(({ ms }) => ms)))} |`);
  if (process.env.VERBOSE)
    for (const task of run.ours.filter(({ ms }) => ms > 1))
      console.log(`    ${shown(task.ms)}: ${inside(run.main, task)}`);
}
devtools.close();
await driver.quit();
await server.close();
if (process.argv.includes('--write')) {
  const page = new URL('../../docs/SPEED.md', import.meta.url);
  writeFileSync(page, place(readFileSync(page, 'utf8'), 'loading', lines.join('\n')));
}
