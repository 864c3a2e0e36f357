import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { unlessInterrupted } from './interruption.ts';

const isOver = async (ending: Promise<void>) =>
  Promise.race([ending.then(() => true), setImmediate().then(() => false)]);

test('what runs is waited for, whatever it takes', async () => {
  const ending = unlessInterrupted(new Promise(() => {}), new AbortController().signal);
  assert.equal(await isOver(ending), false);
  assert.equal(await isOver(unlessInterrupted(Promise.resolve(), new AbortController().signal)), true);
});

test('what does not come to its end after an interruption is waited for no longer than a while', async ({ mock }) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const interruption = new AbortController();
  const ending = unlessInterrupted(new Promise(() => {}), interruption.signal);
  interruption.abort();
  mock.timers.tick(9_999);
  assert.equal(await isOver(ending), false);
  mock.timers.tick(1);
  assert.equal(await isOver(ending), true);
});
