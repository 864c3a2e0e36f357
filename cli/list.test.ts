import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paircheck } from './paircheck.fixture.ts';
import { scenarioThat, storedRun } from './stored-run.fixture.ts';

const run = await storedRun([scenarioThat(false)]);

test('list --by sentence --results leads from each sentence to its requirements and what they came to', async () => {
  const { exitCode, stdout } = await paircheck('list', '--by', 'sentence', '--results', run);
  assert.equal(exitCode, 0);
  assert.match(stdout, /^Results of 2026-11-24T08:00:00.000Z: documented-flow 1 on the built-in reference \(api\)/);
  assert.match(
    stdout,
    /\nS3 [\s\S]*?\n {2}LOG-01 {2}MUST {4}portal {2}failed [\s\S]*?why: expected a refusal; seen two/,
  );
  assert.match(stdout, /\nresults: 1 failed, 134 not asked\n/);
});

test('list --by chapter --results leads back to the sentences', async () => {
  const { stdout } = await paircheck('list', '--results', run, '--profile', 'documented-flow');
  assert.match(stdout, /\n {2}LOG-01 [\s\S]*?rests on S1, S3\n/);
});

test('list --json is data, with or without results', async () => {
  const bare = JSON.parse((await paircheck('list', '--json', '--profile', 'otp-core')).stdout);
  assert.equal(bare.groups.flatMap(({ requirements }: { requirements: unknown[] }) => requirements).length, 33);
  const { groups } = JSON.parse((await paircheck('list', '--json', '--by', 'sentence', '--results', run)).stdout);
  assert.equal(groups[0].id, 'S1');
  assert.equal(groups[0].requirements.find(({ id }: { id: string }) => id === 'LOG-01').result, 'failed');
});

test('explain --results says what the requirement came to, and why', async () => {
  const { exitCode, stdout } = await paircheck('explain', 'LOG-01', '--results', run);
  assert.equal(exitCode, 0);
  assert.match(stdout, /\nIn the run of [^\n]+\n {2}failed: expected a refusal; seen two conversations\n/);
  const other = await paircheck('explain', 'OTP-13', '--results', run);
  assert.match(other.stdout, /\n {2}not asked: /);
  assert.doesNotMatch((await paircheck('explain', 'OTP-13')).stdout, /In the run/);
});

test('results of what is no run are refused with 2', async () => {
  for (const command of [['list'], ['explain', 'LOG-01']]) {
    const { exitCode, stderr, stdout } = await paircheck(...command, '--results', 'no-such-run');
    assert.equal(exitCode, 2);
    assert.match(stderr, /wanted the folder of a run .*got "no-such-run"/);
    assert.equal(stdout, '');
  }
});
