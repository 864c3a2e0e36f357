import assert from 'node:assert/strict';
import { readdir, readFile, readlink, rm, symlink, truncate } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { paircheck, reportFolder } from './paircheck.fixture.ts';
import { scenarioThat, storedRun } from './stored-run.fixture.ts';

async function contentsOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const contents = paths.sort().map(async (path) => [path.slice(folder.length), await readFile(path, 'base64')]);
  return Object.fromEntries(await Promise.all(contents));
}

test('every report of a run is written again, byte by byte, and the exit code is that of its verdict', async () => {
  const run = await storedRun([scenarioThat(false)]);
  const before = await contentsOf(run);
  for (const path of ['report.html', 'junit.xml', 'pictures']) await rm(join(run, path), { recursive: true });
  const { exitCode, stdout } = await paircheck('report', run);
  assert.equal(exitCode, 1);
  assert.match(stdout, /^FAILED LOG-01 A phone without a device reads nothing\n/);
  assert.match(stdout, /\nnon-conformant: 1 of 1 requirement failed/);
  assert.deepEqual(await contentsOf(run), before);
  assert.ok(Object.keys(before).includes('/pictures/1-web.svg'));
});

test('--out writes them into another folder, and leaves those of the run alone', async () => {
  const run = await storedRun([scenarioThat(true)]);
  const before = await contentsOf(run);
  await rm(join(run, 'report.html'));
  const out = join(await reportFolder(), 'deep', 'copy');
  const { exitCode, stdout } = await paircheck('report', join(run, 'verdict.json'), '--out', out);
  assert.equal(exitCode, 0);
  assert.match(stdout, /\n {2}report {5}\S*deep\/copy\n$/);
  assert.deepEqual(await contentsOf(out), before);
  assert.ok(!Object.keys(await contentsOf(run)).includes('/report.html'));
});

test('the pointer to the latest run stays where it is', async () => {
  const run = await storedRun([scenarioThat(true)]);
  const latest = join(dirname(run), 'latest');
  await rm(latest);
  await symlink('another', latest);
  assert.equal((await paircheck('report', run)).exitCode, 0);
  assert.equal(await readlink(latest), 'another');
});

test('what cannot be rendered is refused with 2, and the old reports stay', async () => {
  const run = await storedRun([scenarioThat(true)]);
  const before = (await contentsOf(run))['/report.html'];
  const messages = join(run, 'messages.ndjson');
  await truncate(messages, 100);
  const cut = await paircheck('report', run);
  assert.equal(cut.exitCode, 2);
  assert.match(cut.stderr, /messages\.ndjson:1: wanted one of Cucumber's messages as JSON/);
  await rm(messages);
  const missing = await paircheck('report', run);
  assert.equal(missing.exitCode, 2);
  assert.match(missing.stderr, /wanted the messages of a run beside its verdict, .*cannot be read \(ENOENT\)/);
  const nowhere = await paircheck('report', 'no-such-run');
  assert.equal(nowhere.exitCode, 2);
  assert.equal((await contentsOf(run))['/report.html'], before);
});

test('a folder that cannot be written is refused with 2', async () => {
  const run = await storedRun([scenarioThat(true)]);
  const { exitCode, stderr } = await paircheck('report', run, '--out', join(run, 'verdict.json', 'in-a-file'));
  assert.equal(exitCode, 2);
  assert.match(stderr, /wanted a folder for the reports, ".*in-a-file" cannot be one/);
});
