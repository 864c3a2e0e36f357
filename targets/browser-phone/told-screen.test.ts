import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameInPlace } from './told-screen.ts';

test('what leads back from a code is Cancel, whatever it is called', () => {
  assert.equal(nameInPlace('Cancel registration', 'one-time code'), 'Cancel');
  assert.equal(nameInPlace('← Back to the list', 'one-time code'), '← Back to the list');
  assert.equal(nameInPlace('Start over', 'one-time code'), 'Cancel');
  assert.equal(nameInPlace('Continue', 'one-time code'), 'Continue');
});

test('in the pop-up the words of an app stay, for they are what is judged there', () => {
  assert.equal(nameInPlace('Cancel sign-in', 'verify device'), 'Cancel sign-in');
  assert.equal(nameInPlace('Back', 'verify device'), 'Back');
});
