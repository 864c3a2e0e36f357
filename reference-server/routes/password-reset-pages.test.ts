import assert from 'node:assert/strict';
import { request } from 'node:http';
import { test } from 'node:test';
import { CONTROL_API, type MessagesAnswer } from '../../protocol/control-api.ts';
import { PHONE_API } from '../../protocol/phone-api.ts';
import { DEVICES, PhoneClient, WebClient } from '../faults/wire-clients.ts';
import { readControl, readJson, startTestPortal, type TestPortal, withDevices } from '../portal.fixture.ts';
import { codeOf, MINUTE_MS, STEP_MS } from '../registration/rules.fixture.ts';

const FORGOTTEN = '/forgotten-password';
const PASSWORD = 'a new password';

/** The addresses in the messages to this user, oldest first. */
async function linksTo(portal: TestPortal, username: string): Promise<string[]> {
  const { messages } = await readControl<MessagesAnswer>(portal, CONTROL_API.messages, username);
  return messages.flatMap(({ text }) => text.match(/http\S+/g) ?? []);
}

/** Asks for a link, and the address in the message, without the origin. */
async function linkFor(portal: TestPortal, username: string): Promise<string> {
  await new WebClient(portal.url).submit(FORGOTTEN, { username });
  const link = (await linksTo(portal, username)).at(-1) ?? '';
  assert.ok(link.startsWith(`${portal.url}/new-password?token=`), link);
  return link.slice(portal.url.length);
}

/** Sends a form by node:http, for fetch does not let anyone choose the Host. */
function statusOf(address: string, headers: Record<string, string>, body: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(address, { method: 'POST', headers }, (response) => {
      resolve(response.resume().statusCode);
    });
    sent.on('error', reject).end(body);
  });
}

test('the sign-in page leads there, and says afterwards that the password was saved', async (t) => {
  const portal = await startTestPortal(t);
  const { username } = await portal.newAccount();
  const web = new WebClient(portal.url);
  assert.match(await web.text('/sign-in'), /<a href="\/forgotten-password">Forgot your password\?<\/a>/);
  const saved = await web.submit(await linkFor(portal, username), { 'new-password': PASSWORD });
  assert.deepEqual([saved.status, saved.headers.get('location')], [303, '/sign-in']);
  assert.match(await web.text('/sign-in'), /role="status">Your new password has been saved\./);
  assert.doesNotMatch(await web.text('/sign-in'), /role="status"/);
});

test('whether there is such a user is not told', async (t) => {
  const portal = await startTestPortal(t);
  const { username } = await portal.newAccount();
  const answers = [];
  for (const name of [username, 'nobody']) {
    const response = await new WebClient(portal.url).submit(FORGOTTEN, { username: name });
    answers.push([response.status, await response.text()]);
  }
  assert.deepEqual(answers[0], answers[1]);
  assert.match(String(answers[0]?.[1]), /role="status">If there is a user of that name/);
});

test('the new password counts and the old one does not; devices stay, and the phone still needs a code', async (t) => {
  const portal = await startTestPortal(t);
  const { account, secrets } = await withDevices(portal, ['Phone']);
  const saved = await new WebClient(portal.url).submit(await linkFor(portal, account.username), {
    'new-password': PASSWORD,
  });
  assert.equal(saved.status, 303);
  const phone = new PhoneClient(portal.url);
  assert.equal((await phone.call('POST', PHONE_API.sessions, account)).body.code, 'wrong-credentials');
  const signedIn = await phone.call('POST', PHONE_API.sessions, { ...account, password: PASSWORD });
  assert.equal(signedIn.body.next, 'one-time-code');
  assert.equal((await phone.call('GET', PHONE_API.account)).status, 403);
  portal.clock.advance(STEP_MS);
  const code = codeOf(secrets[0] ?? '', portal.clock.now());
  assert.equal((await phone.call('POST', PHONE_API.oneTimeCode, { code })).body.next, 'nothing');
  assert.deepEqual((await phone.call('GET', PHONE_API.account)).body.devices, ['Phone']);
});

test('it ends all sessions of the user and none of another, and signs nobody in', async (t) => {
  const portal = await startTestPortal(t);
  const [mine, other] = [await withDevices(portal, []), await withDevices(portal, [])];
  const phone = new PhoneClient(portal.url);
  await phone.call('POST', PHONE_API.sessions, mine.account);
  const saver = new WebClient(portal.url);
  await saver.submit(await linkFor(portal, mine.account.username), { 'new-password': PASSWORD });
  assert.equal((await phone.call('GET', PHONE_API.session)).status, 401);
  for (const web of [mine.web, saver]) assert.equal((await web.request(DEVICES)).status, 303);
  assert.equal((await other.web.request(DEVICES)).status, 200);
});

test('whoever uses the link in a browser that is signed in as the user is signed out there too', async (t) => {
  const portal = await startTestPortal(t);
  const { account, web } = await withDevices(portal, []);
  await web.submit(await linkFor(portal, account.username), { 'new-password': PASSWORD });
  assert.equal((await web.request(DEVICES)).status, 303);
});

test('a link works once and for thirty minutes, and looking at it does not use it up', async (t) => {
  const portal = await startTestPortal(t);
  const { username } = await portal.newAccount();
  const [link, unused] = [await linkFor(portal, username), await linkFor(portal, username)];
  portal.clock.advance(30 * MINUTE_MS - 1);
  const web = new WebClient(portal.url);
  const stale = new URLSearchParams({
    'form-token': await web.formToken(link),
    token: link.split('token=')[1] ?? '',
    'new-password': PASSWORD,
  });
  assert.equal((await web.submit(link, { 'new-password': PASSWORD })).status, 303);
  for (const used of [link, unused]) assert.equal((await web.request(used)).status, 410);
  assert.equal((await web.request('/new-password', { method: 'POST', body: stale })).status, 410);
  const late = await linkFor(portal, username);
  portal.clock.advance(30 * MINUTE_MS);
  assert.equal((await web.request(late)).status, 410);
  for (const made of ['/new-password', '/new-password?token=made-up', '/new-password?token=a&token=b'])
    assert.equal((await web.request(made)).status, 410);
});

test('a link leads to this portal, whatever the request says of its address', async (t) => {
  const portal = await startTestPortal(t);
  const { username } = await portal.newAccount();
  const web = new WebClient(portal.url);
  const body = new URLSearchParams({ 'form-token': await web.formToken(FORGOTTEN), username });
  for (const name of ['host', 'x-forwarded-host', 'origin']) {
    const headers = { cookie: web.cookie, 'content-type': 'application/x-www-form-urlencoded', [name]: 'evil.example' };
    assert.equal(await statusOf(portal.url + FORGOTTEN, headers, String(body)), 200, name);
  }
  const links = await linksTo(portal, username);
  assert.deepEqual(
    links.map((link) => new URL(link).origin),
    [portal.url, portal.url, portal.url],
  );
});

test('a password that is too short is refused at its field, and the link stays good', async (t) => {
  const portal = await startTestPortal(t);
  const link = await linkFor(portal, (await portal.newAccount()).username);
  const web = new WebClient(portal.url);
  for (const password of ['', '1234567', 'x'.repeat(1025)]) {
    const refused = await web.submit(link, { 'new-password': password });
    assert.equal(refused.status, 400);
    assert.match(await refused.text(), /aria-describedby="field-error password-hint" aria-invalid="true"/);
  }
  assert.equal((await web.submit(link, { 'new-password': '12345678' })).status, 303);
});

test('a form without a username or without its token sends nothing', async (t) => {
  const portal = await startTestPortal(t);
  const { username } = await portal.newAccount();
  const web = new WebClient(portal.url);
  for (const one of [
    [],
    [['username', '']],
    [
      ['username', username],
      ['username', username],
    ],
  ] as [string, string][][])
    assert.equal((await web.submit(FORGOTTEN, one)).status, 400);
  const body = new URLSearchParams({ username });
  assert.equal((await web.request(FORGOTTEN, { method: 'POST', body })).status, 403);
  const answer = await fetch(portal.addresses.controlUrl + CONTROL_API.messages);
  assert.deepEqual(await readJson<MessagesAnswer>(answer), { messages: [] });
});
