import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REFERENCE_POLICY } from './policy.ts';
import { codeOf, fingerprintOf, KEYS, MINUTE_MS, TestAccount } from './rules.fixture.ts';

function started(): TestAccount {
  const account = new TestAccount();
  account.start('Work Phone');
  return account;
}

function pair(account: TestAccount, deviceName: string, more: { secret?: string; phone?: string } = {}): string {
  const { secret = KEYS.first, phone = 'phone' } = more;
  return account.do({ type: 'pair', phoneSessionId: phone, deviceName, keyFingerprint: fingerprintOf(secret) });
}

function goOn(account: TestAccount, phone = 'phone'): string {
  return account.do({ type: 'continue', phoneSessionId: phone });
}

test('a phone pairs with the name to the letter and the right key, and in no other way', () => {
  const account = started();
  for (const name of ['work phone', 'Work Phone ', 'Work\u00a0Phone', '']) {
    assert.equal(pair(account, name), 'no-such-registration');
  }
  assert.equal(pair(account, 'Work Phone', { secret: KEYS.second }), 'no-such-registration');
  assert.equal(pair(account, 'Work Phone'), 'done');
});

test('a composed and a decomposed letter are different names', () => {
  const account = new TestAccount();
  account.start('\u00e9');
  assert.equal(pair(account, 'e\u0301'), 'no-such-registration');
});

test('a fingerprint that is no fingerprint pairs with nothing', () => {
  const event = { type: 'pair', phoneSessionId: 'phone', deviceName: 'Work Phone' } as const;
  for (const keyFingerprint of ['', 'ab', 'zz', fingerprintOf(KEYS.first).slice(2)]) {
    assert.equal(started().do({ ...event, keyFingerprint }), 'no-such-registration');
  }
});

test('pairing and Continue register nothing', () => {
  const account = started();
  pair(account, 'Work Phone');
  assert.equal(goOn(account), 'not-submitted');
  assert.deepEqual(account.names(), []);
});

test('Continue succeeds after Submit, once', () => {
  const account = started();
  pair(account, 'Work Phone');
  account.submit(codeOf(KEYS.first, account.nowMs));
  assert.deepEqual([goOn(account), goOn(account)], ['done', 'registration-over']);
});

test('the page of a double click is the same when Continue came in between', () => {
  const account = started();
  pair(account, 'Work Phone');
  const code = codeOf(KEYS.first, account.nowMs);
  account.submit(code);
  goOn(account);
  assert.equal(account.submit(code), 'done');
});

test('Continue on a phone that did not take part is refused', () => {
  const account = started();
  pair(account, 'Work Phone');
  account.submit(codeOf(KEYS.first, account.nowMs));
  assert.equal(goOn(account, 'other phone'), 'not-paired');
  assert.equal(goOn(account), 'done');
});

test('before Submit the last phone that scanned counts', () => {
  const account = started();
  pair(account, 'Work Phone');
  pair(account, 'Work Phone', { phone: 'other phone' });
  account.submit(codeOf(KEYS.first, account.nowMs));
  assert.equal(goOn(account), 'not-paired');
  assert.equal(goOn(account, 'other phone'), 'done');
});

test('after Submit no other phone can take the place of the one that scanned', () => {
  const account = started();
  pair(account, 'Work Phone');
  account.submit(codeOf(KEYS.first, account.nowMs));
  assert.equal(pair(account, 'Work Phone', { phone: 'other phone' }), 'registration-over');
  assert.equal(pair(account, 'Work Phone'), 'done');
  assert.equal(goOn(account), 'done');
});

test('a phone that was offline while scanning may pair after Submit', () => {
  const account = started();
  account.submit(codeOf(KEYS.first, account.nowMs));
  assert.equal(pair(account, 'Work Phone'), 'done');
  assert.equal(goOn(account), 'done');
});

test('a phone takes part in the registration that it scanned last', () => {
  const account = started();
  account.start('Other', { id: 'second', secret: KEYS.second });
  pair(account, 'Work Phone');
  pair(account, 'Other', { secret: KEYS.second });
  account.submit(codeOf(KEYS.first, account.nowMs));
  assert.equal(goOn(account), 'not-submitted');
});

test('an expired registration pairs with nobody', () => {
  const account = started();
  account.nowMs += REFERENCE_POLICY.registrationLifetimeMs;
  assert.equal(pair(account, 'Work Phone'), 'registration-over');
});

test('Continue has fifteen minutes from Submit on, to the millisecond', () => {
  const account = started();
  pair(account, 'Work Phone');
  account.nowMs += 14 * MINUTE_MS;
  account.submit(codeOf(KEYS.first, account.nowMs));
  const { state, nowMs } = account;
  account.nowMs = nowMs + REFERENCE_POLICY.registrationLifetimeMs - 1;
  assert.equal(goOn(account), 'done');
  account.state = state;
  account.nowMs = nowMs + REFERENCE_POLICY.registrationLifetimeMs;
  assert.equal(goOn(account), 'registration-over');
});
