import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REFERENCE_POLICY } from './policy.ts';
import { codeOf, KEYS, MINUTE_MS, NOON_MS, STEP_MS, TestAccount, wrongCode } from './rules.fixture.ts';

function started(): TestAccount {
  const account = new TestAccount();
  account.start('Phone');
  return account;
}

test('nothing is registered before Submit', () => {
  const account = started();
  assert.deepEqual(account.names(), []);
  assert.equal(
    account.do({ type: 'prove', code: codeOf(KEYS.first, account.nowMs), at: 'confirmation' }),
    'wrong-code',
  );
});

test('the right code registers the device under its name to the letter', () => {
  const account = new TestAccount();
  account.start(' ÄÖÜ-телефон ');
  assert.equal(account.submit(codeOf(KEYS.first, account.nowMs)), 'done');
  assert.deepEqual(account.names(), [' ÄÖÜ-телефон ']);
});

test('a wrong code registers nothing, and the right one works afterwards with the same key', () => {
  const account = started();
  assert.equal(account.submit(wrongCode(KEYS.first, account.nowMs)), 'wrong-code');
  assert.deepEqual(account.names(), []);
  assert.equal(account.submit(codeOf(KEYS.first, account.nowMs)), 'done');
});

test('the code of one registration does not submit another', () => {
  const account = started();
  account.start('Other', { id: 'second', secret: KEYS.second });
  assert.equal(account.submit(codeOf(KEYS.second, account.nowMs)), 'wrong-code');
  assert.equal(account.submit(codeOf(KEYS.first, account.nowMs), { id: 'second' }), 'wrong-code');
  assert.deepEqual(account.names(), []);
});

test('after Next again the earlier registration is still good for itself', () => {
  const account = started();
  account.start('Other', { id: 'second', secret: KEYS.second });
  assert.equal(account.submit(codeOf(KEYS.first, account.nowMs)), 'done');
  assert.deepEqual(account.names(), ['Phone']);
});

test('the same code again is answered as before and makes no second device', () => {
  const account = started();
  const code = codeOf(KEYS.first, account.nowMs);
  assert.deepEqual([account.submit(code), account.submit(code)], ['done', 'done']);
  account.nowMs += 5 * MINUTE_MS;
  assert.equal(account.submit(code), 'done');
  assert.deepEqual(account.names(), ['Phone']);
});

test('another code after Submit is refused and not counted', () => {
  const account = started();
  account.submit(codeOf(KEYS.first, account.nowMs));
  account.nowMs += STEP_MS;
  assert.equal(account.submit(codeOf(KEYS.first, account.nowMs)), 'registration-over');
  assert.equal(account.state.wrongCodes.count, 0);
});

test('a registration that never began cannot be submitted', () => {
  assert.equal(started().submit('123456', { id: 'unknown' }), 'no-such-registration');
});

test('a registration waits fifteen minutes for Submit, to the millisecond', () => {
  const inTime = started();
  inTime.nowMs = NOON_MS + REFERENCE_POLICY.registrationLifetimeMs - 1;
  assert.equal(inTime.submit(codeOf(KEYS.first, inTime.nowMs)), 'done');
  const late = started();
  late.nowMs = NOON_MS + REFERENCE_POLICY.registrationLifetimeMs;
  assert.equal(late.submit(codeOf(KEYS.first, late.nowMs)), 'registration-over');
  assert.deepEqual(late.names(), []);
});

test('of two registrations of one name the second to be submitted is refused, and its code is not used up', () => {
  const account = started();
  account.start('Phone', { id: 'second', secret: KEYS.second });
  account.submit(codeOf(KEYS.first, account.nowMs));
  const second = { id: 'second', factorProven: true };
  assert.equal(account.submit(codeOf(KEYS.second, account.nowMs), second), 'name-taken');
  assert.deepEqual(account.names(), ['Phone']);
});

test('whoever has a device has to show it before another is started', () => {
  const account = started();
  account.submit(codeOf(KEYS.first, account.nowMs));
  assert.equal(account.start('Other', { id: 'second' }), 'device-not-verified');
  assert.equal(account.start('Other', { id: 'second', factorProven: true }), 'done');
});

test('a registration started before there was a device needs proof of that device', () => {
  const account = started();
  account.start('Other', { id: 'second', secret: KEYS.second });
  account.submit(codeOf(KEYS.first, account.nowMs));
  const code = codeOf(KEYS.second, account.nowMs);
  assert.equal(account.submit(code, { id: 'second' }), 'device-not-verified');
  assert.equal(account.submit(code, { id: 'second', factorProven: true }), 'done');
});

test('a registration started with proof may be submitted when the proof is no longer fresh', () => {
  const account = started();
  account.submit(codeOf(KEYS.first, account.nowMs));
  account.start('Other', { id: 'second', secret: KEYS.second, factorProven: true });
  account.nowMs += 10 * MINUTE_MS;
  assert.equal(account.submit(codeOf(KEYS.second, account.nowMs), { id: 'second' }), 'done');
});

test('Next refuses a bad name and begins nothing', () => {
  const account = new TestAccount();
  assert.equal(account.start('\u200b'), 'name-empty');
  assert.deepEqual(account.state.registrations, []);
});

test('registrations are forgotten a day after they ended', () => {
  const account = started();
  account.nowMs += 25 * 60 * MINUTE_MS;
  account.start('Other', { id: 'second' });
  assert.deepEqual(
    account.state.registrations.map(({ id }) => id),
    ['second'],
  );
});
