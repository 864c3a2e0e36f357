import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import qrcode from 'qrcode';
import { DEFAULT_OTP_PARAMETERS } from '../../protocol/otpauth-uri.ts';
import { seeSymbols } from '../../simulators/camera/eye.ts';
import { Blocked, Unprovided } from '../../simulators/errors.ts';
import type { Answer } from '../../simulators/network/answer.ts';
import { Recorder } from '../../simulators/network/recorder.ts';
import { Authenticator } from '../../simulators/phone/authenticator.ts';
import { newJar } from '../../simulators/web-user/text/parse.ts';
import type { Requests } from './described.ts';
import { DescribedPortal } from './described-portal.ts';
import { drawSymbol } from './draw-symbol.ts';
import { ApiPortal, NOW } from './portal.fixture.ts';
import { Reading } from './reading.ts';
import { requestAccounts } from './request-accounts.ts';
import { describedRequests } from './requests.fixture.ts';
import { RequestsWebUser } from './requests-web-user.ts';

let server: ApiPortal;
let recorder: Recorder;
const ADA = { username: 'ada', password: 'secret' };
const NOBODY = new Set<string>();

beforeEach(async () => {
  server = new ApiPortal();
  recorder = new Recorder();
  await server.start();
  server.accounts.set('ada', { password: 'secret' });
});

afterEach(() => server.stop());

const portal = (other?: Partial<Requests>) => new DescribedPortal(describedRequests(other), server.url);
const webUser = (other?: Partial<Requests>) => new RequestsWebUser(portal(other), recorder);
const codeOf = (key = '') => new Authenticator(key, DEFAULT_OTP_PARAMETERS).codeAt(NOW);

async function started(other?: Partial<Requests>): Promise<RequestsWebUser> {
  const web = webUser(other);
  await web.signInToRegister(ADA);
  await web.nameDevice('work phone');
  await web.next();
  return web;
}

const lacks = (capability: string) => (error: unknown) =>
  error instanceof Unprovided && error.capability === capability;
const says = (pattern: RegExp) => (error: unknown) => error instanceof Blocked && pattern.test(error.message);

test('a registration goes from the password to a device that a fresh sign-in is asked for', async () => {
  const web = await started();
  const { pending } = server.accounts.get('ada') ?? {};
  const [symbol] = await seeSymbols((await web.qrCode()) ?? new Uint8Array());
  assert.match(symbol?.text ?? '', new RegExp(`^otpauth://totp/Acme:ada\\?secret=${pending}&issuer=Acme$`));
  assert.deepEqual([await web.isAskedForCode(), await web.devices.lines()], [true, []]);
  await web.typeCode(codeOf(pending));
  assert.deepEqual(await web.submit(), []);
  assert.deepEqual(await web.devices.lines(), ['work phone']);
  assert.deepEqual([await web.devices.count('work phone'), await web.devices.count('work')], [1, 0]);
  assert.deepEqual([await web.isAskedForCode(), await web.qrCode()], [false, undefined]);
});

test('a wrong code is refused with the words of the portal, and the registration goes on', async () => {
  const web = await started();
  await web.typeCode('000000');
  assert.deepEqual(await web.submit(), ['wrong code']);
  assert.deepEqual([await web.isAskedForCode(), await web.devices.count('work phone')], [true, 0]);
  await web.typeCode(codeOf(server.accounts.get('ada')?.pending));
  await web.submit();
  assert.equal(await web.devices.count('work phone'), 1);
});

test('a token that was taken goes along from then on, one against forgery each time', async () => {
  await started();
  const sent = server.came.filter((line) => !line.includes('accounts'));
  assert.deepEqual(sent, ['GET /login', 'POST /login {"username":"ada","password":"secret"}', 'POST /mfa']);
  server.instead.set('GET /login', [200, '<p>no token</p>', { 'content-type': 'text/html' }]);
  await assert.rejects(
    webUser().signIn(ADA),
    says(/wanted "csrf" in the answer to GET \/login, at html csrf; got status 200, text\/html/),
  );
});

test('who has no account stays outside, and cannot begin', async () => {
  const web = webUser();
  await web.signIn({ username: 'ada', password: 'guess' });
  assert.equal(await web.isSignedIn(), false);
  await assert.rejects(web.openRegistration(), says(/has refused the password/));
});

test('whoever has a device is asked for a code of it, where one is given', async () => {
  const web = await started();
  await web.typeCode(codeOf(server.accounts.get('ada')?.pending));
  await web.submit();
  const again = webUser();
  await again.signIn(ADA);
  assert.deepEqual([await again.isSignedIn(), await again.isAskedForCode()], [false, true]);
  await assert.rejects(again.openRegistration(), says(/asks for a code first/));
  await again.openRegistration(async () => codeOf(server.accounts.get('ada')?.key));
  assert.deepEqual([await again.isSignedIn(), await again.isAskedForName()], [true, true]);
});

test('a second registration that the portal does not begin is not offered', async () => {
  const web = await started();
  await web.typeCode(codeOf(server.accounts.get('ada')?.pending));
  await web.submit();
  await web.openRegistration();
  await web.nameDevice('second phone');
  await assert.rejects(web.next(), says(/a second registration, the portal refuses it with status 409/));
  assert.deepEqual(
    [await web.isAskedForName(), await web.isAskedForCode(), await web.isSignedIn()],
    [false, false, true],
  );
});

test('a list of devices is read where there is one, with the names that the portal was told', async () => {
  const devices = { send: 'GET /mfa', list: '/devices', name: '/name' };
  const confirm = { send: 'POST /mfa/confirm', form: { otp: '{{code}}', name: '{{deviceName}}' } };
  const web = await started({ devices, confirm });
  await web.openRegistration();
  await web.nameDevice('ana & bo=1');
  await web.next();
  await web.typeCode(codeOf(server.accounts.get('ada')?.pending));
  await web.submit();
  assert.deepEqual(await web.devices.lines(), ['ana & bo=1']);
  assert.equal(await web.devices.offersRemoval('ana & bo=1'), true);
  await web.devices.remove('ana & bo=1', async () => '');
  assert.deepEqual(await web.devices.lines(), []);
});

test('where no name is sent, what depends on names cannot be shown', async () => {
  const web = webUser();
  await web.signInToRegister(ADA);
  for (const name of ['ana & bo=1', '', '  ', 'äöü', 'x'.repeat(33)]) {
    await assert.rejects(web.nameDevice(name), lacks('names of devices'), name);
  }
  await web.nameDevice('Phone 16');
});

test('without a sign that a code is asked for nobody can say that a device is registered', async () => {
  const { signIn } = describedRequests();
  delete signIn.needsCode;
  const web = await started({ signIn });
  await assert.rejects(web.devices.lines(), lacks('a sign that a device is registered'));
});

test('an answer that nobody has described is told by its looks alone', async () => {
  const web = await started();
  server.instead.set('POST /mfa/confirm', [302, undefined, { location: '/' }]);
  await web.typeCode('123456');
  await assert.rejects(
    web.submit(),
    says(
      /^wanted an answer to POST \/mfa\/confirm that requests\.confirm describes, got status 302, no content type; say under/,
    ),
  );
});

test('which page was answered is told by its title and its path', () => {
  const page = '<title>Two-factor\n authentication</title><p>secret';
  const answer = {
    status: 200,
    url: 'http://127.0.0.1/account/otp?x=1',
    text: () => page,
    header: () => ['text/html'],
  };
  const { looks } = new Reading(answer as unknown as Answer, newJar());
  assert.equal(looks, 'status 200, text/html, the page "Two-factor authentication" at /account/otp');
});

test('a start without its key is told with the fields that were there, and no value', async () => {
  server.instead.set('POST /mfa', [200, { data: { otpauthUrl: 'otpauth://totp/x?secret=KEY' } }]);
  await assert.rejects(
    started(),
    says(
      /wanted "uri" in the answer to POST \/mfa, at json \/data\/otpauth; got status 200, [^ ]+ with the fields data$/,
    ),
  );
});

test('a server that fails has registered nothing', async () => {
  const web = await started();
  server.instead.set('POST /mfa/confirm', [500, { message: 'sorry' }]);
  await web.typeCode('123456');
  assert.deepEqual(await web.submit(), ['sorry']);
  assert.equal(await web.devices.count('work phone'), 0);
});

test('of a key alone a QR code is drawn, and the key can be typed', async () => {
  const web = await started({ startRegistration: { send: 'POST /mfa', take: { key: { json: '/data/secret' } } } });
  const { pending } = server.accounts.get('ada') ?? {};
  const [symbol] = await seeSymbols((await web.qrCode()) ?? new Uint8Array());
  assert.equal(symbol?.text, `otpauth://totp/ada?secret=${pending}`);
  assert.deepEqual((await web.openManualValues()).keys, [pending]);
});

test('a picture that the portal draws is the QR code; what is none is told', async () => {
  const { startRegistration, ...others } = describedRequests();
  const take = { picture: { json: '/data/otpauth' } };
  const uri = 'otpauth://totp/a?secret=A';
  const png = Buffer.from(await drawSymbol(uri)).toString('base64');
  const svg = await qrcode.toString(uri, { type: 'svg' });
  for (const otpauth of [`data:image/png;base64,${png}`, png, svg, `data:image/svg+xml,${encodeURIComponent(svg)}`]) {
    server.instead.set('POST /mfa', [200, { data: { otpauth } }]);
    const web = await started({ ...others, startRegistration: { ...startRegistration, take } });
    const [symbol] = await seeSymbols((await web.qrCode()) ?? new Uint8Array());
    assert.equal(symbol?.text, uri);
  }
  server.instead.set('POST /mfa', [200, { data: { otpauth: 'data:text/plain,none' } }]);
  const other = await started({ ...others, startRegistration: { ...startRegistration, take } });
  await assert.rejects(other.qrCode(), says(/got data:text\/plain; take its text as "uri" instead/));
});

test('two tabs are in one session, each with its own registration', async () => {
  const confirm = { send: 'POST /mfa/confirm', json: { otp: '{{code}}', secret: '{{key}}' } };
  const take = { key: { json: '/data/secret' } };
  const web = await started({ confirm, startRegistration: { send: 'POST /mfa', take } });
  const first = server.accounts.get('ada')?.pending;
  const tab = await web.newTab();
  await tab.openRegistration();
  await tab.nameDevice('new phone');
  await tab.next();
  await web.typeCode('111111');
  await web.submit();
  assert.equal(server.came.at(-1), `POST /mfa/confirm {"otp":"111111","secret":"${first}"}`);
});

test('the request with the code can be sent many times, with more in it, or with something else in its place', async () => {
  const web = await started();
  const form = await web.wire.codeForm('000000');
  assert.deepEqual([form.fieldName, form.fields], ['otp', [['otp', '000000']]]);
  assert.deepEqual(await web.wire.sendTogether([form, form]), [400, 400]);
  assert.deepEqual(await web.wire.send({ ...form, fields: [...form.fields, ['time', '17']] }), ['wrong code']);
  assert.equal(server.came.at(-1), 'POST /mfa/confirm {"otp":"000000","time":"17"}');
  const odd = (body: string, contentType: string) => web.wire.sendOdd({ contentType, body: () => body });
  assert.equal(await odd('{"otp":[1]}', 'application/json'), 400);
  assert.equal(server.came.at(-1), 'POST /mfa/confirm {"otp":[1]}');
  await odd('otp=letters', 'application/x-www-form-urlencoded');
  assert.equal(server.came.at(-1), 'POST /mfa/confirm {"otp":"letters"}');
  await assert.rejects(odd('otp[value]=1', 'application/x-www-form-urlencoded'), lacks('a form in place of JSON'));
});

test('what only a page has is not provided', async () => {
  const web = await started();
  await assert.rejects(web.pageOn(), lacks("the portal's own QR code"));
  await assert.rejects(web.reload(), lacks('loading a page anew'));
  assert.throws(() => web.wire.nameForm('x'), lacks('requests that no page makes'));
  await assert.rejects(
    webUser({ manualValues: undefined } as never).openManualValues(),
    says(/no registration is begun/),
  );
});

test('a report has what was sent and what came of it, and no value', async () => {
  const web = await started();
  await web.typeCode('135790');
  await web.submit();
  const { data } = await web.picture();
  assert.match(String(data), /\/mfa\/confirm: refused, status 400: wrong code/);
  assert.doesNotMatch(String(data), /otpauth|secret=|ada|135790/i);
  assert.ok(recorder.take().includes('web POST /mfa/confirm 400'));
});

test('signing out ends the session; where it is no request, what the session knew is forgotten', async () => {
  const web = await started();
  await web.signOut();
  assert.equal(await web.isSignedIn(), false);
  const { signOut: _, ...others } = describedRequests();
  const other = new RequestsWebUser(new DescribedPortal(others, server.url), recorder);
  await other.signIn(ADA);
  await other.signOut();
  assert.equal(await other.isSignedIn(), false);
});

test('each account is made afresh; a name that the portal refuses cannot be had', async () => {
  const source = requestAccounts(portal());
  const [one, other] = [await source.next({ not: NOBODY }), await source.next({ not: NOBODY })];
  assert.match(one.credentials.username, /^[0-9a-f]{12}@example\.com$/);
  assert.notEqual(one.credentials.username, other.credentials.username);
  assert.deepEqual([one.isFresh, source.size], [true, Number.POSITIVE_INFINITY]);
  const web = webUser();
  await web.signIn(one.credentials);
  assert.equal(await web.isSignedIn(), true);
  assert.equal((await source.next({ not: NOBODY, username: 'ana.bo' })).credentials.username, 'ana.bo');
  await assert.rejects(source.next({ not: NOBODY, username: 'zoë & co' }), { name: 'NotDemanded' });
  server.instead.set('POST /accounts', [429, {}]);
  await assert.rejects(source.next({ not: NOBODY, username: 'zoë & co' }), lacks('accounts with a chosen name'));
  await assert.rejects(source.next({ not: NOBODY }), lacks('fresh accounts'));
});

test('a name is refused as well by what comes before an account, and an invitation that is not given', async () => {
  const createAccount: Requests['createAccount'] = {
    before: [{ send: 'POST /invitations', json: { to: '{{username}}' }, take: { invitation: { json: '/token' } } }],
    send: 'POST /accounts',
    json: { username: '{{username}}', password: '{{password}}', invitation: '{{invitation}}' },
  };
  const source = requestAccounts(portal({ createAccount }));
  server.instead.set('POST /invitations', [400, {}]);
  await assert.rejects(source.next({ not: NOBODY, username: 'zoë & co' }), lacks('accounts with a chosen name'));
  await assert.rejects(
    source.next({ not: NOBODY }),
    /wanted "invitation" in the answer to POST \/invitations.*status 400/,
  );
});
