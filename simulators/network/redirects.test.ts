import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Answer } from './answer.ts';
import type { HttpRequest } from './fetcher.ts';
import { following } from './redirects.ts';

const ORIGIN = 'http://127.0.0.1:1';
const POSTED: HttpRequest = {
  method: 'POST',
  headers: { accept: 'text/html', 'Content-Type': 'text/plain', authorization: 'Bearer token' },
  body: 'text',
};

/** Sends a request to `/from`, where it is answered with this status and place, and tells what else was asked. */
async function followed(status: number, location: string | undefined, request = POSTED) {
  const asked: [address: string, request: HttpRequest][] = [];
  const answer = await following(async (url, each) => {
    asked.push([url, each]);
    const isFirst = url.endsWith('/from');
    const fields = isFirst && location !== undefined ? ['Location', location] : [];
    return new Answer({ status: isFirst ? status : 200, url, fields, body: new Uint8Array() });
  })(`${ORIGIN}/from`, request);
  return { answer, next: asked[1] };
}

for (const status of [301, 302, 303]) {
  test(`${status} after a POST leads to a page that is only read`, async () => {
    const { answer, next } = await followed(status, '/to');
    const headers = { accept: 'text/html', authorization: 'Bearer token' };
    assert.deepEqual(next, [`${ORIGIN}/to`, { method: 'GET', headers }]);
    assert.deepEqual([answer.status, answer.url], [200, `${ORIGIN}/to`]);
  });
}

for (const status of [307, 308]) {
  test(`${status} sends the same again`, async () => {
    const { next } = await followed(status, '/to');
    assert.deepEqual(next, [`${ORIGIN}/to`, POSTED]);
  });
}

test('a token is for those alone whom it was given to', async () => {
  const { next } = await followed(307, 'http://127.0.0.1:2/to');
  assert.deepEqual(Object.keys(next?.[1].headers ?? {}), ['accept', 'Content-Type']);
});

test('an answer that leads nowhere is the answer', async () => {
  assert.equal((await followed(302, undefined)).answer.status, 302);
  assert.equal((await followed(304, '/to')).answer.status, 304);
});

test('going round in circles ends', async () => {
  await assert.rejects(followed(302, '/from'), /20 redirects, and then another/);
});
