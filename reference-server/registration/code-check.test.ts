import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REFERENCE_POLICY } from './policy.ts';
import { codeOf, KEYS, MINUTE_MS, STEP_MS, TestAccount, wrongCode } from './rules.fixture.ts';
import { apply } from './rules.ts';

const { maxWrongCodes, codeLockMs } = REFERENCE_POLICY;

function withDevice(): TestAccount {
  const account = new TestAccount();
  account.register();
  account.nowMs += 2 * STEP_MS;
  return account;
}

function prove(account: TestAccount, code = codeOf(KEYS.first, account.nowMs)): string {
  return account.do({ type: 'prove', code, at: 'confirmation' });
}

function failTimes(account: TestAccount, times: number): void {
  for (let count = 0; count < times; count += 1) {
    assert.equal(prove(account, wrongCode(KEYS.first, account.nowMs)), 'wrong-code');
  }
}

test('a code is accepted once: not again in its step, nor in the next', () => {
  const account = withDevice();
  const code = codeOf(KEYS.first, account.nowMs);
  assert.deepEqual([prove(account, code), prove(account, code)], ['done', 'code-used']);
  account.nowMs += STEP_MS;
  assert.equal(prove(account, code), 'code-used');
});

test('the code of Submit proves nothing afterwards', () => {
  const account = new TestAccount();
  account.register();
  assert.equal(prove(account), 'code-used');
});

test('after the code of the next step the code of this step is used up', () => {
  const account = withDevice();
  assert.equal(prove(account, codeOf(KEYS.first, account.nowMs + STEP_MS)), 'done');
  assert.equal(prove(account), 'code-used');
});

test('a wrong code does not use the right one up', () => {
  const account = withDevice();
  failTimes(account, 1);
  assert.equal(prove(account), 'done');
});

test('nine wrong codes are forgiven by a right one', () => {
  const account = withDevice();
  failTimes(account, maxWrongCodes - 1);
  assert.equal(prove(account), 'done');
  account.nowMs += STEP_MS;
  failTimes(account, maxWrongCodes - 1);
  assert.equal(prove(account), 'done');
});

test('after ten wrong codes the right one is refused for fifteen minutes, to the millisecond', () => {
  const account = withDevice();
  failTimes(account, maxWrongCodes);
  const lockedAtMs = account.nowMs;
  assert.equal(prove(account), 'too-many-tries');
  account.nowMs = lockedAtMs + codeLockMs - 1;
  assert.equal(prove(account), 'too-many-tries');
  account.nowMs += 1;
  assert.equal(prove(account), 'done');
});

test('tries during the lock do not make it longer, and after it ten more are left', () => {
  const account = withDevice();
  failTimes(account, maxWrongCodes);
  account.nowMs += 14 * MINUTE_MS;
  assert.equal(prove(account, wrongCode(KEYS.first, account.nowMs)), 'too-many-tries');
  account.nowMs += MINUTE_MS;
  failTimes(account, maxWrongCodes - 1);
  assert.equal(prove(account), 'done');
});

test('a locked account tells how long to wait', () => {
  const account = withDevice();
  failTimes(account, maxWrongCodes);
  account.nowMs += 1;
  const { problem } = apply(account.state, { type: 'prove', code: '000000', at: 'confirmation' }, account.at);
  assert.equal(problem?.retryAfterSeconds, codeLockMs / 1000);
});

test('wrong codes count for the account, whatever the registration or the way they came', () => {
  const account = withDevice();
  account.start('Other', { id: 'second', secret: KEYS.second, factorProven: true });
  account.start('Third', { id: 'third', secret: KEYS.second, factorProven: true });
  failTimes(account, 4);
  for (const id of ['second', 'third', 'second', 'third', 'second', 'third']) {
    assert.equal(account.submit(wrongCode(KEYS.second, account.nowMs), { id }), 'wrong-code');
  }
  assert.equal(prove(account), 'too-many-tries');
  assert.equal(account.submit(codeOf(KEYS.second, account.nowMs), { id: 'second' }), 'too-many-tries');
});

test('a used code is not counted as a wrong one', () => {
  const account = withDevice();
  const code = codeOf(KEYS.first, account.nowMs);
  prove(account, code);
  for (let count = 0; count < 2 * maxWrongCodes; count += 1) assert.equal(prove(account, code), 'code-used');
});

test('two steps with equal codes are used up together', () => {
  // Found by search: with this key the codes of steps 57766335 and 57766336 are equal.
  const account = new TestAccount();
  account.nowMs = 57766330 * STEP_MS;
  account.register();
  account.nowMs = 57766335 * STEP_MS;
  const code = codeOf(KEYS.first, account.nowMs);
  assert.equal(code, codeOf(KEYS.first, account.nowMs + STEP_MS));
  assert.equal(prove(account, code), 'done');
  account.nowMs += STEP_MS;
  assert.equal(prove(account, code), 'code-used');
});

test('without a device no code proves anything', () => {
  assert.equal(prove(new TestAccount()), 'wrong-code');
});
