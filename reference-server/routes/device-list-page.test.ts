import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PHONE_API } from '../../protocol/phone-api.ts';
import { DEVICES, PhoneClient, REGISTER, WebClient } from '../faults/wire-clients.ts';
import { startTestPortal, type TestPortal, withDevices } from '../portal.fixture.ts';
import { codeOf, fingerprintOf, MINUTE_MS, STEP_MS } from '../registration/rules.fixture.ts';

const listed = (page: string) => [...page.matchAll(/<li><bdi>([^<]*)<\/bdi>/g)].map(([, name]) => name);

/** A phone that has shown a device of this key. */
async function verifiedPhone(portal: TestPortal, account: object, secret: string): Promise<PhoneClient> {
  const phone = new PhoneClient(portal.url);
  await phone.call('POST', PHONE_API.sessions, account);
  const code = codeOf(secret, portal.clock.now());
  assert.equal((await phone.call('POST', PHONE_API.oneTimeCode, { code })).body.next, 'nothing');
  return phone;
}

test('each device has a button that is named for it, as text', async (t) => {
  const portal = await startTestPortal(t);
  const { web } = await withDevices(portal, ['Work phone', '"><b onclick=x>&amp;']);
  const page = await web.text(DEVICES);
  assert.match(page, /<button [^>]*aria-label="Remove Work phone">Remove<\/button>/);
  assert.ok(page.includes('aria-label="Remove &quot;&gt;&lt;b onclick=x&gt;&amp;amp;"'));
});

test('after a removal the page says so once, and the device is gone', async (t) => {
  const portal = await startTestPortal(t);
  const { web } = await withDevices(portal, ['<i>Phone</i>', 'Tablet']);
  const removed = await web.remove(await web.removalOf(0));
  assert.deepEqual([removed.status, removed.headers.get('location')], [303, DEVICES]);
  const page = await web.text(DEVICES);
  assert.match(page, /role="status">“<bdi>&lt;i&gt;Phone&lt;\/i&gt;<\/bdi>” has been removed from your devices\./);
  assert.deepEqual(listed(page), ['Tablet']);
  assert.doesNotMatch(await web.text(DEVICES), /role="status"/);
});

test('phones that showed the removed device are out at once, others stay, and its codes are worth nothing', async (t) => {
  const portal = await startTestPortal(t);
  const { account, web, secrets } = await withDevices(portal, ['Phone', 'Tablet']);
  portal.clock.advance(STEP_MS);
  const [first = '', second = ''] = secrets;
  const [lost, kept] = [await verifiedPhone(portal, account, first), await verifiedPhone(portal, account, second)];
  await web.remove(await web.removalOf(0));
  for (const path of [PHONE_API.account, PHONE_API.session]) assert.equal((await lost.call('GET', path)).status, 401);
  assert.deepEqual((await kept.call('GET', PHONE_API.account)).body.devices, ['Tablet']);
  portal.clock.advance(STEP_MS);
  assert.equal((await lost.call('POST', PHONE_API.sessions, account)).body.next, 'one-time-code');
  const code = codeOf(first, portal.clock.now());
  assert.equal((await lost.call('POST', PHONE_API.oneTimeCode, { code })).body.code, 'wrong-code');
  await verifiedPhone(portal, account, second);
});

test('a phone that finished the registration of the removed device is out as well', async (t) => {
  const portal = await startTestPortal(t);
  const account = await portal.newAccount();
  const [web, phone] = [new WebClient(portal.url), new PhoneClient(portal.url)];
  await phone.call('POST', PHONE_API.sessions, account);
  await web.signIn(account);
  const { address, secret } = await web.startRegistration('Phone');
  await phone.call('POST', PHONE_API.pairing, { deviceName: 'Phone', keyFingerprint: fingerprintOf(secret) });
  await web.submit(address, { code: codeOf(secret, portal.clock.now()) });
  await phone.call('POST', PHONE_API.continue);
  assert.equal((await phone.call('POST', PHONE_API.refresh)).body.next, 'nothing');
  await web.remove(await web.removalOf(0));
  assert.equal((await phone.call('GET', PHONE_API.account)).status, 401);
  assert.equal((await web.request(address)).status, 404);
});

test('without a device left the phone has to verify one, and the list says that there is none', async (t) => {
  const portal = await startTestPortal(t);
  const { account, web } = await withDevices(portal, ['Phone']);
  await web.remove(await web.removalOf(0));
  assert.match(await web.text(DEVICES), /No devices registered yet/);
  const phone = new PhoneClient(portal.url);
  assert.equal((await phone.call('POST', PHONE_API.sessions, account)).body.next, 'verify-device');
  assert.equal((await phone.call('GET', PHONE_API.account)).status, 403);
});

test('a device has to be shown lately before one is removed, and confirming leads back to the list', async (t) => {
  const portal = await startTestPortal(t);
  const { web, secrets } = await withDevices(portal, ['Phone']);
  portal.clock.advance(5 * MINUTE_MS);
  const asked = await web.remove(await web.removalOf(0));
  const page = await asked.text();
  assert.equal(asked.status, 403);
  assert.match(page, /<h1>Confirm it is you/);
  assert.ok(page.includes(`name="return-to" value="${DEVICES}"`));
  assert.deepEqual(listed(await web.text(DEVICES)), ['Phone']);
  const body = { 'return-to': DEVICES, code: codeOf(secrets[0] ?? '', portal.clock.now()) };
  const token = await web.formToken(DEVICES);
  const confirmed = await web.request(`${DEVICES}/confirm`, {
    method: 'POST',
    body: new URLSearchParams({ ...body, 'form-token': token }),
  });
  assert.deepEqual([confirmed.status, confirmed.headers.get('location')], [303, DEVICES]);
  assert.equal((await web.remove(await web.removalOf(0))).status, 303);
  assert.deepEqual(listed(await web.text(DEVICES)), []);
});

test('what a removed device has proven in a browser is worth nothing any more', async (t) => {
  const portal = await startTestPortal(t);
  const { account, web, secrets } = await withDevices(portal, ['Phone', 'Tablet']);
  portal.clock.advance(STEP_MS);
  const thief = new WebClient(portal.url);
  await thief.signIn(account);
  await thief.submit(REGISTER, { code: codeOf(secrets[0] ?? '', portal.clock.now()) });
  assert.match(await thief.text(REGISTER), /<h1>Register new device/);
  await web.remove(await web.removalOf(0));
  assert.match(await thief.text(REGISTER), /<h1>Confirm it is you/);
  assert.equal((await thief.remove(await thief.removalOf(0))).status, 403);
});

test('what is not there, or is of somebody else, is answered alike and removes nothing', async (t) => {
  const portal = await startTestPortal(t);
  const [mine, other] = [await withDevices(portal, ['Phone']), await withDevices(portal, ['Phone'])];
  const { 'form-token': token = '' } = await mine.web.removalOf(0);
  const { 'device-id': foreign = '' } = await other.web.removalOf(0);
  const pages = [];
  for (const id of [foreign, 'made-up', '']) {
    const response = await mine.web.remove({ 'form-token': token, 'device-id': id });
    assert.equal(response.status, 404);
    pages.push(await response.text());
  }
  assert.equal(new Set(pages).size, 1);
  for (const { web } of [mine, other]) assert.deepEqual(listed(await web.text(DEVICES)), ['Phone']);
});

test('nothing is removed by opening an address, without the token of the session, or without signing in', async (t) => {
  const portal = await startTestPortal(t);
  const { web } = await withDevices(portal, ['Phone']);
  const fields = await web.removalOf(0);
  assert.equal((await web.request(`${DEVICES}?${new URLSearchParams(fields)}`)).status, 200);
  for (const token of ['', 'guessed']) assert.equal((await web.remove({ ...fields, 'form-token': token })).status, 403);
  assert.equal((await new WebClient(portal.url).remove(fields)).headers.get('location')?.split('?')[0], '/sign-in');
  assert.deepEqual(listed(await web.text(DEVICES)), ['Phone']);
});
