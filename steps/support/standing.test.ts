import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isMetAlike } from './standing.ts';

const FRESH = { asksForName: true, asksForCode: false, asksToVerify: true };
const WITHOUT_NAMES = { asksForName: false, asksForCode: true, asksToVerify: false };
const OUT_OF_REACH = { asksForName: false, asksForCode: false, asksToVerify: false };

test('an account that is met as at first is used again', () => {
  assert.equal(isMetAlike(FRESH, FRESH, false), true);
  assert.equal(isMetAlike(WITHOUT_NAMES, WITHOUT_NAMES, false), true);
});

test('one that asks for a code of its device first is used again where that device is known', () => {
  const asksFirst = { ...FRESH, asksForName: false, asksForCode: true };
  assert.equal(isMetAlike(FRESH, asksFirst, true), true);
  assert.equal(isMetAlike(FRESH, asksFirst, false), false);
});

test('one whose registration is out of reach is not, and neither is one that the app meets otherwise', () => {
  assert.equal(isMetAlike(WITHOUT_NAMES, OUT_OF_REACH, true), false);
  assert.equal(isMetAlike(FRESH, { ...OUT_OF_REACH, asksToVerify: true }, true), false);
  assert.equal(isMetAlike(FRESH, { ...FRESH, asksToVerify: false }, false), false);
});
