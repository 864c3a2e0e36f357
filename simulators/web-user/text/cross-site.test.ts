import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { fetchOnce } from '../../network/fetcher.ts';
import { Recorder } from '../../network/recorder.ts';
import type { ForeignRequest, FormAround } from '../page.ts';
import { serve, type WebServer } from '../web-server.fixture.ts';
import { sendFromElsewhere } from './cross-site.ts';
import { newJar } from './parse.ts';

const FORM = 'application/x-www-form-urlencoded';

interface Came {
  method?: string | undefined;
  url?: string | undefined;
  body: string;
  headers: Record<string, unknown>;
}

let server: WebServer;
let came: Came[] = [];

before(async () => {
  const keep = (request: { method?: string | undefined; url?: string | undefined; headers: object }, body: string) => {
    came.push({ method: request.method, url: request.url, body, headers: { ...request.headers } });
    return { redirect: '/after' };
  };
  server = await serve({ 'GET /remove': keep, 'POST /remove': keep });
});

after(() => server.close());

beforeEach(() => {
  came = [];
});

async function send(how: ForeignRequest, action = '/remove') {
  const jar = newJar();
  for (const cookie of [
    'none=1; SameSite=None; Secure',
    'lax=1; SameSite=Lax',
    'strict=1; SameSite=Strict',
    'said=0',
  ]) {
    await jar.setCookie(`${cookie}; Path=/`, server.url);
  }
  const actor = { name: 'web' as const, recorder: new Recorder(), fetcher: fetchOnce };
  const form: FormAround = {
    action: `${server.url}${action}`,
    method: 'post',
    fields: [['id', 'a b']],
    fieldName: 'id',
  };
  const { status } = await sendFromElsewhere({ actor, jar }, form, how);
  return { status, request: came[0], heard: actor.recorder.take() };
}

/** Whatever else stands in the header would be taken for further cookies. */
function cookiesOf(request: Came | undefined): string[] {
  return String(request?.headers.cookie).split('; ').sort();
}

describe('what another site makes a browser send', () => {
  it('is a form without the cookies that say that they stay within the site', async () => {
    const { status, request, heard } = await send('a form');
    assert.deepEqual([request?.method, request?.body, cookiesOf(request)], ['POST', 'id=a+b', ['none=1', 'said=0']]);
    assert.equal(request?.headers['content-type'], FORM);
    assert.equal(request?.headers.origin, 'https://elsewhere.example');
    assert.equal(request?.headers['sec-fetch-site'], 'cross-site');
    assert.deepEqual([status, heard], [303, ['web POST /remove 303']], 'a redirect is not followed');
    assert.equal(came.length, 1);
  });

  it('is the same as plain text, which asks no site for leave', async () => {
    const { request } = await send('a form of plain text');
    assert.deepEqual([request?.method, request?.body, cookiesOf(request)], ['POST', 'id=a+b', ['none=1', 'said=0']]);
    assert.equal(request?.headers['content-type'], 'text/plain');
  });

  it('is a link with all cookies but the strict ones, and its fields in the address', async () => {
    const { request } = await send('a link', '/remove?old=1');
    assert.deepEqual([request?.method, request?.url, request?.body], ['GET', '/remove?id=a+b', '']);
    assert.deepEqual(cookiesOf(request), ['lax=1', 'none=1', 'said=0']);
    assert.equal(request?.headers.origin, undefined);
    assert.equal(request?.headers.referer, 'https://elsewhere.example/');
  });
});
