import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { DEVICES, REGISTER, WebClient } from '../faults/wire-clients.ts';
import { startTestPortal, type TestPortal } from '../portal.fixture.ts';
import { codeOf, MINUTE_MS, wrongCode } from '../registration/rules.fixture.ts';

async function signedIn(t: TestContext): Promise<{ portal: TestPortal; web: WebClient }> {
  const portal = await startTestPortal(t);
  const web = new WebClient(portal.url);
  await web.signIn(await portal.newAccount());
  return { portal, web };
}

test('a bad name is refused in words tied to its field, and kept there', async (t) => {
  const { web } = await signedIn(t);
  const long = `"<i>${'x'.repeat(64)}`;
  for (const [name, shown] of [
    ['\u00a0\u200b', '\u00a0\u200b'],
    [long, long.replace('"<i>', '&quot;&lt;i&gt;')],
  ] as const) {
    const response = await web.submit(REGISTER, { 'device-name': name });
    const page = await response.text();
    assert.equal(response.status, 422);
    assert.match(page, /id="field-error" role="alert"/);
    assert.ok(page.includes(`value="${shown}" aria-describedby="field-error name-hint" aria-invalid="true"`));
  }
  assert.equal((await web.submit(REGISTER, { 'device-name': 'x'.repeat(10_000) })).status, 422);
});

test('there is no key before Next', async (t) => {
  const { web } = await signedIn(t);
  assert.doesNotMatch(await web.text(REGISTER), /otpauth|data:image|[A-Z2-7]{32}/);
});

test('the values are in the page only after the link was selected, and gone after Submit', async (t) => {
  const { portal, web } = await signedIn(t);
  const { address, secret } = await web.startRegistration('Work Phone');
  const page = await web.text(address);
  assert.ok(page.includes(`<a href="${address}/values#values">Not able to scan the QR code?</a>`));
  for (const hidden of [secret, secret.slice(0, 8), 'Work Phone', '<dt>']) assert.ok(!page.includes(hidden), hidden);
  const values = await web.text(`${address}/values`);
  assert.match(values, /<dt>Device name<\/dt><dd><bdi>Work Phone<\/bdi><\/dd>/);
  assert.match(values, /<dt>Key<\/dt><dd class="key">([A-Z2-7]{4} ){7}[A-Z2-7]{4}<\/dd>/);
  await web.submit(`${address}/values`, { code: codeOf(secret, portal.clock.now()) });
  for (const path of [address, `${address}/values`, DEVICES])
    assert.doesNotMatch(await web.text(path), /data:image|class="key"/);
});

test('a wrong code keeps the QR code, and a reload too', async (t) => {
  const { portal, web } = await signedIn(t);
  const { address, secret } = await web.startRegistration('Phone');
  const symbol = (page: string) => /src="(data:[^"]*)"/.exec(page)?.[1];
  const first = symbol(await web.text(address));
  const response = await web.submit(address, { code: wrongCode(secret, portal.clock.now()) });
  const page = await response.text();
  assert.equal(response.status, 422);
  assert.match(page, /aria-describedby="field-error code-hint" aria-invalid="true"/);
  assert.match(page, /<title>Error: /);
  assert.deepEqual([symbol(page), symbol(await web.text(address))], [first, first]);
  assert.match(await web.text(DEVICES), /No devices registered yet/);
});

test('the code field takes a pasted code and the one that the system offers', async (t) => {
  const { web } = await signedIn(t);
  const { address } = await web.startRegistration('Phone');
  const [field = ''] = /<input class="code"[^>]*>/.exec(await web.text(address)) ?? [];
  for (const part of ['type="text"', 'inputmode="numeric"', 'autocomplete="one-time-code"'])
    assert.ok(field.includes(part));
});

test('what is no code is refused with 400, changes nothing and is not counted', async (t) => {
  const { portal, web } = await signedIn(t);
  const { address, secret } = await web.startRegistration('Phone');
  const code = codeOf(secret, portal.clock.now());
  const bodies: [string, string][][] = [
    [],
    [['code', '']],
    [
      ['code', code],
      ['code', code],
    ],
    [['code[]', code]],
    [['code[a]', code]],
    [['code', code.slice(1)]],
    [['code', `${code}0`]],
    [['code', code + code]],
    [['code', `-${code}`]],
    [['code', '１２３４５６']],
    [['code', 'null']],
  ];
  for (const body of bodies) assert.equal((await web.submit(address, body)).status, 400, JSON.stringify(body));
  const json = { method: 'POST', body: JSON.stringify({ code }), headers: { 'content-type': 'application/json' } };
  assert.equal((await web.request(address, json)).status, 403);
  assert.match(await web.text(DEVICES), /No devices registered yet/);
  assert.equal((await web.submit(address, { code: ` ${code.slice(0, 3)} ${code.slice(3)} ` })).status, 303);
});

test('to others there is no registration at its address', async (t) => {
  const { portal, web } = await signedIn(t);
  const { address, secret } = await web.startRegistration('Phone');
  const other = new WebClient(portal.url);
  await other.signIn(await portal.newAccount());
  assert.equal((await other.request(address)).status, 404);
  const fields = { 'form-token': await other.formToken('/'), code: codeOf(secret, portal.clock.now()) };
  const body = new URLSearchParams(fields);
  assert.equal((await other.request(address, { method: 'POST', body })).status, 404);
  const stranger = await new WebClient(portal.url).request(address);
  assert.deepEqual([stranger.status, (await stranger.text()).includes('data:')], [303, false]);
});

test('an expired registration is said to have expired, with no key in the page', async (t) => {
  const { portal, web } = await signedIn(t);
  const { address } = await web.startRegistration('Phone');
  portal.clock.advance(15 * MINUTE_MS);
  const response = await web.request(`${address}/values`);
  const page = await response.text();
  assert.equal(response.status, 409);
  assert.match(page, /<h1>This registration has expired/);
  assert.doesNotMatch(page, /data:image|class="key"/);
});

test('a locked account tells the waiting time, in words and for machines', async (t) => {
  const { portal, web } = await signedIn(t);
  const { address, secret } = await web.startRegistration('Phone');
  for (let count = 0; count < 10; count += 1) {
    assert.equal((await web.submit(address, { code: wrongCode(secret, portal.clock.now()) })).status, 422);
  }
  const refused = await web.submit(address, { code: codeOf(secret, portal.clock.now()) });
  assert.deepEqual([refused.status, refused.headers.get('retry-after')], [429, '900']);
  assert.match(await refused.text(), /Try again in 15 minutes/);
});

test('the session has a new id after Submit, and the earlier one is dead', async (t) => {
  const { portal, web } = await signedIn(t);
  const { address, secret } = await web.startRegistration('Phone');
  const before = web.cookie;
  await web.submit(address, { code: codeOf(secret, portal.clock.now()) });
  assert.match(await web.text(address), /<h1>Setup finished/);
  assert.notEqual(web.cookie, before);
  web.cookie = before;
  assert.equal((await web.request(DEVICES)).status, 303);
});

test('another code after Submit is refused and makes no second device', async (t) => {
  const { portal, web } = await signedIn(t);
  const { address, secret } = await web.startRegistration('Phone');
  const body = { 'form-token': await web.formToken(address), code: codeOf(secret, portal.clock.now()) };
  await web.request(address, { method: 'POST', body: new URLSearchParams(body) });
  const other = new URLSearchParams({ ...body, code: wrongCode(secret, portal.clock.now()) });
  const response = await web.request(address, { method: 'POST', body: other });
  assert.equal(response.status, 409);
  assert.match(await response.text(), /<h1>This registration was finished before/);
  assert.equal((await web.text(DEVICES)).match(/<li><bdi>/g)?.length, 1);
});
