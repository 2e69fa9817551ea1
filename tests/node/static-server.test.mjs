// The server of the demo and of the browser tests.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { serve } from '../../scripts/static-server.mjs';

/** @type {string} */
let folder;
/** @type {import("../../scripts/static-server.mjs").StaticServer} */
let server;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'khulasa-serve-'));
  mkdirSync(join(folder, 'site/demo'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'not for the web');
  writeFileSync(join(folder, 'site/demo/index.html'), '<title>demo</title>');
  writeFileSync(join(folder, 'site/a.js'), 'export {};');
  writeFileSync(join(folder, 'site/a.wasm'), Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
  writeFileSync(join(folder, 'site/مقال.html'), '<title>مقال</title>');
  symlinkSync('../secret.txt', join(folder, 'site/link.txt'));
  server = await serve(join(folder, 'site'), {
    headers: { 'Content-Security-Policy': "default-src 'self'" },
    pages: { '/own': { body: '<p>own</p>', headers: { 'Content-Security-Policy': "default-src 'none'" } } },
  });
});
after(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/**
 * A request whose path goes out as written: fetch would tidy `..` away.
 * @param {string} path @param {string} [method]
 * @returns {Promise<{ status: number, type: string, csp: string, location: string, body: string }>}
 */
function ask(path, method = 'GET') {
  return new Promise((settled, failed) => {
    const { hostname, port } = new URL(server.origin);
    request({ hostname, port, path, method }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (text) => {
        body += text;
      });
      response.on('end', () => {
        const { headers } = response;
        settled({
          status: response.statusCode ?? 0,
          type: String(headers['content-type']),
          csp: String(headers['content-security-policy']),
          location: String(headers.location),
          body,
        });
      });
    })
      .on('error', failed)
      .end();
  });
}

// path, status, start of the type, why the row is there
/** @type {[string, number, string, string][]} */
const rows = [
  ['/demo/', 200, 'text/html', 'a folder answers with its index'],
  ['/demo', 301, '', "without the slash the page's relative links would miss"],
  ['/a.js', 200, 'text/javascript', "modules load only under a script's type"],
  ['/a.wasm', 200, 'application/wasm', 'compiling while streaming needs this type'],
  ['/a.js?v=1', 200, 'text/javascript', "a query is no part of the file's name"],
  ['/%D9%85%D9%82%D8%A7%D9%84.html', 200, 'text/html', 'an Arabic name, as browsers send it'],
  ['/none.html', 404, 'text/plain', 'no such file'],
  ['/../secret.txt', 404, 'text/plain', 'nothing above the folder'],
  ['/%2e%2e/secret.txt', 404, 'text/plain', 'nothing above it, encoded'],
  ['/..%2fsecret.txt', 404, 'text/plain', 'nothing above it, the slash encoded'],
  ['/link.txt', 404, 'text/plain', 'nothing above it through a link'],
  ['/%ff', 400, 'text/plain', 'no UTF-8'],
  ['/a%00.js', 400, 'text/plain', 'no file has NUL in its name'],
];
for (const [path, status, type, why] of rows) {
  test(`${path}: ${why}`, async () => {
    const answer = await ask(path);
    assert.equal(answer.status, status);
    if (type) assert.ok(answer.type.startsWith(type), answer.type);
    assert.doesNotMatch(answer.body, /not for the web/);
    assert.equal(answer.csp, "default-src 'self'", "every answer has the server's headers");
  });
}

test("a page's own headers come before the server's", async () => {
  const answer = await ask('/own');
  assert.equal(answer.body, '<p>own</p>');
  assert.equal(answer.csp, "default-src 'none'");
});

test('the redirect keeps to this server', async () => {
  assert.equal((await ask('/demo')).location, '/demo/');
});

test('HEAD has no body, POST is refused', async () => {
  assert.deepEqual([(await ask('/a.js', 'HEAD')).status, (await ask('/a.js', 'HEAD')).body], [200, '']);
  assert.equal((await ask('/a.js', 'POST')).status, 405);
});

test('requests are remembered in order', async () => {
  const before = server.requests.length;
  await ask('/a.js?first');
  await ask('/none.html');
  assert.deepEqual(server.requests.slice(before), ['/a.js?first', '/none.html']);
});
