import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { givenAccounts } from '../../targets/accounts/given-accounts.ts';
import { targetAt } from '../../targets/target.ts';
import { missingCapability } from './capabilities.ts';
import { stage } from './stage.ts';
import type { PairWorld } from './world.ts';

const ADDRESSES = { portalUrl: 'http://127.0.0.1:1', controlUrl: 'http://127.0.0.1:2' };
const world = (parameters: object) => ({ target: targetAt('a portal', ADDRESSES), parameters }) as unknown as PairWorld;

beforeEach(() => {
  stage.reach = { capabilities: [], accounts: givenAccounts([{ username: 'somebody', password: 'a-password' }]) };
});

afterEach(() => {
  stage.reach = { capabilities: [] };
});

test('without accounts nothing can be run, whatever its tags', () => {
  stage.reach = { capabilities: [] };
  const lack = missingCapability(world({ drive: 'api' }), []);
  assert.equal(lack?.capability, 'accounts');
  assert.equal(lack?.because, undefined);
});

test('a browser that somebody chose to do without is left out, and one that was wanted and is not there is missing', () => {
  const tags = ['@needs-browser'];
  assert.equal(missingCapability(world({ drive: 'api' }), tags)?.because, 'left out');
  const wanted = missingCapability(world({ drive: 'browser' }), tags);
  assert.deepEqual([wanted?.capability, wanted?.because], ['a browser', undefined]);
  assert.match(wanted?.provide ?? '', /install one/);
  assert.equal(missingCapability(world({ drive: 'browser', browser: {} }), tags), undefined);
  assert.equal(missingCapability(world({ drive: 'browser' }), []), undefined);
});

for (const name of ['messages', 'audit', 'faults', 'restart']) {
  test(`what needs ${name} runs where the test controls say that they offer it, and is missing elsewhere`, () => {
    const tags = [`@needs-${name}`];
    const lack = missingCapability(world({ drive: 'api' }), tags);
    assert.deepEqual([lack?.capability, lack?.because], [name, undefined]);
    stage.reach = { ...stage.reach, capabilities: [name] };
    assert.equal(missingCapability(world({ drive: 'api' }), tags), undefined);
  });
}

test('where devices have no names, what is about odd ones is left open', () => {
  const requests = { startRegistration: { send: 'POST /' }, confirm: { send: 'POST /' } };
  const nameless = { target: { requests }, parameters: { drive: 'api' } } as unknown as PairWorld;
  assert.equal(missingCapability(nameless, ['@named-devices'])?.because, 'left open');
  assert.equal(missingCapability(world({ drive: 'api' }), ['@named-devices']), undefined);
});
