import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import manifest from '../package.json' with { type: 'json' };

const page = await readFile(new URL('../docs/dependencies.md', import.meta.url), 'utf8');
/** Each row of its tables: the package, and its version without what is said of it. */
const rows = new Map(
  [...page.matchAll(/^\| `([^`]+)` \| ([^ ,|]+)/gm)].map(([, name = '', version = '']) => [name, version] as const),
);

test('docs/dependencies.md says of every package why it is here, in the version that is', () => {
  const named: Record<string, string> = { ...manifest.dependencies, ...manifest.devDependencies };
  const isOwn = (name: string) => !name.startsWith('@types/');
  const lacking = Object.entries(named).filter(([name, version]) => isOwn(name) && rows.get(name) !== version);
  assert.deepEqual(lacking, []);
  const gone = [...rows.keys()].filter((name) => isOwn(name) && named[name] === undefined);
  assert.deepEqual(gone, []);
});

test('docs/dependencies.md names every package that is Node itself, with its version', () => {
  for (const [name, version] of Object.entries(manifest.optionalDependencies)) {
    assert.ok(page.includes(`\`${name}\``), name);
    assert.ok(page.includes(version), `${name} ${version}`);
  }
});
