import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serve, type WebServer } from '../web-user/web-server.fixture.ts';
import { startPhoneApp } from './page-server.ts';

const DATE = 'Tue, 05 Mar 2024 00:00:00 GMT';
const asked: { authorization: string | undefined; body: string }[] = [];
let portal: WebServer;
let app: Awaited<ReturnType<typeof startPhoneApp>>;

before(async () => {
  const json = (said: object, status = 200) => ({
    status,
    bytes: Buffer.from(JSON.stringify(said)),
    headers: { 'content-type': 'application/json', date: DATE },
  });
  portal = await serve({
    'POST /phone/v1/sessions': (_, body) => {
      asked.push({ authorization: undefined, body });
      return json({ next: 'verify-device', token: 'a token/with=signs' }, 201);
    },
    'GET /phone/v1/session': ({ headers: { authorization } }) => {
      asked.push({ authorization, body: '' });
      return json({ next: 'verify-device' });
    },
  });
  app = await startPhoneApp({ phoneApiUrl: portal.url });
});

after(async () => {
  await app.close();
  await portal.close();
});

const ask = (path: string, init?: RequestInit) => fetch(new URL(path, app.appUrl), init);

test('the token of a session stays in a cookie that no script sees', async () => {
  const signedIn = await ask('/phone/v1/sessions', { method: 'POST', body: '{"username":"ana"}' });
  assert.equal(signedIn.status, 201);
  assert.deepEqual(await signedIn.json(), { next: 'verify-device', token: 'kept in a cookie' });
  assert.equal(asked.at(-1)?.body, '{"username":"ana"}');
  const [cookie = ''] = signedIn.headers.getSetCookie();
  assert.match(cookie, /; Path=\/phone; HttpOnly; SameSite=Strict$/);

  const sent = { cookie: `another=1; ${cookie.split(';')[0]}` };
  await ask('/phone/v1/session', { headers: { ...sent, authorization: 'Bearer kept in a cookie' } });
  assert.equal(asked.at(-1)?.authorization, 'Bearer a token/with=signs');
  await ask('/phone/v1/session', { headers: sent });
  assert.equal(asked.at(-1)?.authorization, undefined, 'a request that any site could have set off');

  const signedOut = await ask('/phone/v1/session', { method: 'DELETE', headers: sent });
  assert.match(signedOut.headers.getSetCookie()[0] ?? '', /^paircheck_app_session=; .*Expires=Thu, 01 Jan 1970/);
});

test("the server's time reaches the app, for it to compare", async () => {
  assert.equal((await ask('/phone/v1/session')).headers.get('date'), DATE);
});

test('a portal that is gone is told of as such', async () => {
  const alone = await startPhoneApp({ phoneApiUrl: 'http://127.0.0.1:1' });
  const answer = await fetch(new URL('/phone/v1/session', alone.appUrl));
  await alone.close();
  assert.equal(answer.status, 502);
  assert.deepEqual(await answer.json(), { title: 'The server of the app does not answer' });
});

test('the page runs scripts of its own alone, and is framed by nobody', async () => {
  const page = await ask('/');
  const policy = page.headers.get('content-security-policy') ?? '';
  for (const part of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"])
    assert.ok(policy.includes(part));
  assert.doesNotMatch(await page.text(), /<script(?![^>]* src=)|<style| style=| on\w+=/);
});

test('it can be installed: its manifest names icons that are there', async () => {
  const manifest = (await (await ask('/manifest.webmanifest')).json()) as { icons: { src: string; type: string }[] };
  for (const { src, type } of manifest.icons) {
    const icon = await ask(src);
    assert.equal(icon.headers.get('content-type')?.split(';')[0], type);
    await icon.bytes();
  }
});

test('a clock that stands still does so in the page', async () => {
  const stopped = await startPhoneApp({ phoneApiUrl: portal.url, stoppedAtEpochMs: 1_709_596_800_000 });
  const page = await (await fetch(stopped.appUrl)).text();
  await stopped.close();
  assert.match(page, /<html lang="en" data-stopped-at="1709596800000">/);
});
