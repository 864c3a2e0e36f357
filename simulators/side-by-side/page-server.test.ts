import assert from 'node:assert/strict';
import http from 'node:http';
import { after, before, test } from 'node:test';
import { SystemClock } from '../clock/system-clock.ts';
import { serve, type WebServer } from '../web-user/web-server.fixture.ts';
import { type SideBySide, startSideBySide } from './page-server.ts';
import { type KnownDefect, ROUTES, type Scene } from './scene.ts';

const NOBODY_FRAMES = {
  'x-frame-options': 'DENY',
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
};
const ACCOUNT = { username: 'demo', password: 'demo-password' };
const DEFECT: KnownDefect = { id: 'F-060', title: '', behaviour: '', severity: 'high', side: 'portal', caughtBy: [] };

const clock = new SystemClock();
const started: (string | null)[] = [];
const asked: { headers: http.IncomingHttpHeaders; body: string }[] = [];
let portal: WebServer;
let page: SideBySide;

before(async () => {
  portal = await serve({
    'GET /sign-in': () => ({ html: '<title>Sign in – Portal</title>', headers: NOBODY_FRAMES }),
    'POST /sign-in': ({ headers }, body) => {
      asked.push({ headers, body });
      return { redirect: `${portal.url}/`, headers: { 'set-cookie': 'session=abcdefgh; HttpOnly' } };
    },
    'GET /registrations': () => json({ registrations: [] }),
    'GET /state': () => json({ webSessions: 1, phoneSessions: 0 }),
  });
  page = await startSideBySide({
    clock,
    pair: async () => ({ id: 'first', portalUrl: portal.url, controlUrl: portal.url }),
    startAnew: async (id) => void started.push(id),
    facts: async () => ({
      portalUrl: portal.url,
      phoneUrl: 'http://127.0.0.1:1/',
      account: ACCOUNT,
      defects: [DEFECT],
    }),
    phoneOrigin: () => 'http://127.0.0.1:1',
    redact: (value, secrets) =>
      JSON.parse(secrets.reduce((text, secret) => text.replaceAll(secret, '[redacted]'), JSON.stringify(value))),
  });
});

after(async () => {
  await page.close();
  await portal.close();
});

const json = (said: object) => ({ html: JSON.stringify(said), headers: { 'content-type': 'application/json' } });
const at = (path: string) => new URL(path, page.origin);
const post = (path: string, body: unknown, origin = page.origin) =>
  fetch(at(path), {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', origin },
  });

const FORM = 'username=demo&password=demo-password';

function signIn(): Promise<Response> {
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    origin: page.origin,
    cookie: 'session=12345678',
  };
  return fetch(at('/sign-in'), { method: 'POST', body: FORM, headers, redirect: 'manual' });
}

/** The first scene that whoever follows is told. */
async function firstScene(): Promise<Scene> {
  const { body } = await fetch(at(ROUTES.scenes));
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  const { value = '' } = (await reader?.read()) ?? {};
  await reader?.cancel();
  return JSON.parse(value.replace(/^data: /, ''));
}

test('the portal can be framed here by its own origin alone, and at its own address still by nobody', async () => {
  const here = (await fetch(at('/sign-in'))).headers;
  assert.equal(here.get('x-frame-options'), 'SAMEORIGIN');
  assert.equal(here.get('content-security-policy'), "default-src 'none';frame-ancestors 'self'");
  const there = (await fetch(new URL('/sign-in', portal.url))).headers;
  assert.equal(there.get('x-frame-options'), 'DENY');
  assert.equal(there.get('content-security-policy'), NOBODY_FRAMES['content-security-policy']);
});

test('a form reaches the portal as it was sent, from where the portal thinks it is, and its answer leads here', async () => {
  const answer = await signIn();
  assert.equal(answer.status, 303);
  assert.equal(answer.headers.get('location'), `${page.origin}/`);
  assert.deepEqual(answer.headers.getSetCookie(), ['session=abcdefgh; HttpOnly']);
  assert.equal(asked.at(-1)?.body, FORM);
  assert.equal(asked.at(-1)?.headers.origin, portal.url);
  assert.equal(asked.at(-1)?.headers.host, new URL(portal.url).host);
  assert.equal(asked.at(-1)?.headers.cookie, 'session=12345678');
});

test('whoever follows is told of it, without password and cookie', async () => {
  await signIn();
  const { exchanges, signedIn, pair } = await firstScene();
  assert.equal(pair, 'first');
  assert.deepEqual(signedIn, { portal: true, phone: false });
  const last = exchanges.at(-1);
  assert.deepEqual(last?.asked, [{ name: 'username', value: 'demo' }, { name: 'password' }]);
  assert.doesNotMatch(JSON.stringify(exchanges), /demo-password|12345678/);
});

test('the clock is turned from the page, and from no other site', async () => {
  assert.equal((await post(ROUTES.clock, { toEpochMs: 1_709_596_800_000 }, 'http://evil.example')).status, 403);
  assert.deepEqual(clock.setting, { aheadMs: 0 });
  assert.equal((await post(ROUTES.clock, { runs: false })).status, 204);
  assert.equal((await post(ROUTES.clock, { toEpochMs: 1_709_596_800_000 })).status, 204);
  assert.equal(clock.now(), 1_709_596_800_000);
  const refused = await post(ROUTES.clock, { toEpochMs: 'tomorrow' });
  assert.equal(refused.status, 400);
  assert.match(((await refused.json()) as { title: string }).title, /wanted "bySeconds"/);
});

test('a pair is started anew with a defect that there is, or with none', async () => {
  assert.equal((await post(ROUTES.pair, { id: 'F-060' })).status, 204);
  assert.equal((await post(ROUTES.pair, { id: null })).status, 204);
  const refused = await post(ROUTES.pair, { id: 'F-999' });
  assert.equal(refused.status, 400);
  assert.match(((await refused.json()) as { title: string }).title, /known defect such as "F-060", got "F-999"/);
  assert.deepEqual(started, ['F-060', null]);
  assert.deepEqual((await firstScene()).exchanges, [], 'what was heard of another pair is over');
});

test('it answers by its own name alone: a name of another site that leads here opens nothing', async () => {
  const { host } = new URL(page.origin);
  const status = await new Promise<number | undefined>((resolve, reject) => {
    http
      .get(
        { host: '127.0.0.1', port: host.split(':')[1], path: ROUTES.facts, headers: { host: 'evil.example' } },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        },
      )
      .on('error', reject);
  });
  assert.equal(status, 421);
});

test('the page runs scripts of its own alone, frames portal and phone, and is framed by nobody', async () => {
  const answer = await fetch(page.sideBySideUrl);
  const policy = answer.headers.get('content-security-policy') ?? '';
  for (const part of [
    "default-src 'none'",
    "script-src 'self'",
    "frame-src 'self' http://127.0.0.1:1",
    "frame-ancestors 'none'",
  ])
    assert.ok(policy.includes(part), part);
  assert.doesNotMatch(await answer.text(), /<script(?![^>]* src=)|<style| style=| on\w+=/);
  const script = await (await fetch(at('/side-by-side/page.js'))).text();
  assert.doesNotMatch(script, /\bfrom\s*["'](node:|\.)|require\(["']/);
  assert.equal((await fetch(at('/side-by-side/nothing'))).status, 404);
});

test('a portal that is gone is told of as such', async () => {
  const gone = await startSideBySide({
    clock,
    pair: async () => ({ id: 'gone', portalUrl: 'http://127.0.0.1:1', controlUrl: 'http://127.0.0.1:1' }),
    startAnew: async () => undefined,
    facts: async () => ({ portalUrl: '', phoneUrl: '', defects: [] }),
    phoneOrigin: () => 'http://127.0.0.1:1',
    redact: (value) => value,
  });
  const answer = await fetch(new URL('/sign-in', gone.origin));
  await gone.close();
  assert.equal(answer.status, 502);
});
