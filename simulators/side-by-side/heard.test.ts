import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hear, type WholeExchange } from './heard.ts';

const FORM = 'application/x-www-form-urlencoded';
const exchange = (parts: Partial<WholeExchange>): WholeExchange => ({
  method: 'GET',
  address: '/',
  headers: {},
  body: '',
  status: 200,
  answer: '',
  answerType: '',
  ...parts,
});

test('of a form everybody may see the name of each field, and the value of those that are no secret', () => {
  const heard = hear(
    exchange({
      method: 'POST',
      address: '/sign-in?return-to=%2F',
      headers: { 'content-type': FORM, cookie: 'paircheck-portal=s%3Aabc; other=def' },
      body: 'username=demo&password=demo+password&form-token=f0f0',
      status: 303,
    }),
  );
  assert.deepEqual(heard?.told, {
    from: 'portal page',
    method: 'POST',
    path: '/sign-in',
    asked: [
      { name: 'return-to', value: '/' },
      { name: 'username', value: 'demo' },
      { name: 'password' },
      { name: 'form-token' },
    ],
    status: 303,
    answered: [],
  });
  assert.deepEqual(heard?.secrets, ['demo password', 'f0f0', 's%3Aabc', 'def']);
});

test('so it is with what a phone says, and with what it is told', () => {
  const heard = hear(
    exchange({
      method: 'POST',
      address: '/phone/v1/session/one-time-code',
      headers: { 'content-type': 'application/json', authorization: 'Bearer a-token' },
      body: '{"code":"123456"}',
      answer: '{"next":"nothing","token":"another-token","more":{"deep":1}}',
      answerType: 'application/json; charset=utf-8',
    }),
  );
  assert.equal(heard?.told.from, 'phone');
  assert.deepEqual(heard?.told.asked, [{ name: 'code' }]);
  assert.deepEqual(heard?.told.answered, [{ name: 'next', value: 'nothing' }, { name: 'token' }, { name: 'more' }]);
  assert.deepEqual(heard?.secrets, ['123456', 'another-token', '{"deep":1}', 'a-token']);
});

test('the code of a problem is told, and that of a person is not', () => {
  const heard = hear(
    exchange({
      method: 'POST',
      address: '/phone/v1/pairing/continue',
      status: 409,
      answer: '{"code":"not-submitted","title":"Not yet"}',
      answerType: 'application/problem+json',
    }),
  );
  assert.deepEqual(heard?.told.answered, [
    { name: 'code', value: 'not-submitted' },
    { name: 'title', value: 'Not yet' },
  ]);
});

test('a code in an address, as a known defect has it, is a secret too', () => {
  const heard = hear(exchange({ address: '/register/1?code=123456' }));
  assert.equal(heard?.told.path, '/register/1');
  assert.deepEqual(heard?.secrets, ['123456']);
});

test('a page is told by its title alone, without the name of the portal', () => {
  const answer = '<title>Scan the QR code – Paircheck Reference</title><dd>JBSW Y3DP</dd>';
  assert.equal(hear(exchange({ answer, answerType: 'text/html; charset=utf-8' }))?.told.title, 'Scan the QR code');
});

test('parts of pages, and bodies that are not what they are said to be, tell nothing', () => {
  assert.equal(hear(exchange({ address: '/assets/style.css' })), undefined);
  const broken = hear(exchange({ method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' }));
  assert.deepEqual(broken?.told.asked, []);
});
