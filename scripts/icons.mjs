// Renders the extension's icons: www/extension/icons/*.svg into the PNG sizes that the
// manifest names. `node scripts/icons.mjs`, after `scripts/setup.sh test` (Chromium draws
// them). The PNGs are in the repository, as a build needs no browser; a test compares
// what the manifest asks for with what lies there.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { openBrowser, root, unavailable } from '../tests/browser/lib/browsers.mjs';

const folder = join(root, 'www/extension/icons');
// Up to 24 px the strokes of the large drawing would run together.
const sizes = { 'icon-small.svg': [16, 24], 'icon.svg': [32, 48, 96, 128] };

const why = unavailable('chromium');
if (why) {
  console.error(`khulasa: ${why}`);
  process.exit(1);
}
const driver = await openBrowser('chromium');
try {
  for (const [name, pixels] of Object.entries(sizes)) {
    const svg = `data:image/svg+xml;base64,${readFileSync(join(folder, name)).toString('base64')}`;
    for (const size of pixels) {
      const png = await driver.executeAsyncScript(
        /** @type {(url: string, size: number, done: (png: string) => void) => void} */
        (url, size, done) => {
          const image = new Image(size, size);
          image.onload = () => {
            const canvas = document.createElement('canvas');
            canvas.width = size;
            canvas.height = size;
            canvas.getContext('2d')?.drawImage(image, 0, 0, size, size);
            done(canvas.toDataURL('image/png').split(',')[1]);
          };
          image.src = url;
        },
        svg,
        size,
      );
      writeFileSync(join(folder, `${size}.png`), String(png), 'base64');
      console.log(`khulasa: wrote www/extension/icons/${size}.png`);
    }
  }
} finally {
  await driver.quit();
}
