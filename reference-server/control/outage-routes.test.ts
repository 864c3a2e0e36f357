import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CONTROL_API, type Faults, type ServerState } from '../../protocol/control-api.ts';
import { PHONE_API } from '../../protocol/phone-api.ts';
import { DEVICES, PhoneClient, REGISTER, WebClient } from '../faults/wire-clients.ts';
import { readControl, readJson, startTestPortal, type TestPortal, withDevices } from '../portal.fixture.ts';
import { codeOf, STEP_MS, wrongCode } from '../registration/rules.fixture.ts';

const setFaults = ({ addresses }: TestPortal, faults: unknown) =>
  fetch(addresses.controlUrl + CONTROL_API.faults, {
    method: 'PUT',
    body: JSON.stringify(faults),
    headers: { 'content-type': 'application/json' },
  });
const restart = ({ addresses }: TestPortal) => fetch(addresses.controlUrl + CONTROL_API.restart, { method: 'POST' });
const stateOf = (portal: TestPortal) => readControl<ServerState>(portal, CONTROL_API.state);

test('nothing fails unless asked for, what fails is told, and halves are refused', async (t) => {
  const portal = await startTestPortal(t);
  const read = () => readControl<Faults>(portal, CONTROL_API.faults);
  assert.deepEqual(await read(), { storage: false, clock: false });
  const set = await setFaults(portal, { storage: true, clock: false, other: true });
  assert.deepEqual([set.status, await readJson<Faults>(set)], [200, { storage: true, clock: false }]);
  for (const half of [{}, { storage: false }, { storage: 0, clock: 0 }, [], 'x'])
    assert.equal((await setFaults(portal, half)).status, 400);
  assert.deepEqual(await read(), { storage: true, clock: false });
});

for (const fault of ['storage', 'clock'] as const) {
  test(`while ${fault} fails no code is accepted and nothing is shown, and afterwards it goes on`, async (t) => {
    const portal = await startTestPortal(t);
    const { account, web, secrets } = await withDevices(portal, ['Phone']);
    const phone = new PhoneClient(portal.url);
    await phone.call('POST', PHONE_API.sessions, account);
    const { address, secret } = await web.startRegistration('Tablet');
    const body = new URLSearchParams({
      'form-token': await web.formToken(address),
      code: codeOf(secret, portal.clock.now()),
    });
    const removal = await web.removalOf(0);
    portal.clock.advance(STEP_MS);
    const proof = { code: codeOf(secrets[0] ?? '', portal.clock.now()) };
    await setFaults(portal, { storage: false, clock: false, [fault]: true });

    const submitted = await web.request(address, { method: 'POST', body });
    assert.equal(submitted.status, 500);
    assert.match(await submitted.text(), /<h1>Something went wrong<\/h1>\s*<p[^>]*>Nothing was confirmed\./);
    for (const path of [DEVICES, REGISTER, address]) assert.equal((await web.request(path)).status, 500, path);
    assert.equal((await web.remove(removal)).status, 500);
    const stranger = new PhoneClient(portal.url);
    assert.equal((await stranger.call('POST', PHONE_API.sessions, account)).body.code, 'server-error');
    assert.equal(stranger.token, '');
    const proven = await phone.call('POST', PHONE_API.oneTimeCode, proof);
    assert.deepEqual([proven.status, proven.body.code], [500, 'server-error']);
    assert.equal((await phone.call('POST', PHONE_API.refresh)).status, 500);
    assert.equal((await stateOf(portal)).registered, 1);

    await setFaults(portal, { storage: false, clock: false });
    assert.equal((await phone.call('POST', PHONE_API.oneTimeCode, proof)).body.next, 'nothing', 'not used up');
    assert.equal((await web.request(address, { method: 'POST', body })).status, 303);
    assert.equal((await stateOf(portal)).registered, 2);
  });
}

test('a server without a clock sends no date, keeps its headers and still serves its controls', async (t) => {
  const portal = await startTestPortal(t);
  await setFaults(portal, { storage: false, clock: true });
  for (const [path, type] of [
    ['/sign-in', 'text/html'],
    ['/', 'text/html'],
    [PHONE_API.session, 'application/problem+json'],
  ] as const) {
    const { status, headers } = await fetch(portal.url + path, { redirect: 'manual' });
    assert.deepEqual([status, headers.get('date'), headers.get('cache-control')], [500, null, 'no-store'], path);
    assert.equal(headers.get('content-type')?.split(';')[0], type);
  }
  const address = portal.addresses.controlUrl + CONTROL_API.clock;
  assert.deepEqual(await readJson(await fetch(address)), { epochMs: portal.clock.now() });
  assert.equal((await portal.newAccount()).username.startsWith('user-'), true);
  assert.equal((await stateOf(portal)).accounts, 1);
});

test('a restart forgets who is signed in, and keeps devices, open registrations and the count of wrong codes', async (t) => {
  const portal = await startTestPortal(t);
  const { account, web, secrets } = await withDevices(portal, ['Phone']);
  const phone = new PhoneClient(portal.url);
  await phone.call('POST', PHONE_API.sessions, account);
  const { address, secret } = await web.startRegistration('Tablet');
  const code = wrongCode(secrets[0] ?? '', portal.clock.now());
  const guess = async () => (await phone.call('POST', PHONE_API.oneTimeCode, { code })).body.code;
  for (let count = 0; count < 9; count += 1) assert.equal(await guess(), 'wrong-code');
  assert.equal((await restart(portal)).status, 204);

  assert.deepEqual(await stateOf(portal), { accounts: 1, pending: 1, registered: 1, webSessions: 0, phoneSessions: 0 });
  assert.equal((await phone.call('GET', PHONE_API.session)).status, 401);
  assert.equal((await web.request(DEVICES)).status, 303);
  for (const path of [CONTROL_API.messages, CONTROL_API.audit])
    assert.match(await (await fetch(portal.addresses.controlUrl + path)).text(), /device/);
  await phone.call('POST', PHONE_API.sessions, account);
  assert.equal(await guess(), 'wrong-code');
  assert.equal(await guess(), 'too-many-tries');
  portal.clock.advance(14 * 60_000 + STEP_MS);
  await web.signIn(account);
  const submitted = await web.submit(address, { code: codeOf(secret, portal.clock.now()) });
  assert.equal(submitted.status, 429, 'the lock outlives the restart, and the registration is still there');
});

test('a restart forgets wrong passwords', async (t) => {
  const portal = await startTestPortal(t);
  const account = await portal.newAccount();
  const web = new WebClient(portal.url);
  for (let count = 0; count < 20; count += 1) await web.signIn({ ...account, password: 'wrong' });
  assert.equal((await web.signIn(account)).status, 429);
  await restart(portal);
  assert.equal((await web.signIn(account)).status, 303);
});

test('the controls say what they offer', async (t) => {
  const portal = await startTestPortal(t);
  const answer = await fetch(portal.addresses.controlUrl + CONTROL_API.capabilities);
  assert.deepEqual(await readJson(answer), { capabilities: ['messages', 'audit', 'faults', 'restart'] });
});
