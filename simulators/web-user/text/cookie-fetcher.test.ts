import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { after, before, beforeEach, test } from 'node:test';
import { serve, type WebServer } from '../web-server.fixture.ts';
import { fetcherWith } from './cookie-fetcher.ts';
import { newJar } from './parse.ts';

let server: WebServer;
let came: string[] = [];

before(async () => {
  const page = (headers: Record<string, string>, redirect?: string) => (request: IncomingMessage) => {
    const { cookie = 'none' } = request.headers;
    came.push(`${request.url} ${cookie}`);
    return { headers, ...(redirect !== undefined && { redirect }) };
  };
  server = await serve({
    'GET /': page({}),
    'GET /sign-in': page({ 'set-cookie': 'session=1; Path=/; HttpOnly' }, '/'),
    'GET /sign-out': page({ 'set-cookie': 'session=; Path=/; Max-Age=0' }, '/'),
    'GET /odd': page({ 'set-cookie': 'far=1; Domain=portal.example' }),
  });
});

after(() => server.close());

beforeEach(() => {
  came = [];
});

test('a cookie that a redirect sets is sent to where it leads, and one that it ends is not', async () => {
  const fetcher = fetcherWith(newJar());
  for (const path of ['/sign-in', '/', '/sign-out', '/']) await fetcher(`${server.url}${path}`, {});
  assert.deepEqual(came, ['/sign-in none', '/ session=1', '/ session=1', '/sign-out session=1', '/ none', '/ none']);
});

test('cookies are those of one jar', async () => {
  await fetcherWith(newJar())(`${server.url}/sign-in`, {});
  await fetcherWith(newJar())(`${server.url}/`, {});
  assert.equal(came.at(-1), '/ none');
});

test('a cookie that no browser would keep is left out', async () => {
  const jar = newJar();
  const { status } = await fetcherWith(jar)(`${server.url}/odd`, {});
  assert.equal(status, 200);
  assert.equal(await jar.getCookieString('http://portal.example/'), '');
});
