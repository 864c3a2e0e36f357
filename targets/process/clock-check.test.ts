import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { dateFollows } from './clock-check.ts';

const AT = Date.UTC(2024, 2, 4, 23, 59, 50, 250);

/** What comes of asking a server whose answers are made so; `follow` moves nothing by itself. */
async function asked(listener: RequestListener, follow: (atEpochMs: number) => Promise<void> = async () => {}) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const follows = await dateFollows({ url, follow, atEpochMs: AT });
  server.close();
  server.closeAllConnections();
  return follows;
}

test('a target whose answers bear the date of the clock follows it, though it is wrong and takes a moment', async () => {
  let now = 0;
  let count = 0;
  const told: number[] = [];
  const answer: RequestListener = (_, response) => {
    count += 1;
    const seen = count % 2 === 1 ? now : AT;
    response.setHeader('date', new Date(seen - 86_400_000).toUTCString()).end();
  };
  const follows = await asked(answer, async (time) => {
    told.push(time - AT);
    now = time;
  });
  assert.equal(follows, true);
  assert.deepEqual(told, [0, 3_600_000, 0]);
});

test('a target that stays where it was does not follow', async () => {
  const answer: RequestListener = (_, response) => {
    response.setHeader('date', 'Tue, 24 Nov 2026 12:00:00 GMT').end();
  };
  assert.equal(await asked(answer), false);
});

test('of a target whose answers bear no date nothing is said', async () => {
  const answer: RequestListener = (_, response) => {
    response.sendDate = false;
    response.end();
  };
  assert.equal(await asked(answer), undefined);
});
