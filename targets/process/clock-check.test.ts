import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { checkClockMoves } from './clock-check.ts';

const AT = Date.UTC(2024, 2, 4, 23, 59, 50, 250);

/** What comes of asking a server whose answers are made so; `follow` moves nothing by itself. */
async function checked(listener: RequestListener, follow: (atEpochMs: number) => Promise<void> = async () => {}) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const check = await checkClockMoves({ url, follow, atEpochMs: AT });
  server.close();
  server.closeAllConnections();
  return check;
}

test('a target whose answers bear the date of the clock follows it, though it takes a moment', async () => {
  let now = 0;
  let asked = 0;
  const told: number[] = [];
  const answer: RequestListener = (_, response) => {
    asked += 1;
    response.setHeader('date', new Date(asked % 2 === 0 ? now : now - 60_000).toUTCString()).end();
  };
  const { moves } = await checked(answer, async (time) => {
    told.push(time - AT);
    now = time;
  });
  assert.equal(moves, true);
  assert.deepEqual(told, [0, 3_600_000, 0]);
});

test('a target that stays where it was is told with both times and what to do', async () => {
  const answer: RequestListener = (_, response) => {
    response.setHeader('date', 'Tue, 24 Nov 2026 12:00:00 GMT').end();
  };
  const { moves, says } = await checked(answer);
  assert.equal(moves, false);
  assert.match(
    says,
    /set to 2024-03-04T23:59:50\.250Z, .* still says 2026-11-24T12:00:00\.000Z: faketime moves no static/,
  );
});

test('of a target whose answers bear no date nothing is said', async () => {
  const answer: RequestListener = (_, response) => {
    response.sendDate = false;
    response.end();
  };
  const { moves, says } = await checked(answer);
  assert.equal(moves, undefined);
  assert.match(says, /cannot be told/);
});
