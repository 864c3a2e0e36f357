import assert from 'node:assert/strict';
import { test } from 'node:test';
import { phaseOf } from './phase.ts';
import { codeOf, fingerprintOf, KEYS, MINUTE_MS, TestAccount } from './rules.fixture.ts';

function phasesOf({ state, at }: TestAccount): string[] {
  return state.registrations.map((one) => phaseOf(one, at));
}

function started(): TestAccount {
  const account = new TestAccount();
  account.start('Phone');
  return account;
}

const pair = { type: 'pair', phoneSessionId: 'phone', deviceName: 'Phone', keyFingerprint: fingerprintOf(KEYS.first) };

test('a registration is started, paired, submitted and continued; with its device it is removed', () => {
  const account = started();
  const seen = [...phasesOf(account)];
  account.do({ ...pair, type: 'pair' });
  seen.push(...phasesOf(account));
  account.submit(codeOf(KEYS.first, account.nowMs));
  seen.push(...phasesOf(account));
  account.do({ type: 'continue', phoneSessionId: 'phone' });
  seen.push(...phasesOf(account));
  account.do({ type: 'remove', deviceId: 'first', factorProven: true });
  assert.deepEqual(phasesOf(account), []);
  assert.deepEqual(seen, ['started', 'paired', 'submitted', 'continued']);
});

test('one that is not submitted in time expires, paired or not; one that was stays submitted', () => {
  const [alone, paired, submitted] = [started(), started(), started()];
  paired.do({ ...pair, type: 'pair' });
  submitted.submit(codeOf(KEYS.first, submitted.nowMs));
  for (const account of [alone, paired, submitted]) account.nowMs += 15 * MINUTE_MS;
  assert.deepEqual([alone, paired, submitted].flatMap(phasesOf), ['expired', 'expired', 'submitted']);
});
