import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runChecks } from './run-checks.ts';

test('a check that exits with 0 passes, and one that exits with another status fails with its output', async () => {
  const reported: string[] = [];
  const results = await runChecks(
    [
      { name: 'good', command: 'node --version' },
      { name: 'bad', command: 'node --no-such-option' },
    ],
    ({ name }) => reported.push(name),
  );
  assert.deepEqual(
    results.map(({ name, passed }) => ({ name, passed })),
    [
      { name: 'good', passed: true },
      { name: 'bad', passed: false },
    ],
  );
  assert.match(results[1]?.output ?? '', /bad option: --no-such-option/);
  assert.deepEqual(reported.sort(), ['bad', 'good']);
});

test('a check whose program is not installed fails and is named', async () => {
  const [result] = await runChecks([{ name: 'absent', command: 'no-such-program' }], () => undefined);
  assert.equal(result?.passed, false);
  assert.match(result?.output ?? '', /no-such-program/);
});
