import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Recorder } from '../../simulators/network/recorder.ts';
import { heardAnswers, heardOnTheWeb, inWords, statusesOf } from './heard.ts';
import type { PairWorld } from './world.ts';

const headers = new Headers();
const body = new Uint8Array();

/** A world that has heard these. */
function worldOf(...heard: { from?: string; status?: number; isPart?: boolean; isCut?: boolean }[]): PairWorld {
  const recorder = new Recorder();
  const answers = recorder.listen();
  for (const { from = 'web', status = 200, isPart = false, isCut = false } of heard) {
    const exchange = { from, method: 'GET', address: 'http://127.0.0.1:1/a?key=x', status };
    recorder.hear(exchange, { headers, isPart, ...(!isCut && { body }) });
  }
  return { listen: () => answers } as PairWorld;
}

test('where nothing was heard, or not all of it, there is nothing to look into', () => {
  assert.throws(() => heardAnswers(worldOf()), { name: 'Blocked' });
  const cut = { isCut: true, status: 201 };
  assert.throws(() => heardAnswers(worldOf({}, cut)), { name: 'Blocked', message: /GET \/a 201 / });
  assert.throws(() => heardAnswers(worldOf({}, { isCut: true, from: 'phone' })), { name: 'Blocked' });
  assert.equal(heardAnswers(worldOf({}, { isCut: true })).length, 2);
  assert.equal(heardAnswers(worldOf({}, { from: 'phone' })).length, 2);
});

test('on the web, pictures and what came before say nothing', () => {
  assert.throws(() => heardOnTheWeb(worldOf({ from: 'phone' }, { isPart: true })), { name: 'Blocked' });
  assert.throws(() => heardOnTheWeb(worldOf({}), 1), { name: 'Blocked' });
  assert.equal(heardOnTheWeb(worldOf({}, { isPart: true }, {}), 1).length, 1);
});

test('each status counts once, in whatever order scripts ask', () => {
  const world = worldOf({ status: 303 }, { status: 200 }, { status: 303 });
  assert.equal(statusesOf(heardOnTheWeb(world)), '200 303');
  assert.deepEqual(heardOnTheWeb(world).map(inWords)[0], 'web GET /a 303');
});
