import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { paircheck } from './paircheck.fixture.ts';
import { scenarioThat, storedRun } from './stored-run.fixture.ts';

const good = await storedRun([scenarioThat(true)]);
const bad = await storedRun([scenarioThat(false)]);

test('what newly fails is told with 1, what newly passes with 0', async () => {
  const worse = await paircheck('diff', good, bad);
  assert.equal(worse.exitCode, 1);
  assert.match(worse.stdout, /^worse: 1 newly failing/);
  assert.match(worse.stdout, /LOG-01 {2}passed -> failed/);
  assert.match(worse.stdout, /two conversations/);
  const better = await paircheck('diff', bad, good);
  assert.equal(better.exitCode, 0);
  assert.match(better.stdout, /^nothing got worse: 1 newly passing/);
});

test('what is no longer shown is told with 1', async () => {
  const nothing = await storedRun([]);
  const { exitCode, stdout } = await paircheck('diff', good, nothing);
  assert.equal(exitCode, 1);
  assert.match(stdout, /\nNo longer shown\n {2}LOG-01 {2}passed -> not run/);
});

test('--json prints data and nothing else', async () => {
  const { exitCode, stdout } = await paircheck('diff', good, bad, '--json');
  assert.equal(exitCode, 1);
  const { worse, newlyFailing, evidence } = JSON.parse(stdout);
  assert.deepEqual([worse, newlyFailing[0].requirement, evidence[0].after.holds], [true, 'LOG-01', false]);
});

test('a run is also named by its verdict.json, and by latest beside it, be that a link or a file with a name', async () => {
  const { stdout } = await paircheck('diff', join(good, 'verdict.json'), join(dirname(good), 'latest'));
  assert.match(stdout, /^nothing got worse: no change/);
  const pointer = join(dirname(bad), 'pointer');
  await writeFile(pointer, 'run\n');
  assert.equal((await paircheck('diff', good, pointer)).exitCode, 1);
});

test('what is no run is refused with 2: what was wanted, what was got, where', async () => {
  const nowhere = await paircheck('diff', good, '/no/such/run');
  assert.equal(nowhere.exitCode, 2);
  assert.match(nowhere.stderr, /wanted the folder of a run such as .*got "\/no\/such\/run": there is no such folder/);
  assert.equal(nowhere.stdout, '');
  const empty = await paircheck('diff', dirname(good), good);
  assert.equal(empty.exitCode, 2);
  assert.match(empty.stderr, /verdict\.json cannot be read \(ENOENT\)/);
});

test('a verdict that cannot be read is refused with 2, its place and the likely fix', async () => {
  const broken = await storedRun([scenarioThat(true)]);
  const file = join(broken, 'verdict.json');
  const text = await readFile(file, 'utf8');
  const refused = async (content: string) => {
    await writeFile(file, content);
    const { exitCode, stderr } = await paircheck('diff', good, broken);
    assert.equal(exitCode, 2, stderr);
    return stderr;
  };
  assert.match(await refused(text.slice(0, 200)), /run\/verdict\.json: wanted JSON, got .*cut off/);
  const newer = await refused(text.replace('"schemaVersion": 1', '"schemaVersion": 2'));
  assert.match(
    newer,
    /verdict\.json: schemaVersion: wanted 1, got 2; run it again, or read it with the paircheck that/,
  );
  assert.match(await refused(text.replace('"profiles"', '"profile"')), /verdict\.json: wanted .*profiles is missing/);
});

test('--help of diff teaches by examples and exit codes', async () => {
  const { exitCode, stdout } = await paircheck('diff', '--help');
  assert.equal(exitCode, 0);
  for (const words of ['diff [options] <before> <after>', 'Examples:', 'Exit codes: 0 nothing got worse', '--json'])
    assert.ok(stdout.includes(words), words);
});
