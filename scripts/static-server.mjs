// A static file server for loopback: the demo's and the browser tests'.

import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';

/** @type {Record<string, string>} */
const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  // Browsers compile WASM while it streams in only under this type.
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/**
 * @typedef {Object} Page what answers a path instead of a file
 * @property {string | Buffer} [body]
 * @property {Record<string, string>} [headers]
 * @property {number} [status] 200 without it
 */

/**
 * @typedef {Object} StaticServer
 * @property {string} origin `http://127.0.0.1:PORT`
 * @property {(path: string) => string} url an address on this server
 * @property {string[]} requests the paths asked for so far, in order, with their queries
 * @property {() => Promise<void>} close
 */

/**
 * Serves `root` on 127.0.0.1 until closed.
 *
 * @param {string} root the folder; nothing outside of it is served
 * @param {Object} [options]
 * @param {number} [options.port] 0, the default: any free one
 * @param {Record<string, string>} [options.headers] sent with every answer (a CSP, say)
 * @param {Record<string, string | Page>} [options.pages] answers by path (`/csp.html`): HTML, or more about it
 * @returns {Promise<StaticServer>} rejects where the port is taken
 */
export async function serve(root, { port = 0, headers = {}, pages = {} } = {}) {
  const top = await realpath(resolve(root));
  /** @type {string[]} */
  const requests = [];

  /** @param {string} path @returns {Promise<string | null>} the file that answers a path */
  async function fileFor(path) {
    const wanted = join(top, path);
    try {
      const file = await realpath((await stat(wanted)).isDirectory() ? join(wanted, 'index.html') : wanted);
      return file.startsWith(top + sep) ? file : null;
    } catch {
      return null;
    }
  }

  const server = createServer(async (request, response) => {
    requests.push(request.url ?? '/');
    const always = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', ...headers };
    /** @param {number} status @param {string} text */
    const plain = (status, text) =>
      response.writeHead(status, { ...always, 'Content-Type': types['.txt'] }).end(`${text}\n`);

    if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'GET or HEAD only');
    let path = '/';
    try {
      path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    } catch {
      return plain(400, 'no such address');
    }
    if (path.includes('\0')) return plain(400, 'no such address');

    if (Object.hasOwn(pages, path)) {
      const page = pages[path];
      const { body = '', headers: own = {}, status = 200 } = typeof page === 'string' ? { body: page } : page;
      response.writeHead(status, { ...always, 'Content-Type': types['.html'], ...own });
      return response.end(request.method === 'HEAD' ? undefined : body);
    }

    const file = await fileFor(path);
    if (file === null) return plain(404, `${path}: no such file`);
    // Relative links of a folder's page need the slash.
    if (file.endsWith(`${sep}index.html`) && !path.endsWith('/') && !path.endsWith('index.html')) {
      return response.writeHead(301, { ...always, Location: `${encodeURI(path)}/` }).end();
    }
    response.writeHead(200, {
      ...always,
      'Content-Type': types[extname(file)] ?? 'application/octet-stream',
    });
    if (request.method === 'HEAD') return response.end();
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
  });

  await new Promise((settled, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => settled(undefined));
  });
  const { port: at } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const origin = `http://127.0.0.1:${at}`;
  return {
    origin,
    url: (path) => new URL(path, origin).href,
    requests,
    close: () =>
      new Promise((settled) => {
        server.close(() => settled());
        server.closeAllConnections();
      }),
  };
}
