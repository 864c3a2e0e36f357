import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type AuditAnswer,
  type AuditEntry,
  CONTROL_API,
  type MessagesAnswer,
  type RegistrationsAnswer,
} from '../../protocol/control-api.ts';
import { PHONE_API } from '../../protocol/phone-api.ts';
import { PhoneClient, REGISTER, WebClient } from '../faults/wire-clients.ts';
import { readControl, startTestPortal, type TestPortal, withDevices } from '../portal.fixture.ts';
import { codeOf, MINUTE_MS, wrongCode } from '../registration/rules.fixture.ts';

const entriesOf = async (portal: TestPortal, username?: string): Promise<Omit<AuditEntry, 'atMs'>[]> => {
  const { entries } = await readControl<AuditAnswer>(portal, CONTROL_API.audit, username);
  return entries.map(({ atMs: _, ...entry }) => entry);
};

test('the user is told of a device that was added and of one that was removed, without key and code', async (t) => {
  const portal = await startTestPortal(t);
  const name = `<b>Ana's</b> "phone" \u202e`;
  const { account, web, secrets } = await withDevices(portal, [name]);
  const atMs = portal.clock.now();
  portal.clock.advance(MINUTE_MS);
  await web.remove(await web.removalOf(0));
  const { messages } = await readControl<MessagesAnswer>(portal, CONTROL_API.messages, account.username);
  assert.deepEqual(
    messages.map(({ to, sentAtMs, subject }) => [to, sentAtMs, subject]),
    [
      [account.username, atMs, 'A device was added to your account'],
      [account.username, atMs + MINUTE_MS, 'A device was removed from your account'],
    ],
  );
  for (const { subject, text } of messages) {
    assert.ok(text.includes(`\n    ${name}\n`));
    for (const secret of [secrets[0] ?? '', codeOf(secrets[0] ?? '', atMs), account.password])
      assert.ok(!`${subject} ${text}`.includes(secret));
  }
});

test('a double click on Submit, a wrong code and a Remove that is refused send nothing', async (t) => {
  const portal = await startTestPortal(t);
  const account = await portal.newAccount();
  const web = new WebClient(portal.url);
  await web.signIn(account);
  const { address, secret } = await web.startRegistration('Phone');
  await web.submit(address, { code: wrongCode(secret, portal.clock.now()) });
  const body = new URLSearchParams({
    'form-token': await web.formToken(address),
    code: codeOf(secret, portal.clock.now()),
  });
  for (let count = 0; count < 2; count += 1) await web.request(address, { method: 'POST', body });
  portal.clock.advance(5 * MINUTE_MS);
  await web.remove(await web.removalOf(0));
  assert.equal((await readControl<MessagesAnswer>(portal, CONTROL_API.messages, account.username)).messages.length, 1);
});

test('what happens to devices and codes is noted with user and time, names as data', async (t) => {
  const portal = await startTestPortal(t);
  const deviceName = '"}]\u2028, <b>';
  const { account, web, secrets } = await withDevices(portal, [deviceName]);
  const { username } = account;
  const code = wrongCode(secrets[0] ?? '', portal.clock.now());
  portal.clock.advance(5 * MINUTE_MS);
  const phone = new PhoneClient(portal.url);
  await phone.call('POST', PHONE_API.sessions, account);
  await phone.call('POST', PHONE_API.oneTimeCode, { code });
  await web.submit(REGISTER, { code });
  await web.submit(REGISTER, { code: codeOf(secrets[0] ?? '', portal.clock.now()) });
  await web.remove(await web.removalOf(0));
  const reason = 'wrong-code';
  assert.deepEqual(await entriesOf(portal, username), [
    { username, event: 'device-registered', detail: { deviceName } },
    { username, event: 'code-refused', detail: { at: 'phone-sign-in', reason } },
    { username, event: 'code-refused', detail: { at: 'confirmation', reason } },
    { username, event: 'device-removed', detail: { deviceName } },
  ]);
  const { entries } = await readControl<AuditAnswer>(portal, CONTROL_API.audit, username);
  assert.equal(entries.at(-1)?.atMs, portal.clock.now());
  for (const secret of [code, secrets[0] ?? '']) assert.ok(!JSON.stringify(entries).includes(secret));
});

test('a refused sign-in is noted, and what was typed as username only where there is such a user', async (t) => {
  const portal = await startTestPortal(t);
  const { username } = await portal.newAccount();
  await new WebClient(portal.url).signIn({ username, password: 'wrong' });
  await new PhoneClient(portal.url).call('POST', PHONE_API.sessions, { username: 'hunter2', password: 'wrong' });
  const detail = { reason: 'wrong-credentials' };
  assert.deepEqual(await entriesOf(portal, username), [{ username, event: 'sign-in-refused', detail }]);
  assert.deepEqual((await entriesOf(portal)).at(-1), { event: 'sign-in-refused', detail });
  assert.deepEqual(await entriesOf(portal, 'hunter2'), []);
});

test('a password that was chosen anew is noted and told, without it and without the token', async (t) => {
  const portal = await startTestPortal(t);
  const { username } = await portal.newAccount();
  const web = new WebClient(portal.url);
  await web.submit('/forgotten-password', { username });
  const { messages } = await readControl<MessagesAnswer>(portal, CONTROL_API.messages, username);
  const token = /token=(\S+)/.exec(messages[0]?.text ?? '')?.[1] ?? '';
  await web.submit(`/new-password?token=${token}`, { 'new-password': 'a new password' });
  assert.deepEqual(await entriesOf(portal, username), [{ username, event: 'password-reset' }]);
  const after = (await readControl<MessagesAnswer>(portal, CONTROL_API.messages, username)).messages;
  assert.deepEqual(
    after.map(({ subject }) => subject),
    ['Choose a new password', 'Your password was changed'],
  );
  for (const secret of [token, 'a new password']) assert.ok(!after[1]?.text.includes(secret));
});

test('more than one name is refused', async (t) => {
  const portal = await startTestPortal(t);
  for (const path of [CONTROL_API.messages, CONTROL_API.audit])
    assert.equal((await fetch(`${portal.addresses.controlUrl}${path}?username=a&username=b`)).status, 400);
});

test('how far each registration has come is told without any secret', async (t) => {
  const portal = await startTestPortal(t);
  const { account, secrets } = await withDevices(portal, ['first phone']);
  const other = await portal.newAccount();
  const stranger = new WebClient(portal.url);
  await stranger.signIn(other);
  const { secret } = await stranger.startRegistration('tablet');
  const answer = await readControl<RegistrationsAnswer>(portal, CONTROL_API.registrations);
  const startedAtMs = portal.clock.now();
  assert.deepEqual(answer, {
    registrations: [
      { username: account.username, deviceName: 'first phone', startedAtMs, phase: 'submitted' },
      { username: other.username, deviceName: 'tablet', startedAtMs, phase: 'started' },
    ],
  });
  for (const one of [...secrets, secret]) assert.ok(!JSON.stringify(answer).includes(one));
});
