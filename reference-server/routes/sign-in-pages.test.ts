import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CONTROL_API, type ServerState } from '../../protocol/control-api.ts';
import { REGISTER, WebClient } from '../faults/wire-clients.ts';
import { readControl, startTestPortal } from '../portal.fixture.ts';
import { MINUTE_MS } from '../registration/rules.fixture.ts';

test('a wrong password and an unknown user are answered alike', async (t) => {
  const portal = await startTestPortal(t);
  const { username } = await portal.newAccount();
  const answers = [];
  for (const name of [username, 'nobody']) {
    const response = await new WebClient(portal.url).signIn({ username: name, password: 'wrong' });
    const page = (await response.text()).replaceAll(name, 'NAME').replace(/form-token" value="\w+"/, '');
    answers.push([response.status, page]);
  }
  assert.deepEqual(answers[0], answers[1]);
  assert.match(String(answers[0]?.[1]), /role="alert">Wrong username or password\./);
});

test('signing in leads to the address that was asked for, and changes the session', async (t) => {
  const portal = await startTestPortal(t);
  const account = await portal.newAccount();
  const web = new WebClient(portal.url);
  const asked = await web.request(REGISTER);
  const signInPage = asked.headers.get('location') ?? '';
  assert.deepEqual([asked.status, signInPage], [303, `/sign-in?return-to=${encodeURIComponent(REGISTER)}`]);
  await web.text(signInPage);
  const before = web.cookie;
  const signedIn = await web.signIn(account, signInPage);
  assert.deepEqual([signedIn.status, signedIn.headers.get('location')], [303, REGISTER]);
  assert.notEqual(web.cookie, before);
  const old = new WebClient(portal.url);
  old.cookie = before;
  assert.equal((await old.request(REGISTER)).status, 303);
});

test('no sign-in leads to another site', async (t) => {
  const portal = await startTestPortal(t);
  const account = await portal.newAccount();
  for (const address of [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/%0d%0a//x',
  ]) {
    const response = await new WebClient(portal.url).signIn(
      account,
      `/sign-in?return-to=${encodeURIComponent(address)}`,
    );
    const location = new URL(response.headers.get('location') ?? '', portal.url);
    assert.equal(location.origin, portal.url, address);
  }
});

test('a form without the token of its session changes nothing', async (t) => {
  const portal = await startTestPortal(t);
  const account = await portal.newAccount();
  const web = new WebClient(portal.url);
  await web.signIn(account);
  const body = new URLSearchParams({ 'device-name': 'Phone' });
  assert.equal((await web.request(REGISTER, { method: 'POST', body })).status, 403);
  body.set('form-token', 'guessed');
  assert.equal((await web.request(REGISTER, { method: 'POST', body })).status, 403);
  const state = await readControl<ServerState>(portal, CONTROL_API.state);
  assert.equal(state.pending, 0);
});

test('after twenty wrong passwords the right one has to wait, from this address alone', async (t) => {
  const portal = await startTestPortal(t);
  const account = await portal.newAccount();
  const web = new WebClient(portal.url);
  for (let count = 0; count < 20; count += 1) {
    assert.equal((await web.signIn({ ...account, password: 'wrong' })).status, 401);
  }
  const refused = await web.signIn(account);
  assert.deepEqual([refused.status, refused.headers.get('retry-after')], [429, '900']);
  assert.match(await refused.text(), /Try again in 15 minutes/);
  portal.clock.advance(15 * MINUTE_MS - 1);
  assert.equal((await web.signIn(account)).status, 429);
  portal.clock.advance(1);
  assert.equal((await web.signIn(account)).status, 303);
});

test('whoever signs out is out', async (t) => {
  const portal = await startTestPortal(t);
  const web = new WebClient(portal.url);
  await web.signIn(await portal.newAccount());
  const body = new URLSearchParams({ 'form-token': await web.formToken('/') });
  const old = web.cookie;
  assert.equal((await web.request('/sign-out', { method: 'POST', body })).headers.get('location'), '/sign-in');
  web.cookie = old;
  assert.equal((await web.request('/')).status, 303);
});

test('a browser is signed out after an hour without a page, and after a day in any case', async (t) => {
  const portal = await startTestPortal(t);
  const account = await portal.newAccount();
  const web = new WebClient(portal.url);
  await web.signIn(account);
  for (let hour = 0; hour < 24; hour += 1) {
    portal.clock.advance(60 * MINUTE_MS - 1);
    assert.equal((await web.request('/')).status, 200);
  }
  portal.clock.advance(24);
  assert.equal((await web.request('/')).status, 303);
  await web.signIn(account);
  portal.clock.advance(60 * MINUTE_MS);
  assert.equal((await web.request('/')).status, 303);
});

test('fields that are no single text are refused in a controlled way', async (t) => {
  const portal = await startTestPortal(t);
  const { username, password } = await portal.newAccount();
  const web = new WebClient(portal.url);
  const fields: [string, string][][] = [
    [
      ['username', username],
      ['username', username],
      ['password', password],
    ],
    [
      ['username[a]', username],
      ['password', password],
    ],
    [['password', password]],
  ];
  for (const one of fields) assert.equal((await web.submit('/sign-in', one)).status, 400);
});
