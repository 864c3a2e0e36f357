import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PHONE_API } from '../../../protocol/phone-api.ts';
import type { Exchange } from '../scene.ts';
import { answeredWords, aside, askedWords, fieldText, pathText } from './words.ts';

const exchange = (parts: Partial<Exchange>): Exchange => ({
  number: 1,
  atEpochMs: 0,
  from: 'portal page',
  method: 'POST',
  path: '/',
  asked: [],
  status: 200,
  answered: [],
  ...parts,
});
const REGISTRATION = '/user-profile/access-controls/mobile-authentication/register/rT5VifSjLjKZQwq0nOD-eQ';

test('an exchange is told in the words of the protocol, and any other by what came back', () => {
  const told = (parts: Partial<Exchange>) => askedWords(exchange(parts));
  assert.equal(told({ path: PHONE_API.continue }), 'Continue');
  assert.equal(told({ path: REGISTRATION }), 'Submit the one-time code');
  assert.equal(told({ method: 'GET', path: REGISTRATION, title: 'Scan the QR code' }), 'Open “Scan the QR code”');
  assert.equal(told({ method: 'GET', status: 303 }), 'Open a page');
  assert.equal(told({ path: '/elsewhere' }), 'Send a form');
});

test('an answer is told by what is next, or by why it is a refusal', () => {
  const told = (parts: Partial<Exchange>) => answeredWords(exchange(parts));
  assert.equal(told({ answered: [{ name: 'next', value: 'verify-device' }] }), 'verify this device first');
  assert.equal(told({ status: 303 }), 'go on to the next page');
  assert.equal(told({ status: 409, answered: [{ name: 'title', value: 'Not yet' }] }), 'Not yet');
  assert.equal(told({ status: 422, title: 'Error: Scan' }), 'Error: Scan');
  assert.equal(told({ answered: [{ name: 'deviceName', value: 'work phone' }] }), 'yes: “work phone”');
  assert.equal(told({ status: 204 }), 'done');
});

test('what passes without a network is told where it made the exchange possible', () => {
  assert.equal(aside(exchange({ path: PHONE_API.pairing })), 'light');
  assert.equal(aside(exchange({ path: REGISTRATION, status: 303 })), 'person');
  assert.equal(aside(exchange({ path: REGISTRATION, status: 422 })), undefined);
  assert.equal(aside(exchange({ method: 'GET', path: REGISTRATION })), undefined);
});

test('a secret is drawn as such, and long addresses by their end', () => {
  assert.equal(fieldText({ name: 'code' }), 'code ••••');
  assert.equal(fieldText({ name: 'username', value: 'demo' }), 'username “demo”');
  assert.equal(pathText(exchange({ path: REGISTRATION })), '…/register/rT5Vif…');
  assert.equal(pathText(exchange({ from: 'phone', path: PHONE_API.continue })), PHONE_API.continue);
});
