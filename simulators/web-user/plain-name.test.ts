import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goesBy, plainName } from './plain-name.ts';

test('icons and arrows around a name, and places to break it, are not read out', () => {
  const given = ['User profile▾', '\uF007 User profile', '  » User\nprofile ›', '⚙️ User profile', 'User pro\u00ADfile'];
  for (const name of given) assert.equal(plainName(name), 'User profile', name);
});

test('punctuation and what stands between words belong to a name; nothing but an icon stays what it is', () => {
  for (const name of ['Not able to scan the QR code?', 'Save (2)', 'A + B', '×', '\uF007'])
    assert.equal(plainName(name), name);
});

test('a control goes by its name in whatever case it is drawn, and by no longer one', () => {
  assert.deepEqual(['Submit', 'SUBMIT', 'Submit all'].map(goesBy('Submit')), [true, true, false]);
  assert.deepEqual(['Sign in', 'SIGN IN'].map(goesBy(/^sign in/i)), [true, true]);
});
