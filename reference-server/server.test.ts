import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_OTP_PARAMETERS, formatOtpauthUri } from '../protocol/otpauth-uri.ts';
import { PHONE_API } from '../protocol/phone-api.ts';
import { DEVICES, PhoneClient, REGISTER, WebClient } from './faults/wire-clients.ts';
import { drawQrSymbol } from './pages/qr-symbol.ts';
import { startTestPortal } from './portal.fixture.ts';
import { codeOf, fingerprintOf, MINUTE_MS, STEP_MS } from './registration/rules.fixture.ts';
import { startReferenceServer } from './server.ts';

const NAME = `Ana's "phone" & <b>ÄÖÜ</b> {{1}} <%= 1 %>`;

test('web and phone register a device together, and the phone proves it at its next sign-in', async (t) => {
  const portal = await startTestPortal(t);
  const account = await portal.newAccount();
  const [web, phone] = [new WebClient(portal.url), new PhoneClient(portal.url)];
  const signedIn = await phone.call('POST', PHONE_API.sessions, account);
  assert.deepEqual([signedIn.status, signedIn.body.next], [201, 'verify-device']);
  await web.signIn(account);
  assert.match(await web.text(DEVICES), /No devices registered yet/);
  const { address, secret } = await web.startRegistration(NAME);

  const label = { issuer: 'Paircheck Reference', account: account.username };
  const uri = { type: 'totp', ...label, secret, ...DEFAULT_OTP_PARAMETERS, deviceName: NAME } as const;
  const symbol = await drawQrSymbol(formatOtpauthUri(uri));
  assert.ok((await web.text(address)).includes(`src="${symbol.dataUri}"`));
  const pairing = { deviceName: NAME, keyFingerprint: fingerprintOf(secret) };
  assert.deepEqual(await phone.call('POST', PHONE_API.pairing, pairing), { status: 200, body: { deviceName: NAME } });
  assert.equal((await phone.call('POST', PHONE_API.continue)).body.code, 'not-submitted');
  assert.equal((await phone.call('GET', PHONE_API.conversations)).body.code, 'device-not-verified');

  const submitted = await web.submit(address, { code: codeOf(secret, portal.clock.now()) });
  assert.deepEqual([submitted.status, submitted.headers.get('location')], [303, address]);
  const finished = await web.text(address);
  assert.match(finished, /role="status"/);
  const listed = 'Ana&#39;s &quot;phone&quot; &amp; &lt;b&gt;ÄÖÜ&lt;/b&gt; {{1}} &lt;%= 1 %&gt;';
  for (const page of [finished, await web.text(DEVICES)]) assert.ok(page.includes(`<li><bdi>${listed}</bdi>`));

  const passwordOnlyToken = phone.token;
  assert.equal((await phone.call('POST', PHONE_API.continue)).body.deviceName, NAME);
  assert.notEqual(phone.token, passwordOnlyToken);
  assert.deepEqual((await phone.call('GET', PHONE_API.account)).body, { username: account.username, devices: [NAME] });

  assert.equal((await phone.call('DELETE', PHONE_API.session)).status, 204);
  portal.clock.advance(STEP_MS);
  assert.equal((await phone.call('POST', PHONE_API.sessions, account)).body.next, 'one-time-code');
  const code = codeOf(secret, portal.clock.now());
  assert.equal((await phone.call('POST', PHONE_API.oneTimeCode, { code })).body.next, 'nothing');
  assert.equal((await phone.call('GET', PHONE_API.conversations)).status, 200);
  assert.equal((await web.request(DEVICES)).status, 200, 'the browser is still signed in');
});

test('of many Submits of one code at the same time all show success and one device is made', async (t) => {
  const portal = await startTestPortal(t);
  const account = await portal.newAccount();
  const web = new WebClient(portal.url);
  await web.signIn(account);
  const { address, secret } = await web.startRegistration('Phone');
  const fields = { 'form-token': await web.formToken(address), code: codeOf(secret, portal.clock.now()) };
  const submit = () => web.request(address, { method: 'POST', body: new URLSearchParams(fields) });
  const answers = await Promise.all(Array.from({ length: 10 }, submit));
  assert.deepEqual(
    new Set(answers.map(({ status, headers }) => `${status} ${headers.get('location')}`)),
    new Set([`303 ${address}`]),
  );
  assert.equal((await web.text(DEVICES)).match(/<li><bdi>/g)?.length, 1);
});

test('of many phones that send one code at the same time one gets in', async (t) => {
  const portal = await startTestPortal(t);
  const account = await portal.newAccount();
  const web = new WebClient(portal.url);
  await web.signIn(account);
  const { address, secret } = await web.startRegistration('Phone');
  await web.submit(address, { code: codeOf(secret, portal.clock.now()) });
  portal.clock.advance(STEP_MS);
  const phones = Array.from({ length: 10 }, () => new PhoneClient(portal.url));
  for (const phone of phones) await phone.call('POST', PHONE_API.sessions, account);
  const code = codeOf(secret, portal.clock.now());
  const answers = await Promise.all(phones.map((phone) => phone.call('POST', PHONE_API.oneTimeCode, { code })));
  assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  assert.equal(answers.filter(({ body }) => body.code === 'code-used').length, 9);
});

test('before another device is registered a registered one has to be shown, unless that was just done', async (t) => {
  const portal = await startTestPortal(t);
  const account = await portal.newAccount();
  const web = new WebClient(portal.url);
  await web.signIn(account);
  const { address, secret } = await web.startRegistration('Phone');
  await web.submit(address, { code: codeOf(secret, portal.clock.now()) });
  assert.match(await web.text(REGISTER), /<h1>Register new device/);
  portal.clock.advance(5 * MINUTE_MS);
  assert.match(await web.text(REGISTER), /<h1>Confirm it is you/);
  assert.equal((await web.submit(REGISTER, { code: '000000' })).status, 422);
  const before = web.cookie;
  const confirmed = await web.submit(REGISTER, { code: codeOf(secret, portal.clock.now()) });
  assert.deepEqual([confirmed.status, confirmed.headers.get('location')], [303, REGISTER]);
  assert.notEqual(web.cookie, before);
  assert.notEqual((await web.startRegistration('Tablet')).secret, secret);
});

test('two servers at the same instant make different keys, and one server never the same twice', async (t) => {
  const secrets = new Set<string>();
  for (const portal of [await startTestPortal(t), await startTestPortal(t)]) {
    const web = new WebClient(portal.url);
    await web.signIn(await portal.newAccount());
    for (const name of ['Phone', 'Phone', 'Tablet']) secrets.add((await web.startRegistration(name)).secret);
  }
  assert.equal(secrets.size, 6);
});

test('the test controls are off by default', async () => {
  const server = await startReferenceServer({ clock: { now: () => 0, set() {} } });
  const { portalUrl } = server.addresses;
  const statuses = await Promise.all(
    ['/clock', '/accounts', '/state'].map(async (path) => (await fetch(portalUrl + path)).status),
  );
  assert.deepEqual(statuses, [404, 404, 404]);
  assert.deepEqual(Object.keys(server.addresses), ['portalUrl', 'phoneApiUrl']);
  await server.close();
});

test('accounts that were given can sign in, and keys and ids come from the sources that were given', async (t) => {
  const account = { username: 'ana', password: 'correct horse' };
  const secretSource = () => new Uint8Array(20).fill(1);
  const portal = await startTestPortal(t, {
    accounts: [account],
    secretSource,
    random: (count) => new Uint8Array(count),
  });
  const web = new WebClient(portal.url);
  await web.signIn(account);
  const { address, secret } = await web.startRegistration('Phone');
  assert.equal(secret, 'AEAQCAIBAEAQCAIBAEAQCAIBAEAQCAIB');
  assert.ok(address.endsWith('/AAAAAAAAAAAAAAAAAAAAAA'));
});

test('a port that is taken is an error, for the controls as well', async (t) => {
  const portal = await startTestPortal(t);
  const port = Number(new URL(portal.url).port);
  await assert.rejects(startReferenceServer({ clock: portal.clock, port }), { code: 'EADDRINUSE' });
  await assert.rejects(startReferenceServer({ clock: portal.clock, control: { port } }), { code: 'EADDRINUSE' });
});

test('when something fails nothing is begun, nobody gets in, and whoever started the server is told', async (t) => {
  const failures: unknown[] = [];
  const failure = new Error('no randomness left');
  const account = { username: 'ana', password: 'correct horse' };
  const fail = () => {
    throw failure;
  };
  let random = (byteCount: number) => new Uint8Array(byteCount);
  const portal = await startTestPortal(t, {
    accounts: [account],
    secretSource: fail,
    random: (byteCount) => random(byteCount),
    onError: (error) => void failures.push(error),
  });
  const web = new WebClient(portal.url);
  await web.signIn(account);
  const response = await web.submit(REGISTER, { 'device-name': 'Phone' });
  assert.equal(response.status, 500);
  assert.match(await response.text(), /<h1>Something went wrong/);
  random = fail;
  const phone = new PhoneClient(portal.url);
  assert.equal((await phone.call('POST', PHONE_API.sessions, account)).body.code, 'server-error');
  assert.equal(phone.token, '');
  assert.deepEqual(failures, [failure, failure]);
});
