import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import express, { type Request, type Response } from 'express';
import { middleware as openApiValidator } from 'express-openapi-validator';
import openApi from '../../protocol/openapi.json' with { type: 'json' };
import { PHONE_API } from '../../protocol/phone-api.ts';
import { PROBLEMS } from '../../protocol/problems.ts';
import { PhoneClient, WebClient } from '../faults/wire-clients.ts';
import { startTestPortal, type TestPortal } from '../portal.fixture.ts';
import { codeOf, fingerprintOf, KEYS, MINUTE_MS, wrongCode } from '../registration/rules.fixture.ts';

const INSTANT_MS = Date.UTC(2024, 2, 5);
const PROTECTED = [PHONE_API.conversations, PHONE_API.account];

async function signedIn(t: TestContext): Promise<{ portal: TestPortal; phone: PhoneClient }> {
  const portal = await startTestPortal(t);
  const phone = new PhoneClient(portal.url);
  await phone.call('POST', PHONE_API.sessions, await portal.newAccount());
  return { portal, phone };
}

test('the rule begins at its instant, to the millisecond, within a session too', async (t) => {
  const portal = await startTestPortal(t);
  const account = await portal.newAccount();
  portal.clock.set(INSTANT_MS - 1);
  const phone = new PhoneClient(portal.url);
  assert.equal((await phone.call('POST', PHONE_API.sessions, account)).body.next, 'nothing');
  for (const path of PROTECTED) assert.equal((await phone.call('GET', path)).status, 200);
  portal.clock.set(INSTANT_MS);
  assert.deepEqual((await phone.call('GET', PHONE_API.session)).body, { next: 'verify-device' });
  for (const path of PROTECTED) assert.equal((await phone.call('GET', path)).body.code, 'device-not-verified');
  assert.equal(
    (await new PhoneClient(portal.url).call('POST', PHONE_API.sessions, account)).body.next,
    'verify-device',
  );
});

test('another instant can be given', async (t) => {
  const portal = await startTestPortal(t, { enforcementInstantMs: Date.UTC(2100, 0, 1) });
  const signIn = await new PhoneClient(portal.url).call('POST', PHONE_API.sessions, await portal.newAccount());
  assert.equal(signIn.body.next, 'nothing');
});

test('nothing that the phone says of itself postpones the rule', async (t) => {
  const portal = await startTestPortal(t);
  const account = await portal.newAccount();
  const headers = {
    'content-type': 'application/json',
    date: 'Mon, 04 Mar 2024 00:00:00 GMT',
    'user-agent': 'App/1.0',
  };
  const body = JSON.stringify({ ...account, timeZone: 'Pacific/Honolulu', next: 'nothing', verified: true });
  const response = await fetch(`${portal.url}${PHONE_API.sessions}?version=1`, { method: 'POST', headers, body });
  assert.equal(((await response.json()) as { next: string }).next, 'verify-device');
});

test('a wrong password and an unknown user start nothing and are answered alike', async (t) => {
  const portal = await startTestPortal(t);
  const { username } = await portal.newAccount();
  const phone = new PhoneClient(portal.url);
  const answers = await Promise.all(
    [username, 'nobody'].map((name) => phone.call('POST', PHONE_API.sessions, { username: name, password: 'wrong' })),
  );
  assert.deepEqual(answers[0], answers[1]);
  assert.deepEqual([answers[0]?.status, answers[0]?.body.code, phone.token], [401, 'wrong-credentials', '']);
});

test('without a token, with a made-up one and with a dead one nobody gets in', async (t) => {
  const { portal, phone } = await signedIn(t);
  const dead = phone.token;
  await phone.call('DELETE', PHONE_API.session);
  for (const token of ['', 'made-up', dead]) {
    const stranger = new PhoneClient(portal.url);
    stranger.token = token;
    for (const path of [PHONE_API.session, ...PROTECTED]) assert.equal((await stranger.call('GET', path)).status, 401);
    assert.equal((await stranger.call('POST', PHONE_API.oneTimeCode, { code: '123456' })).status, 401);
    assert.equal((await stranger.call('POST', PHONE_API.continue)).body.code, 'not-signed-in');
  }
});

test('a password alone is worth ten minutes, a shown device thirty days', async (t) => {
  const { portal, phone } = await signedIn(t);
  portal.clock.advance(10 * MINUTE_MS - 1);
  assert.equal((await phone.call('GET', PHONE_API.session)).status, 200);
  portal.clock.advance(1);
  assert.equal((await phone.call('GET', PHONE_API.session)).status, 401);

  const account = await portal.newAccount();
  const web = new WebClient(portal.url);
  await web.signIn(account);
  const { address, secret } = await web.startRegistration('Phone');
  await web.submit(address, { code: codeOf(secret, portal.clock.now()) });
  portal.clock.advance(MINUTE_MS);
  await phone.call('POST', PHONE_API.sessions, account);
  const passwordOnly = phone.token;
  await phone.call('POST', PHONE_API.oneTimeCode, { code: codeOf(secret, portal.clock.now()) });
  portal.clock.advance(30 * 24 * 60 * MINUTE_MS - 1);
  assert.equal((await phone.call('GET', PHONE_API.account)).status, 200);
  portal.clock.advance(1);
  assert.equal((await phone.call('GET', PHONE_API.account)).status, 401);
  phone.token = passwordOnly;
  assert.equal((await phone.call('GET', PHONE_API.session)).status, 401);
});

test('a phone that did not take part is not told that the device is registered', async (t) => {
  const portal = await startTestPortal(t);
  const account = await portal.newAccount();
  const [web, phone, other] = [new WebClient(portal.url), new PhoneClient(portal.url), new PhoneClient(portal.url)];
  for (const one of [phone, other]) await one.call('POST', PHONE_API.sessions, account);
  await web.signIn(account);
  const { address, secret } = await web.startRegistration('Phone');
  const keyFingerprint = fingerprintOf(secret);
  assert.equal((await phone.call('POST', PHONE_API.pairing, { deviceName: 'phone', keyFingerprint })).status, 404);
  assert.equal((await phone.call('POST', PHONE_API.pairing, { deviceName: 'Phone', keyFingerprint })).status, 200);
  await web.submit(address, { code: codeOf(secret, portal.clock.now()) });
  assert.equal((await other.call('POST', PHONE_API.continue)).body.code, 'not-paired');
  assert.equal((await phone.call('POST', PHONE_API.continue)).status, 200);
});

test('a registration of another user cannot be paired', async (t) => {
  const { portal, phone } = await signedIn(t);
  const web = new WebClient(portal.url);
  await web.signIn(await portal.newAccount());
  const { secret } = await web.startRegistration('Phone');
  const answer = await phone.call('POST', PHONE_API.pairing, {
    deviceName: 'Phone',
    keyFingerprint: fingerprintOf(secret),
  });
  assert.equal(answer.body.code, 'no-such-registration');
});

test('bodies that are not as described are refused with 400 and not repeated', async (t) => {
  const { phone } = await signedIn(t);
  const keyFingerprint = fingerprintOf(KEYS.first);
  const bodies: [string, unknown][] = [
    ...[undefined, null, 123456, ['123456'], { a: '123456' }, true].map((code): [string, unknown] => [
      PHONE_API.oneTimeCode,
      { code },
    ]),
    ...['', '12345', '1234567', '１２３４５６', 'abcdef', '-12345'].map((code): [string, unknown] => [
      PHONE_API.oneTimeCode,
      { code },
    ]),
    [PHONE_API.oneTimeCode, undefined],
    [PHONE_API.pairing, { deviceName: 1, keyFingerprint }],
    [PHONE_API.pairing, { deviceName: 'Phone', keyFingerprint: keyFingerprint.toUpperCase() }],
    [PHONE_API.sessions, { username: 'ana' }],
  ];
  for (const [path, body] of bodies) {
    const answer = await phone.call('POST', path, body);
    assert.deepEqual([answer.status, answer.body.code], [400, 'bad-request'], JSON.stringify(body));
    assert.doesNotMatch(JSON.stringify(answer.body), /123456|abcdef/);
  }
});

test('a body that is no JSON is refused without a word of it', async (t) => {
  const portal = await startTestPortal(t);
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(portal.url + PHONE_API.sessions, { method: 'POST', headers, body: 'hunter2' });
  const text = await response.text();
  assert.equal(response.status, 400);
  assert.ok(!text.includes('hunter2'));
});

test('wrong codes lock the phone way too, and the answer names the time to wait', async (t) => {
  const { portal, phone } = await signedIn(t);
  for (let count = 0; count < 10; count += 1) {
    const answer = await phone.call('POST', PHONE_API.oneTimeCode, { code: wrongCode(KEYS.first, portal.clock.now()) });
    assert.equal(answer.body.code, 'wrong-code');
  }
  const answer = await phone.call('POST', PHONE_API.oneTimeCode, { code: '123456' });
  assert.deepEqual([answer.status, answer.body.retryAfterSeconds], [429, 900]);
});

test('the description knows every address and every problem', () => {
  assert.deepEqual(Object.keys(openApi.paths).sort(), Object.values(PHONE_API).sort());
  assert.deepEqual(openApi.components.schemas.Problem.properties.code.enum, Object.keys(PROBLEMS));
});

test('the description keeps to OpenAPI', async () => {
  const [first] = openApiValidator({ apiSpec: structuredClone(openApi) as never, validateApiSpec: true });
  assert.ok(first);
  const fault = await new Promise((resolve) =>
    first({ app: express() } as unknown as Request, {} as Response, resolve),
  );
  assert.equal(fault, undefined);
});
