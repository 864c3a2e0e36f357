import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Note, notesOn } from './notes.ts';
import { codeOf, KEYS, TestAccount, wrongCode } from './rules.fixture.ts';
import { apply } from './rules.ts';
import type { RegistrationEvent } from './transition.ts';

/** Lets it happen, and answers with what is worth noting of it. */
function notesAfter(account: TestAccount, event: RegistrationEvent): Note[] {
  const before = account.state;
  const transition = apply(before, event, account.at);
  account.state = transition.state;
  return notesOn(before, event, transition);
}

test('a device is noted once, when it is registered, and once when it is removed', () => {
  const account = new TestAccount();
  const detail = { deviceName: '<b>Phone</b>' };
  const start = {
    type: 'start',
    registrationId: 'first',
    secret: KEYS.first,
    factorProven: false,
    ...detail,
  } as const;
  const submit = { type: 'submit', registrationId: 'first', factorProven: false } as const;
  const code = codeOf(KEYS.first, account.nowMs);
  assert.deepEqual(notesAfter(account, start), []);
  assert.deepEqual(notesAfter(account, { ...submit, code }), [{ event: 'device-registered', detail }]);
  assert.deepEqual(notesAfter(account, { ...submit, code }), [], 'a double click');
  const remove = { type: 'remove', deviceId: 'first' } as const;
  assert.deepEqual(notesAfter(account, { ...remove, factorProven: false }), []);
  assert.deepEqual(notesAfter(account, { ...remove, factorProven: true }), [{ event: 'device-removed', detail }]);
});

test('a code that was refused is noted without the code, with the place where it was shown and the reason', () => {
  const account = new TestAccount();
  account.start('Phone');
  const [right, wrong] = [codeOf(KEYS.first, account.nowMs), wrongCode(KEYS.first, account.nowMs)];
  const submit = { type: 'submit', registrationId: 'first', factorProven: false } as const;
  const refused = (at: string, reason: string) => [{ event: 'code-refused', detail: { at, reason } }];
  assert.deepEqual(notesAfter(account, { ...submit, code: wrong }), refused('registration', 'wrong-code'));
  account.submit(right);
  for (const at of ['confirmation', 'phone-sign-in'] as const) {
    assert.deepEqual(notesAfter(account, { type: 'prove', code: wrong, at }), refused(at, 'wrong-code'));
    assert.deepEqual(notesAfter(account, { type: 'prove', code: right, at }), refused(at, 'code-used'));
  }
});

test('the lock is noted with the code that brings it, and once', () => {
  const account = new TestAccount();
  account.register();
  const prove = { type: 'prove', code: wrongCode(KEYS.first, account.nowMs), at: 'phone-sign-in' } as const;
  const events = Array.from({ length: 11 }, () => notesAfter(account, prove).map(({ event }) => event));
  assert.deepEqual(events, [
    ...Array.from({ length: 9 }, () => ['code-refused']),
    ['code-refused', 'codes-locked'],
    [],
  ]);
});
