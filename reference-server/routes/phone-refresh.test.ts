import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PHONE_API } from '../../protocol/phone-api.ts';
import { PhoneClient } from '../faults/wire-clients.ts';
import { startTestPortal, withDevices } from '../portal.fixture.ts';
import { codeOf, MINUTE_MS, STEP_MS } from '../registration/rules.fixture.ts';

test('a refresh gives a fresh token and kills the earlier one', async (t) => {
  const portal = await startTestPortal(t);
  const phone = new PhoneClient(portal.url);
  await phone.call('POST', PHONE_API.sessions, await portal.newAccount());
  const earlier = phone.token;
  const refreshed = await phone.call('POST', PHONE_API.refresh);
  assert.deepEqual([refreshed.status, refreshed.body.next], [200, 'verify-device']);
  assert.notEqual(phone.token, earlier);
  assert.equal((await phone.call('GET', PHONE_API.session)).status, 200);
  phone.token = earlier;
  for (const [method, path] of [
    ['GET', PHONE_API.session],
    ['POST', PHONE_API.refresh],
  ] as const)
    assert.equal((await phone.call(method, path)).status, 401);
});

test('nothing is proven by a refresh, and nothing is lost', async (t) => {
  const portal = await startTestPortal(t);
  const { account, secrets } = await withDevices(portal, ['Phone']);
  const phone = new PhoneClient(portal.url);
  await phone.call('POST', PHONE_API.sessions, account);
  assert.equal((await phone.call('POST', PHONE_API.refresh)).body.next, 'one-time-code');
  assert.equal((await phone.call('GET', PHONE_API.account)).status, 403);
  portal.clock.advance(STEP_MS);
  await phone.call('POST', PHONE_API.oneTimeCode, { code: codeOf(secrets[0] ?? '', portal.clock.now()) });
  assert.equal((await phone.call('POST', PHONE_API.refresh)).body.next, 'nothing');
  assert.equal((await phone.call('GET', PHONE_API.account)).status, 200);
});

test('a refresh makes no session longer', async (t) => {
  const portal = await startTestPortal(t);
  const phone = new PhoneClient(portal.url);
  await phone.call('POST', PHONE_API.sessions, await portal.newAccount());
  portal.clock.advance(10 * MINUTE_MS - 1);
  assert.equal((await phone.call('POST', PHONE_API.refresh)).status, 200);
  portal.clock.advance(1);
  assert.equal((await phone.call('POST', PHONE_API.refresh)).status, 401);
});
