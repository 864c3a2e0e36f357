import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { ControlledClock } from '../../simulators/clock/clock.ts';
import { Registration } from './person.ts';
import { knownSecrets } from './secrets.ts';
import { codeForWeb, codeOfNewest } from './web-sign-in.ts';

const START = Date.UTC(2026, 0, 15, 12, 0, 10);
const keyed = (secret: string) => new Registration('work phone', `otpauth://totp/a:b?secret=${secret}&issuer=a`);
const [first, second] = [keyed('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'), keyed('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP')] as const;
const keptCode = async () => '123456';

let clock: ControlledClock;

beforeEach(() => {
  clock = new ControlledClock(START);
});

test('without a device there is no code to give, and a device of an earlier scenario has one', async () => {
  assert.equal(codeForWeb({ clock }, { registrations: [], sentCodes: [], keptCode: undefined }), undefined);
  const code = codeForWeb({ clock }, { registrations: [first], sentCodes: ['000000'], keptCode });
  assert.equal(await code?.(), '123456');
});

test('of the registrations the newest counts whose code was sent, and a code that was sent is not sent again', async () => {
  const sentCodes = [first.authenticator.codeAt(START)];
  const code = codeForWeb({ clock }, { registrations: [first, second], sentCodes, keptCode });
  const given = await code?.();
  assert.equal(given, first.authenticator.codeAt(clock.now()));
  assert.ok(clock.now() >= START + 30_000);
  assert.deepEqual(sentCodes, [first.authenticator.codeAt(START), given]);
  assert.ok(knownSecrets.has(given ?? ''), 'no report may hold it');
});

test('where the code of now was not sent, nothing is waited for', async () => {
  const sentCodes = [second.authenticator.codeAt(START - 30_000)];
  const code = codeForWeb({ clock }, { registrations: [second], sentCodes, keptCode: undefined });
  assert.equal(await code?.(), second.authenticator.codeAt(START));
  assert.equal(clock.now(), START);
});

test('where a wrong code was taken for right, the newest device has the code all the same', async () => {
  const sentCodes = [`0${second.authenticator.codeAt(START)}`];
  const owner = { registrations: [first, second], sentCodes, keptCode: undefined };
  assert.equal(codeForWeb({ clock }, owner), undefined);
  assert.equal(await codeOfNewest({ clock }, owner)?.(), second.authenticator.codeAt(START));
  assert.equal(codeOfNewest({ clock }, { ...owner, registrations: [] }), undefined);
});
