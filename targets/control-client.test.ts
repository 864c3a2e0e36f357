import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import nock from 'nock';
import { TargetGone } from '../simulators/errors.ts';
import { ControlClient } from './control-client.ts';

const ORIGIN = 'http://127.0.0.1:18081';

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

test('the clock is set by epoch milliseconds, and accounts are made with or without a username', async () => {
  nock(ORIGIN).put('/clock', { epochMs: 7 }).reply(200, { epochMs: 7 });
  nock(ORIGIN).post('/accounts', {}).reply(201, { username: 'user-1', password: 'p' });
  nock(ORIGIN).post('/accounts', { username: 'zoë' }).reply(201, { username: 'zoë', password: 'p' });
  const control = new ControlClient(ORIGIN);
  await control.setClock(7);
  assert.equal((await control.createAccount()).username, 'user-1');
  assert.equal((await control.createAccount('zoë')).username, 'zoë');
});

test('test controls that make another account than was asked for block what needs it', async () => {
  nock(ORIGIN).post('/accounts').reply(201, { username: 'user-1', password: 'p' });
  await assert.rejects(new ControlClient(ORIGIN).createAccount('zoë'), {
    name: 'Blocked',
    message: /named "zoë".*"user-1"/,
  });
});

test('test controls that refuse are an error that names what was asked', async () => {
  nock(ORIGIN).put('/clock').reply(404);
  await assert.rejects(new ControlClient(ORIGIN).setClock(7), /answered 404 to PUT \/clock/);
});

test('test controls that nobody answers at are gone, and the message says where they were wanted', async () => {
  nock(ORIGIN)
    .post('/accounts')
    .replyWithError(Object.assign(new Error('broken'), { code: 'ECONNREFUSED' }));
  await assert.rejects(
    new ControlClient(ORIGIN).createAccount(),
    (error) => error instanceof TargetGone && error.message.includes(`POST /accounts from ${ORIGIN}`),
  );
});

test('test controls that answer something else than JSON are an error that names what was asked', async () => {
  nock(ORIGIN).post('/accounts').reply(200, '<h1>Welcome</h1>');
  await assert.rejects(new ControlClient(ORIGIN).createAccount(), /answered no JSON to POST \/accounts/);
});
