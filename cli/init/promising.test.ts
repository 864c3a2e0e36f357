import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scoreOf } from './promising.ts';

const NOTHING = { path: [], username: 'ada@example.com', isNew: false, lines: [] };

test('what speaks of a second factor comes before what is about security, oneself, and menus', () => {
  const names = ['Two-factor authentication', 'Sign-in options', 'My account', 'ada@example.com'];
  const scores = names.map((name) => scoreOf(name, NOTHING));
  assert.deepEqual(
    scores,
    scores.toSorted((one, other) => other - one),
  );
  assert.equal(new Set(scores).size, names.length);
  assert.ok(scores.every((score) => score > 0));
});

test('a second factor is called in several ways', () => {
  const names = ['2FA', 'refresh 2ndFA Manager', 'Second factor', 'Two-step verification', 'Multi-factor'];
  const most = scoreOf('Two-factor authentication', NOTHING);
  assert.deepEqual(
    names.map((name) => scoreOf(name, NOTHING)),
    names.map(() => most),
  );
});

test('what only says that something begins counts where it has to do with a second factor', () => {
  const isNew = true;
  assert.equal(scoreOf('Manage', { ...NOTHING, isNew }), 0);
  assert.ok(scoreOf('Manage', { ...NOTHING, isNew, lines: ['Two-factor authentication: not enabled'] }) > 0);
  assert.ok(scoreOf('Enable', { ...NOTHING, isNew, path: ['Security'] }) > 0);
  assert.equal(scoreOf('Enable', { ...NOTHING, path: ['Security'] }), 0);
});

test('nobody presses what ends, removes or sends something, or is a factor of another kind', () => {
  const names = [
    'Sign out',
    'Delete my account',
    'Disable two-factor',
    'Reset 2FA',
    'Two-factor by e-mail',
    'Add passkey',
  ];
  assert.deepEqual(
    names.filter((name) => scoreOf(name, { ...NOTHING, isNew: true, path: ['Security'] }) > 0),
    [],
  );
});
