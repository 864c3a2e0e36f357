import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { fetchOnce } from './fetcher.ts';

let server: Server;
let url: string;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
const came: string[] = [];

beforeEach(async () => {
  came.length = 0;
  server = createServer((request, response) => {
    const { method, url: path, headers } = request;
    void text(request).then((body) => {
      came.push(`${method} ${path} ${headers['content-type']} ${body}`);
      answer(request, response);
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  mock.timers.reset();
  server.closeAllConnections();
  server.close();
});

test('what is asked arrives as it is, and the answer is there whole, a redirect not followed', async () => {
  answer = (_, response) => {
    response.writeHead(303, { location: '/elsewhere' });
    response.write('two ');
    response.end('parts');
  };
  const headers = { 'content-type': 'text/plain' };
  const got = await fetchOnce(`${url}/a?b=1#c`, { method: 'POST', headers, body: 'zoë' });
  assert.deepEqual(came, ['POST /a?b=1 text/plain zoë']);
  assert.deepEqual([got.status, got.url, got.text()], [303, `${url}/a?b=1`, 'two parts']);
  assert.deepEqual(got.header('location'), ['/elsewhere']);
});

test('a connection that the server closed meanwhile is no reason to give up', async () => {
  answer = ({ socket }, response) => {
    response.end('here', () => socket.resetAndDestroy());
  };
  for (let count = 0; count < 20; count += 1) assert.equal((await fetchOnce(url, {})).text(), 'here');
});

test('one connection serves requests that follow each other', async () => {
  const ports = new Set<number | undefined>();
  answer = ({ socket }, response) => {
    ports.add(socket.remotePort);
    response.end();
  };
  for (let count = 0; count < 3; count += 1) await fetchOnce(url, {});
  assert.equal(ports.size, 1);
});

for (const [what, begin] of [
  ['nothing', () => {}],
  ['half of an answer', (response: ServerResponse) => void response.write('half')],
] as const) {
  test(`who says ${what} for thirty seconds is waited for no longer`, async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const asked = new Promise<void>((resolve) => {
      answer = (_, response) => {
        begin(response);
        resolve();
      };
    });
    const failed = assert.rejects(fetchOnce(url, {}), /no answer in time|aborted/);
    await asked;
    mock.timers.tick(29_999);
    mock.timers.tick(1);
    await failed;
  });
}

test('nobody there is an error with the code of the network', async () => {
  server.close();
  await assert.rejects(fetchOnce(url, {}), { code: 'ECONNREFUSED' });
});
