// The threat model against the tests that it says guard it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

test('every line of the threat model names a test that there is', () => {
  const lines = readFileSync(new URL('../../docs/THREATS.md', import.meta.url), 'utf8').split('\n');
  const rows = lines.filter((line) => line.startsWith('| ') && !line.startsWith('| ---')).slice(1);
  assert.ok(rows.length > 10);
  for (const row of rows) {
    const named = [...row.matchAll(/`([^`]+\.mjs)`: ([^|;]+)/g)];
    assert.ok(named.length > 0, `no test: ${row}`);
    for (const [, file, title] of named)
      assert.ok(
        readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8').includes(title.trim()),
        `${file} has no test "${title.trim()}"`,
      );
  }
});
