import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WebClient } from './faults/wire-clients.ts';
import { startTestPortal } from './portal.fixture.ts';

test('every answer but the style sheet forbids keeping, and all forbid framing, scripts and foreign forms', async (t) => {
  const portal = await startTestPortal(t);
  for (const path of ['/sign-in', '/', '/nowhere', '/assets/style.css', '/phone/v1/session', '/openapi.json']) {
    const { headers } = await fetch(portal.url + path, { redirect: 'manual' });
    const policy = headers.get('content-security-policy') ?? '';
    const isAsset = path.startsWith('/assets');
    assert.equal(headers.get('cache-control'), isAsset ? 'public, max-age=3600' : 'no-store', path);
    assert.match(policy, /default-src 'none'.*form-action 'self'.*frame-ancestors 'none'/, path);
    assert.doesNotMatch(policy, /script-src|unsafe-inline/, path);
    assert.deepEqual([headers.get('x-content-type-options'), headers.get('x-powered-by')], ['nosniff', null], path);
  }
});

test('answers are dated by the server clock', async (t) => {
  const portal = await startTestPortal(t);
  portal.clock.set(Date.UTC(2031, 0, 1));
  assert.equal((await fetch(`${portal.url}/sign-in`)).headers.get('date'), 'Wed, 01 Jan 2031 00:00:00 GMT');
});

test('the session cookie is out of reach of scripts and other sites', async (t) => {
  const portal = await startTestPortal(t);
  const [cookie = ''] = (await fetch(`${portal.url}/sign-in`)).headers.getSetCookie();
  assert.match(cookie, /; Path=\/; HttpOnly; SameSite=Lax$/);
});

test('pages answer what they do not know with a page, the phone API with a problem', async (t) => {
  const portal = await startTestPortal(t);
  const answers = [
    ['GET', '/nowhere', 404, 'text/html'],
    ['PUT', '/sign-in', 403, 'text/html'],
    ['GET', '/sign-out', 405, 'text/html'],
    ['GET', '/phone', 404, 'application/problem+json'],
    ['GET', '/phone/v1/nowhere', 404, 'application/problem+json'],
    ['PUT', '/phone/v1/sessions', 405, 'application/problem+json'],
  ] as const;
  for (const [method, path, status, type] of answers) {
    const response = await fetch(portal.url + path, { method });
    assert.deepEqual([response.status, response.headers.get('content-type')?.split(';')[0]], [status, type], path);
  }
});

test('every page has a language, one heading and a title of its own', async (t) => {
  const portal = await startTestPortal(t);
  const web = new WebClient(portal.url);
  await web.signIn(await portal.newAccount());
  const titles = new Map<string, string>();
  const paths = [
    '/',
    '/user-profile',
    '/user-profile/access-controls',
    '/user-profile/access-controls/mobile-authentication',
  ];
  for (const path of paths) {
    const page = await web.text(path);
    assert.match(page, /<html lang="en">/);
    assert.equal(page.match(/<h1>/g)?.length, 1, path);
    titles.set(/<title>(.*)<\/title>/.exec(page)?.[1] ?? '', path);
  }
  assert.equal(titles.size, paths.length);
});

test('the documented links lead from the home page to the registration', async (t) => {
  const portal = await startTestPortal(t);
  const web = new WebClient(portal.url);
  await web.signIn(await portal.newAccount());
  let page = await web.text('/');
  for (const name of ['User profile', 'Access controls', 'Mobile authentication', 'Register new device']) {
    const links = [...page.matchAll(/<a [^>]*href="([^"]*)"[^>]*>([^<]*)<\/a>/g)].filter(([, , text]) => text === name);
    assert.equal(links.length, 1, name);
    page = await web.text(links[0]?.[1] ?? '');
  }
  assert.match(page, /<label for="device-name">Device name<\/label>/);
});

test('the description of the phone API is served', async (t) => {
  const portal = await startTestPortal(t);
  const description = (await (await fetch(`${portal.url}/openapi.json`)).json()) as { openapi: string };
  assert.equal(description.openapi, '3.1.0');
});
