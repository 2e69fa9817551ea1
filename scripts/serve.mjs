// Serves www/dist on localhost: `node scripts/serve.mjs [port]`, PORT in the
// environment, or 8080; the next free one where that is taken. Ctrl-C ends it.

import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { serve } from './static-server.mjs';

const dist = join(resolve(dirname(fileURLToPath(import.meta.url)), '..'), 'www/dist');
if (!existsSync(join(dist, 'demo'))) {
  console.error('khulasa: www/dist/demo is not there; `make build` makes it.');
  process.exit(1);
}

const asked = Number(process.argv[2] ?? process.env.PORT ?? 8080);
if (!Number.isInteger(asked) || asked < 0 || asked > 65535) {
  console.error(`khulasa: ${process.argv[2] ?? process.env.PORT} is not a port`);
  process.exit(1);
}

for (let port = asked; ; port += 1) {
  try {
    const { origin } = await serve(dist, { port, pages: { '/': { status: 302, headers: { Location: '/demo/' } } } });
    console.log(`khulasa: the demo is at ${origin}/demo/   (Ctrl-C ends it)`);
    if (existsSync(join(dist, 'docs'))) console.log(`khulasa: the documentation is at ${origin}/docs/`);
    break;
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === 'EADDRINUSE' && port < asked + 20 && port < 65535) continue;
    console.error(`khulasa: cannot serve on port ${port}: ${/** @type {Error} */ (error).message}`);
    process.exit(1);
  }
}
