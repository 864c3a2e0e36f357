import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeOf, KEYS, STEP_MS, TestAccount } from './rules.fixture.ts';

const remove = (account: TestAccount, deviceId: string, factorProven = true) =>
  account.do({ type: 'remove', deviceId, factorProven });

function withTwoDevices(): TestAccount {
  const account = new TestAccount();
  account.register();
  account.start('Tablet', { id: 'second', secret: KEYS.second, factorProven: true });
  account.submit(codeOf(KEYS.second, account.nowMs), { id: 'second' });
  assert.deepEqual(account.names(), ['Phone', 'Tablet']);
  return account;
}

test('a removed device is gone, with its registration and its codes, and the other one works', () => {
  const account = withTwoDevices();
  assert.equal(remove(account, 'first'), 'done');
  assert.deepEqual(account.names(), ['Tablet']);
  assert.deepEqual(
    account.state.registrations.map(({ id }) => id),
    ['second'],
  );
  account.nowMs += STEP_MS;
  const prove = (secret: string) =>
    account.do({ type: 'prove', code: codeOf(secret, account.nowMs), at: 'phone-sign-in' });
  assert.equal(prove(KEYS.first), 'wrong-code');
  assert.equal(prove(KEYS.second), 'done');
});

test('without a device shown lately nothing is removed', () => {
  const account = withTwoDevices();
  const before = account.state;
  assert.equal(remove(account, 'first', false), 'device-not-verified');
  assert.equal(account.state, before);
});

test('what is not there cannot be removed, whether a device was shown or not', () => {
  const account = withTwoDevices();
  const before = account.state;
  for (const factorProven of [true, false]) assert.equal(remove(account, 'third', factorProven), 'not-found');
  assert.equal(account.state, before);
});

test('a registration that is only open is no device and is not removed', () => {
  const account = new TestAccount();
  account.start('Phone');
  assert.equal(remove(account, 'first'), 'not-found');
  assert.equal(account.submit(codeOf(KEYS.first, account.nowMs)), 'done');
});

test('without a device left the next one is registered as the first, under the same name', () => {
  const account = new TestAccount();
  account.register();
  remove(account, 'first');
  account.start('Phone', { id: 'second', secret: KEYS.second });
  assert.equal(account.submit(codeOf(KEYS.second, account.nowMs), { id: 'second' }), 'done');
  assert.deepEqual(account.names(), ['Phone']);
});

test('a registration begun with a device that is removed meanwhile needs another one shown', () => {
  const account = withTwoDevices();
  const [id, secret] = ['third', 'KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU'];
  account.start('Watch', { id, secret, factorProven: true });
  remove(account, 'first');
  const code = codeOf(secret, account.nowMs);
  assert.equal(account.submit(code, { id }), 'device-not-verified');
  assert.equal(account.submit(code, { id, factorProven: true }), 'done');
});

test('the phone of a removed device cannot continue its registration', () => {
  const account = new TestAccount();
  account.start('Phone');
  account.state = {
    ...account.state,
    registrations: account.state.registrations.map((one) => ({ ...one, phoneSessionId: 'mine' })),
  };
  account.submit(codeOf(KEYS.first, account.nowMs));
  remove(account, 'first');
  assert.equal(account.do({ type: 'continue', phoneSessionId: 'mine' }), 'not-paired');
});

test('removing a device leaves the count of wrong codes as it is', () => {
  const account = withTwoDevices();
  account.do({ type: 'prove', code: '000000', at: 'confirmation' });
  const { wrongCodes } = account.state;
  assert.equal(wrongCodes.count, 1);
  remove(account, 'first');
  assert.deepEqual(account.state.wrongCodes, wrongCodes);
});
