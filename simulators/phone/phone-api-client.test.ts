import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import nock from 'nock';
import { PHONE_API } from '../../protocol/phone-api.ts';
import { TargetGone } from '../errors.ts';
import { fetchOnce } from '../network/fetcher.ts';
import { Recorder } from '../network/recorder.ts';
import { answerOnlyMocks } from './phone.fixture.ts';
import { PhoneApiClient } from './phone-api-client.ts';
import { PhoneWire } from './phone-wire.ts';

const ORIGIN = 'http://127.0.0.1:18080';
const CREDENTIALS = { username: 'user-1', password: 'a password' };

let client: PhoneApiClient;

answerOnlyMocks();

beforeEach(() => {
  client = new PhoneApiClient(new PhoneWire(ORIGIN, { name: 'phone', recorder: new Recorder(), fetcher: fetchOnce }));
});

/** The server, which answers only a caller that shows this token. */
function toBearerOf(token: string): nock.Scope {
  return nock(ORIGIN).matchHeader('authorization', `Bearer ${token}`);
}

/** The server, which answers only a caller that shows no token. */
function toStranger(): nock.Scope {
  return nock(ORIGIN, { badheaders: ['authorization'] });
}

async function signIn(token: string): Promise<void> {
  toStranger().post(PHONE_API.sessions, CREDENTIALS).reply(201, { next: 'one-time-code', token });
  assert.equal(await client.signIn(CREDENTIALS), 'one-time-code');
}

for (const [what, body, words] of [
  ['its detail', { title: 'Too many tries', detail: 'Try again in 15 minutes' }, 'Try again in 15 minutes'],
  ['its title where there is no detail', { title: 'Too many tries' }, 'Too many tries'],
  ['the status where it says nothing', {}, 'the server answered 429'],
  ['the status where it is no JSON', '<h1>no</h1>', 'the server answered 429'],
  ['the status where it is no object', 'null', 'the server answered 429'],
] as const) {
  test(`a refusal is worded by ${what}`, async () => {
    nock(ORIGIN).post(PHONE_API.sessions).reply(429, body);
    assert.deepEqual(await client.signIn(CREDENTIALS), { refused: words, status: 429 });
  });
}

test('the token of the sign-in is shown from then on, until a fresh one takes its place', async () => {
  await signIn('token-1');
  toBearerOf('token-1')
    .post(PHONE_API.oneTimeCode, { code: '012345' })
    .reply(200, { next: 'nothing', token: 'token-2' });
  assert.equal(await client.sendOneTimeCode('012345'), 'nothing');
  toBearerOf('token-2').post(PHONE_API.continue).reply(200, { deviceName: 'work phone', token: 'token-3' });
  assert.equal(await client.continue(), undefined);
  toBearerOf('token-3').delete(PHONE_API.session).reply(204);
  await client.signOut();
});

test('the token is kept when an answer brings no other, and when the server refuses', async () => {
  await signIn('token-1');
  toBearerOf('token-1').post(PHONE_API.oneTimeCode).reply(422, { title: 'This code is not right' });
  assert.deepEqual(await client.sendOneTimeCode('000000'), { refused: 'This code is not right', status: 422 });
  toBearerOf('token-1').post(PHONE_API.oneTimeCode).reply(200, { next: 'nothing' });
  await client.sendOneTimeCode('012345');
  toBearerOf('token-1').post(PHONE_API.pairing).reply(200, { deviceName: 'work phone' });
  assert.equal(await client.pair('work phone', 'GEZDGNBV'), undefined);
});

test('the token is dropped by signing out, after which there is no session to end', async () => {
  await signIn('token-1');
  toBearerOf('token-1').delete(PHONE_API.session).reply(204);
  await client.signOut();
  await client.signOut();
  await signIn('token-2');
});

test('signing in again shows no token of the session before, and a refused sign-in leaves none', async () => {
  await signIn('token-1');
  toStranger().post(PHONE_API.sessions).reply(401, { title: 'Wrong username or password' });
  await client.signIn(CREDENTIALS);
  toStranger().post(PHONE_API.continue).reply(401, { title: 'Sign in first' });
  assert.deepEqual(await client.continue(), { refused: 'Sign in first', status: 401 });
});

test('another client of the same server has no session', async () => {
  await signIn('token-1');
  toStranger().post(PHONE_API.continue).reply(401, { title: 'Sign in first' });
  await client.duplicate().continue();
});

for (const [what, status, account, conversations, shown] of [
  ['a success that holds it', 200, { username: 'user-1', devices: [] }, { conversations: [] }, true],
  ['a success that holds something else', 200, { next: 'one-time-code' }, { next: 'one-time-code' }, false],
  ['a success that is no JSON', 200, '<h1>Sign in</h1>', '', false],
  ['a refusal that looks like it', 403, { username: 'user-1' }, { conversations: [] }, false],
] as const) {
  test(`protected data counts as ${shown ? 'shown' : 'not shown'} after ${what}`, async () => {
    nock(ORIGIN).get(PHONE_API.account).reply(status, account);
    nock(ORIGIN).get(PHONE_API.conversations).reply(status, conversations);
    assert.deepEqual(await client.protectedData(), [
      { resource: 'account', shown },
      { resource: 'conversations', shown },
    ]);
  });
}

test('a success that cannot be read is no success', async () => {
  for (const body of ['<h1>Welcome</h1>', 'null', '"yes"']) {
    nock(ORIGIN).post(PHONE_API.continue).reply(200, body);
    assert.deepEqual(await client.continue(), {
      refused: 'the server answered 200, but not with what was asked',
      status: 200,
    });
  }
});

test('a server that does not answer is gone, and the message has neither password nor token', async () => {
  await signIn('token-1');
  nock(ORIGIN)
    .post(PHONE_API.oneTimeCode)
    .replyWithError(Object.assign(new Error('broken'), { code: 'ECONNRESET' }))
    .get('/')
    .replyWithError('nobody there either');
  await assert.rejects(
    client.sendOneTimeCode('012345'),
    (error) => error instanceof TargetGone && !/token-1|012345|a password/.test(error.message),
  );
});
