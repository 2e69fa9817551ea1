// What the crate holds when it is published: all that its build needs, which `cargo publish --dry-run`
// tries (scripts/test.sh), and nothing else.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../../..');

test('the crate holds its sources, its build script, its licences and its readme, and nothing else', () => {
  const packed = execFileSync('cargo', ['package', '--list', '--allow-dirty', '--quiet'], {
    cwd: root,
    encoding: 'utf8',
  })
    .trim()
    .split('\n');
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => `src/${file.replaceAll('\\', '/')}`)
    .filter((file) => statSync(join(root, file)).isFile());
  assert.ok(sources.length > 50, `${sources.length} sources`);
  // Those that cargo writes: the manifest as registries have it, and where it came from.
  const own = packed.filter((file) => !/^(Cargo\.toml(\.orig)?|Cargo\.lock|\.cargo_vcs_info\.json)$/.test(file));
  assert.deepEqual(
    own.sort(),
    ['CHANGELOG.md', 'LICENSE-APACHE', 'LICENSE-MIT', 'README.md', 'build.rs', ...sources].sort(),
  );
});

test('what a registry asks for is said in the manifest', () => {
  const manifest = readFileSync(join(root, 'Cargo.toml'), 'utf8');
  for (const key of ['description', 'license', 'readme', 'documentation', 'rust-version', 'keywords', 'categories'])
    assert.match(manifest, new RegExp(`^${key} = .+$`, 'm'), key);
});
