import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ClockState, CONTROL_API, type ServerState, type TestAccount } from '../../protocol/control-api.ts';
import { PHONE_API } from '../../protocol/phone-api.ts';
import { PhoneClient, WebClient } from '../faults/wire-clients.ts';
import { readControl, readJson, startTestPortal } from '../portal.fixture.ts';
import { codeOf } from '../registration/rules.fixture.ts';

const json = (body: unknown) => ({
  method: 'PUT',
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
});

test('the clock can be read and set, back as well', async (t) => {
  const portal = await startTestPortal(t);
  const address = portal.addresses.controlUrl + CONTROL_API.clock;
  for (const epochMs of [0, 1709596800000, 1709596799999]) {
    assert.deepEqual(await readJson<ClockState>(await fetch(address, json({ epochMs }))), { epochMs });
    assert.deepEqual(await readJson<ClockState>(await fetch(address)), { epochMs });
    assert.equal(portal.clock.now(), epochMs);
  }
});

test('what is no instant does not set the clock', async (t) => {
  const portal = await startTestPortal(t);
  const before = portal.clock.now();
  for (const body of [{}, { epochMs: '0' }, { epochMs: 0.5 }, { epochMs: -1 }, { epochMs: 1e300 }, []]) {
    assert.equal((await fetch(portal.addresses.controlUrl + CONTROL_API.clock, json(body))).status, 400);
  }
  assert.equal(portal.clock.now(), before);
});

test('an account has the name that is asked for, to the letter, and a taken or empty one is refused', async (t) => {
  const portal = await startTestPortal(t);
  const ask = (body: unknown) =>
    fetch(portal.addresses.controlUrl + CONTROL_API.accounts, { ...json(body), method: 'POST' });
  const username = 'zoë & co+x%20@example.com';
  const made = await ask({ username });
  assert.equal(made.status, 201);
  assert.equal((await readJson<TestAccount>(made)).username, username);
  for (const refused of [username, '', 7]) assert.equal((await ask({ username: refused })).status, 400);
  const [one, other] = await Promise.all([ask({}), ask({})]);
  assert.notEqual((await readJson<TestAccount>(one)).username, (await readJson<TestAccount>(other)).username);
});

test('a page that a browser has open cannot drive the controls', async (t) => {
  const portal = await startTestPortal(t);
  const headers = { origin: portal.url };
  const response = await fetch(portal.addresses.controlUrl + CONTROL_API.accounts, { method: 'POST', headers });
  assert.equal(response.status, 404);
});

test('the state is told in numbers, without secrets', async (t) => {
  const portal = await startTestPortal(t);
  const account = await portal.newAccount();
  const [web, phone] = [new WebClient(portal.url), new PhoneClient(portal.url)];
  await phone.call('POST', PHONE_API.sessions, account);
  await web.signIn(account);
  const { address, secret } = await web.startRegistration('Phone');
  await web.startRegistration('Other');
  const read = () => readControl<ServerState>(portal, CONTROL_API.state);
  assert.deepEqual(await read(), { accounts: 1, pending: 2, registered: 0, webSessions: 1, phoneSessions: 1 });
  await web.submit(address, { code: codeOf(secret, portal.clock.now()) });
  assert.deepEqual(await read(), { accounts: 1, pending: 1, registered: 1, webSessions: 1, phoneSessions: 1 });
});

test('there is nothing else on the port of the controls', async (t) => {
  const portal = await startTestPortal(t);
  const response = await fetch(`${portal.addresses.controlUrl}/sign-in`);
  assert.deepEqual(
    [response.status, response.headers.get('content-type')?.split(';')[0]],
    [404, 'application/problem+json'],
  );
});
