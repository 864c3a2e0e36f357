import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Answer } from './answer.ts';

const answer = (parts: Partial<ConstructorParameters<typeof Answer>[0]> = {}) =>
  new Answer({ status: 200, url: 'http://127.0.0.1/', fields: [], body: new Uint8Array(), ...parts });

test('a header field is found however it is written, with each of its values', () => {
  const fields = ['Set-Cookie', 'a=1; Expires=Thu, 01 Jan 1970', 'Date', 'now', 'set-cookie', 'b=2'];
  assert.deepEqual(answer({ fields }).header('set-cookie'), ['a=1; Expires=Thu, 01 Jan 1970', 'b=2']);
  assert.deepEqual(answer({ fields }).header('location'), []);
  assert.deepEqual([...answer({ fields }).headers.keys()], ['date', 'set-cookie', 'set-cookie']);
});

test('its text is UTF-8, without a byte order mark', () => {
  assert.equal(answer({ body: Buffer.from('\uFEFFzoë') }).text(), 'zoë');
});

test('a success is what the two hundreds say', () => {
  assert.deepEqual(
    [199, 200, 204, 299, 300, 404].map((status) => answer({ status }).ok),
    [false, true, true, true, false, false],
  );
});
