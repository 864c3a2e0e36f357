import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { PHONE_API } from '../../protocol/phone-api.ts';
import { ControlledClock } from '../clock/clock.ts';
import type { Answer } from './answer.ts';
import { PLAYED_SERVER_URL, PlayedServer } from './played-server.ts';

const AT_EPOCH_MS = 1_709_596_800_000;
let clock: ControlledClock;
let server: PlayedServer;

beforeEach(() => {
  clock = new ControlledClock(AT_EPOCH_MS);
  server = new PlayedServer(clock);
});

function send(method: string, path: string, { token = '', body = {} } = {}): Promise<Answer> {
  return server.fetcher(`${PLAYED_SERVER_URL}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}` },
    ...(method === 'POST' && { body: JSON.stringify(body) }),
  });
}

async function answerTo(...[method, path, options]: Parameters<typeof send>): Promise<Record<string, string>> {
  return JSON.parse((await send(method, path, options)).text());
}

async function pair(): Promise<void> {
  await send('POST', PHONE_API.pairing, { body: { deviceName: 'work phone', keyFingerprint: 'ab' } });
}

test('everybody is let in, to verify the device, with a token of their own', async () => {
  const one = await answerTo('POST', PHONE_API.sessions, { body: { username: 'anybody', password: 'at all' } });
  const other = await answerTo('POST', PHONE_API.sessions);
  assert.deepEqual([one.next, other.next], ['verify-device', 'verify-device']);
  assert.notEqual(one.token, other.token);
  assert.equal((await answerTo('GET', PHONE_API.session, { token: one.token ?? '' })).next, 'verify-device');
  assert.equal((await send('DELETE', PHONE_API.session)).status, 204);
});

test('what was scanned or typed is remembered as it was sent', async () => {
  await pair();
  assert.deepEqual(server.pairings, [{ deviceName: 'work phone', keyFingerprint: 'ab' }]);
});

test('the time it tells is that of the controlled clock', async () => {
  await clock.advance(90);
  const answer = await send('POST', PHONE_API.sessions);
  assert.deepEqual(answer.header('date'), ['Tue, 05 Mar 2024 00:01:30 GMT']);
});

describe('Continue', () => {
  test('is refused as long as nothing was submitted', async () => {
    assert.equal((await send('POST', PHONE_API.continue)).status, 409);
  });

  test('is confirmed with the name and a session that may read, and a code is wanted from then on', async () => {
    await pair();
    server.isSubmitted = true;
    const { deviceName, token = '' } = await answerTo('POST', PHONE_API.continue);
    assert.equal(deviceName, 'work phone');
    for (const path of [PHONE_API.account, PHONE_API.conversations]) {
      assert.equal((await send('GET', path, { token })).status, 200);
      assert.equal((await send('GET', path, { token: 'another' })).status, 403);
    }
    const next = await answerTo('POST', PHONE_API.sessions);
    assert.equal(next.next, 'one-time-code');
    assert.equal((await answerTo('POST', PHONE_API.oneTimeCode, { body: { code: '000000' } })).next, 'nothing');
  });
});

test('a session is renewed as what it is', async () => {
  const { token = '' } = await answerTo('POST', PHONE_API.sessions);
  assert.equal((await answerTo('POST', PHONE_API.refresh, { token })).next, 'verify-device');
  const proven = await answerTo('POST', PHONE_API.oneTimeCode);
  assert.equal((await answerTo('POST', PHONE_API.refresh, { token: proven.token ?? '' })).next, 'nothing');
});

test('what the phone API does not know is not there', async () => {
  assert.equal((await send('GET', '/elsewhere')).status, 404);
});
