// A user's TypeScript: what the types promise, and mistakes that they have to catch.
import type { Digest, MountOptions, SidebarEvents } from 'khulasa';
import { findArticle, KhulasaError, load, mount, summarize, version } from 'khulasa';
import type { KhulasaSidebar } from 'khulasa/element';
import { figuresToCsv, toJsonLd } from 'khulasa/export';

const controller = new AbortController();
const options: MountOptions = { article: 'main article', side: 'start', length: 'medium', signal: controller.signal };
const sidebar = mount(options);
await sidebar.ready;
sidebar.addEventListener('choose', ({ detail }) => {
  const range: Range | null = detail.range;
  if (detail.item.type === 'figure') console.log(detail.item.value.value.toFixed(), range?.toString());
  // @ts-expect-error a quote has no value
  if (detail.item.type === 'quote') console.log(detail.item.value.value);
});
sidebar.addEventListener('digest', (event: CustomEvent<SidebarEvents['digest']>) => {
  console.log(event.detail.digest.summary[0]?.text);
});
// @ts-expect-error no such event
sidebar.addEventListener('opened', () => {});
// @ts-expect-error no such side
mount({ side: 'top' });

const digest: Digest = await summarize(
  { text: 'Three people met on Monday.', published: '2025-01-06' },
  { sentences: 1 },
);
const speaker: string | undefined = digest.quotes[0]?.speaker?.name;
const csv: string = figuresToCsv(digest, { bom: false });
const data: Record<string, unknown> = toJsonLd(digest, { url: 'https://news.example/1' });
const core = await load({ wasm: new URL('https://cdn.example/khulasa_bg.wasm') });
core.digest({ blocks: [{ text: 'One.' }, { kind: 'quote', text: 'Two.' }] });
// @ts-expect-error no such kind
core.digest({ blocks: [{ kind: 'advert', text: 'One.' }] });
try {
  (await findArticle(document, { selector: 'main' }))?.published?.slice(0, 10);
} catch (error) {
  if (error instanceof KhulasaError && error.code === 'selector') console.error(version);
  // @ts-expect-error no such code
  if (error instanceof KhulasaError && error.code === 'oops') throw error;
}
const element: KhulasaSidebar = document.createElement('khulasa-sidebar');
element.sidebar?.close();
console.log(speaker, csv, data);
