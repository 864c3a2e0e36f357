import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paircheck, reportFolder, verdictIn } from './paircheck.fixture.ts';

/** The order of the scenarios of a run, and the seed that it prints and writes. */
async function orderOf(...flags: string[]): Promise<{ seed: number; scenarios: string[] }> {
  const out = await reportFolder();
  const { stderr } = await paircheck('run', '--drive', 'api', '--only', 'NAV-05', ...flags, '--out', out);
  const [, printed = ''] = /order --seed (\d+)/.exec(stderr) ?? [];
  const { seed } = await verdictIn(out);
  assert.equal(seed, Number(printed));
  const lines = stderr.split('\n').filter((line) => /^\s*\d+\/\d+/.test(line));
  return { seed: Number(printed), scenarios: lines.map((line) => line.replace(/^\s*\d+\/\d+ \S+ /, '')) };
}

test('the seed that a run prints gives its order again', async () => {
  const first = await orderOf();
  assert.ok(first.scenarios.length > 3);
  assert.deepEqual(await orderOf('--seed', String(first.seed)), first);
});

test('another seed gives another order of the same scenarios, and without one each run has its own', async () => {
  const [one, other] = [await orderOf('--seed', '1'), await orderOf('--seed', '2')];
  assert.notDeepEqual(one.scenarios, other.scenarios);
  assert.deepEqual(one.scenarios.toSorted(), other.scenarios.toSorted());
  const seeds = [await orderOf(), await orderOf()].map(({ seed }) => seed);
  assert.notEqual(seeds[0], seeds[1]);
});
