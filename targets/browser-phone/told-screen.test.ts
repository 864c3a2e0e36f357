import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SeenScreen } from './seen-screen.ts';
import { isLetIn, nameInPlace, whereIs } from './told-screen.ts';

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

/** A screen with nothing special on it. */
function screenWith({ taps, ...parts }: { taps: string[] } & Partial<Omit<SeenScreen, 'taps'>>): SeenScreen {
  return {
    popUp: undefined,
    fields: [],
    headings: [],
    lines: [],
    alerts: [],
    statuses: [],
    documentTitle: 'Conversations',
    asksPassword: false,
    isFilming: false,
    isFilmingHere: false,
    brackets: false,
    ...parts,
    taps: taps.map((name) => ({ name, tap: async () => true })),
  };
}

const AT_THE_INBOX = {
  headings: ['Conversations', 'Inbox'],
  lines: ['Conversations', 'Inbox', 'Ada: see you at noon'],
};

test('whoever is signed in and kept out until the device is verified is not let in', () => {
  const taps = ['Sign out', 'Verify this device'];
  const lines = ['Conversations', 'You can use the app as soon as this device is verified.'];
  assert.equal(isLetIn(screenWith({ taps, headings: ['Verification needed'], lines })), false);
  assert.equal(isLetIn(screenWith({ taps, headings: ['Conversations', 'One step left: verify'], lines })), false);
  assert.equal(isLetIn(screenWith({ taps, lines })), false);
});

test('whoever has a code to send is not in yet, though the way out is there', () => {
  const lines = ['Confirm sign-in', 'This phone is registered as work phone.'];
  assert.equal(isLetIn(screenWith({ taps: ['Send one-time code', 'Sign out'], lines })), false);
});

test('a list of conversations is one, though the device can be verified beside it', () => {
  const lines = [
    'Conversations',
    'Nadia: thanks',
    'Ada: see you at ten',
    'Billing: sent',
    'Verify this phone',
    'Sign out',
  ];
  const headings = ['Conversations'];
  assert.equal(isLetIn(screenWith({ taps: ['Verify this phone', 'Sign out'], headings, lines })), true);
  const kept = ['Conversations', 'Welcome, Ada', 'Verify this phone', 'Sign out'];
  assert.equal(isLetIn(screenWith({ taps: ['Verify this phone', 'Sign out'], headings, lines: kept })), false);
});

test('a notice of what is demanded one day, or another device to be registered, keeps nobody out', () => {
  assert.equal(isLetIn(screenWith({ taps: ['Sign out', 'Register another device'], ...AT_THE_INBOX })), true);
  assert.equal(isLetIn(screenWith({ taps: ['Sign out', 'Verify device'], ...AT_THE_INBOX })), true);
  const lines = ['From March 5th, 2024 you have to verify this device.', 'Ada: see you at noon'];
  assert.equal(isLetIn(screenWith({ taps: ['Sign out', 'Verify device'], lines })), true);
});

test('a sign-in whose first step has to be typed before it can be left is one', () => {
  const fields = [{ name: 'Username', type: async () => {}, enter: async () => {} }];
  assert.equal(whereIs(screenWith({ taps: [], fields, headings: ['Sign in'] })), 'signed out');
  assert.equal(whereIs(screenWith({ taps: [], fields, headings: ['People'] })), 'elsewhere');
});

test('a code is shown for the registration although Continue cannot be tapped yet', () => {
  const lines = ['Your one-time code', '123 456', 'Continue'];
  assert.equal(whereIs(screenWith({ taps: ['Stop registering'], lines })), 'one-time code');
  assert.equal(whereIs(screenWith({ taps: ['Sign out'], lines: lines.slice(0, 2) })), 'elsewhere');
});

test('a notice that is left from before keeps nobody out, where there is so much else to read', () => {
  const inbox = ['Inbox', 'Ada', '09:41', 'Thanks', 'Ben', '09:12', 'See you', 'Cy', 'Monday', 'Hello'];
  const statuses = ['You have signed out.'];
  const taps = ['Inbox', 'This phone'];
  assert.equal(isLetIn(screenWith({ taps, lines: [...inbox, ...statuses], statuses })), true);
  assert.equal(isLetIn(screenWith({ taps, lines: ['Conversations', ...statuses], statuses })), false);
});
