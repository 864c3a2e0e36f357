import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Unprovided } from '../../simulators/errors.ts';
import { givenAccounts } from './given-accounts.ts';

const ADA = { username: 'ada', password: 'one' };
const BRIN = { username: 'brin', password: 'two' };
const NOBODY = new Set<string>();

test('each account is handed out once before any is again, and then it is told that it has been used', async () => {
  const source = givenAccounts([ADA, BRIN]);
  const seen = [];
  for (let time = 0; time < 4; time += 1) {
    const { credentials, isFresh } = await source.next({ not: NOBODY });
    seen.push([credentials.username, isFresh]);
  }
  assert.deepEqual(seen, [
    ['ada', true],
    ['brin', true],
    ['ada', false],
    ['brin', false],
  ]);
  assert.equal(source.size, 2);
});

test('an account that is wanted rather than others is taken out of turn, where it is free', async () => {
  const source = givenAccounts([ADA, BRIN]);
  const rather = (username: string) => username === 'brin';
  assert.equal((await source.next({ not: NOBODY, rather })).credentials.username, 'brin');
  assert.equal((await source.next({ not: new Set(['brin']), rather })).credentials.username, 'ada');
});

test('nobody gets the account of somebody else in the same scenario', async () => {
  const source = givenAccounts([ADA, BRIN]);
  assert.equal((await source.next({ not: new Set(['ada']) })).credentials.username, 'brin');
  assert.equal((await source.next({ not: new Set(['brin']) })).credentials.username, 'ada');
});

test('where there is no further account, or none of a name that is asked for, the capability is named', async () => {
  const lacks = (capability: string) => (error: unknown) =>
    error instanceof Unprovided && error.capability === capability;
  await assert.rejects(givenAccounts([ADA]).next({ not: new Set(['ada']) }), lacks('a second account'));
  await assert.rejects(
    givenAccounts([ADA]).next({ not: NOBODY, username: 'zoë' }),
    lacks('accounts with a chosen name'),
  );
});
