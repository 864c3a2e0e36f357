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
  await assert.rejects(new ControlClient(ORIGIN).createAccount(), /answered something else to POST \/accounts/);
});

test('test controls say what they offer, and those that do not know the question offer nothing', async () => {
  nock(ORIGIN)
    .get('/capabilities')
    .reply(200, { capabilities: ['messages', 'audit'] });
  for (const status of [404, 405, 501]) nock(ORIGIN).get('/capabilities').reply(status, '<h1>No</h1>');
  nock(ORIGIN).get('/capabilities').reply(500);
  const control = new ControlClient(ORIGIN);
  assert.deepEqual(await control.capabilities(), ['messages', 'audit']);
  for (let count = 0; count < 3; count += 1) assert.deepEqual(await control.capabilities(), []);
  await assert.rejects(control.capabilities(), /answered 500 to GET \/capabilities/);
});

test('messages and audit entries are those of one user, whatever the name has in it', async () => {
  const username = 'zoë & co+x%20@example.com';
  const message = { to: username, sentAtMs: 7, subject: 'Hello', text: 'World' };
  const entry = { atMs: 7, username, event: 'device-removed', detail: { deviceName: 'Phone' } };
  nock(ORIGIN)
    .get('/messages')
    .query({ username })
    .reply(200, { messages: [message] });
  nock(ORIGIN)
    .get('/audit')
    .query({ username })
    .reply(200, { entries: [entry] });
  const control = new ControlClient(ORIGIN);
  assert.deepEqual(await control.messages(username), [message]);
  assert.deepEqual(await control.audit(username), [entry]);
});

test('an error about messages does not repeat the name that was asked for', async () => {
  nock(ORIGIN).get('/messages').query(true).reply(400);
  await assert.rejects(new ControlClient(ORIGIN).messages('secret'), ({ message }: Error) => {
    assert.match(message, /^the test controls answered 400 to GET \/messages, wanted was a success; is controlUrl/);
    return !message.includes('secret');
  });
});

test('faults are set whole, and a restart needs no answer but that it was done', async () => {
  nock(ORIGIN).put('/faults', { storage: true, clock: false }).reply(200, { storage: true, clock: false });
  nock(ORIGIN).post('/restart').reply(204);
  nock(ORIGIN).post('/restart').reply(503);
  const control = new ControlClient(ORIGIN);
  await control.setFaults({ storage: true, clock: false });
  await control.restart();
  await assert.rejects(control.restart(), /answered 503 to POST \/restart/);
});
