import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Outages } from '../outages.ts';
import { KEYS } from '../registration/rules.fixture.ts';
import { Accounts } from './accounts.ts';

test('while storage fails nothing is read and nothing happens, and afterwards all is as it was', () => {
  const outages = new Outages();
  const accounts = new Accounts(outages);
  accounts.add('ana', 'correct horse');
  const event = {
    type: 'start',
    registrationId: 'first',
    secret: KEYS.first,
    deviceName: 'Phone',
    factorProven: false,
  } as const;
  outages.set({ storage: true, clock: false });
  assert.throws(() => accounts.state('ana'), { name: 'ProvokedOutage' });
  assert.throws(() => accounts.apply('ana', event, 0), { name: 'ProvokedOutage' });
  assert.equal(accounts.count(0).accounts, 1, 'the test controls still count');
  outages.set({ storage: false, clock: false });
  assert.deepEqual(accounts.state('ana').registrations, []);
  assert.equal(accounts.apply('ana', event, 0).problem, undefined);
});

test('a password that is set replaces the one before it', () => {
  const accounts = new Accounts(new Outages());
  accounts.add('ana', 'before');
  accounts.setPassword('ana', 'after');
  assert.deepEqual([accounts.isPassword('ana', 'before'), accounts.isPassword('ana', 'after')], [false, true]);
  assert.throws(() => accounts.setPassword('ben', 'after'), RangeError);
});
