import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, test } from 'node:test';
import nock from 'nock';
import { Blocked, NoConnection, TargetGone } from '../errors.ts';
import { fetchOnce } from './fetcher.ts';
import { sendRequest } from './http.ts';
import { PhoneNetwork } from './phone-network.ts';
import { Recorder } from './recorder.ts';

const ORIGIN = 'http://127.0.0.1:18080';
const newActor = () => ({ name: 'phone' as const, recorder: new Recorder(), fetcher: fetchOnce });

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

test('an exchange is recorded by who, method, path and status, without its query', async () => {
  nock(ORIGIN).post('/pairing').query({ code: '123456' }).reply(201, 'done');
  const actor = newActor();
  await sendRequest(actor, `${ORIGIN}/pairing?code=123456`, { method: 'POST' });
  assert.deepEqual(actor.recorder.take(), ['phone POST /pairing 201']);
  assert.deepEqual(actor.recorder.take(), []);
});

test('a refusal is an answer, not an error', async () => {
  nock(ORIGIN).get('/').reply(503);
  assert.equal((await sendRequest(newActor(), ORIGIN)).status, 503);
});

for (const code of ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT']) {
  test(`${code} means that the target is gone, and says so without the query`, async () => {
    nock(ORIGIN)
      .get('/x')
      .query(true)
      .replyWithError(Object.assign(new Error('broken'), { code }))
      .get('/')
      .replyWithError('nothing there either');
    await assert.rejects(sendRequest(newActor(), `${ORIGIN}/x?secret=ABC`), (error: Error) => {
      assert.ok(error instanceof TargetGone);
      assert.match(error.message, new RegExp(`GET /x from ${ORIGIN}, got none: ${code}`));
      return !error.message.includes('ABC');
    });
  });
}

test('an answer that breaks off means that the target is gone', async () => {
  nock.enableNetConnect('127.0.0.1');
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-length': 10 });
    response.write('half', () => response.destroy());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  await assert.rejects(sendRequest(newActor(), `http://127.0.0.1:${port}`), (error) => error instanceof TargetGone);
  server.close();
});

test('a server that breaks off at one request and answers at others is there', async () => {
  nock.enableNetConnect('127.0.0.1');
  const server = createServer((request, response) => {
    if (request.url === '/') response.end();
    else response.destroy();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  await assert.rejects(sendRequest(newActor(), `http://127.0.0.1:${port}/profile?secret=ABC`), (error: Error) => {
    assert.ok(error instanceof Blocked);
    assert.match(error.message, /answer to GET \/profile from .*, got none: ECONNRESET, though it answers otherwise$/);
    return !error.message.includes('ABC');
  });
  server.close();
});

test('what is no failure of the network is told in words', async () => {
  const fetcher = () => Promise.reject(new Error('no answer in time'));
  await assert.rejects(sendRequest({ ...newActor(), fetcher }, ORIGIN), {
    name: 'TargetGone',
    message: new RegExp(`^wanted an answer to GET / from ${ORIGIN}, got none: no answer in time; see what the server`),
  });
});

test('a network that the scenario took away is told as that, and the target is not gone', async () => {
  const network = new PhoneNetwork(fetchOnce);
  const actor = { ...newActor(), fetcher: network.fetcher };
  for (const state of ['offline', 'silent'] as const) {
    network.state = state;
    await assert.rejects(sendRequest(actor, ORIGIN), NoConnection);
  }
  network.state = 'online';
  nock(ORIGIN).get('/').reply(200);
  assert.equal((await sendRequest(actor, ORIGIN)).status, 200);
});
