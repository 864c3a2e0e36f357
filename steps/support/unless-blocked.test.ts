import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Blocked, TargetGone, Unprovided } from '../../simulators/errors.ts';
import { unlessBlocked } from './unless-blocked.ts';

const after = (error: Error) => unlessBlocked(() => Promise.reject(error));

test('what was not offered, and what nobody here could do, comes to nothing; any other error is told', async () => {
  assert.equal(await unlessBlocked(async () => true), true);
  assert.deepEqual([await after(new Blocked('')), await after(new Unprovided('a clock', ''))], [false, false]);
  await assert.rejects(after(new TargetGone('')), TargetGone);
});
