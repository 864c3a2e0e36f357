import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { DEFAULT_OTP_PARAMETERS } from '../../protocol/otpauth-uri.ts';
import { drawFrame } from '../../simulators/camera/frame.ts';
import { ControlledClock } from '../../simulators/clock/clock.ts';
import { Blocked, Unprovided } from '../../simulators/errors.ts';
import { Recorder } from '../../simulators/network/recorder.ts';
import { Authenticator } from '../../simulators/phone/authenticator.ts';
import { ACTIONS, TITLES } from '../../simulators/phone/screens.ts';
import { DescribedPortal } from '../requests/described-portal.ts';
import { drawSymbol } from '../requests/draw-symbol.ts';
import { ApiPortal, NOW } from '../requests/portal.fixture.ts';
import { describedRequests } from '../requests/requests.fixture.ts';
import { RequestsDoor } from '../requests/requests-door.ts';
import { AuthenticatorPhone } from './authenticator-phone.ts';

const KEY = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const URI = `otpauth://totp/Acme:ada?secret=${KEY}&issuer=Acme`;
const ADA = { username: 'ada', password: 'secret' };
const codeAt = (atEpochMs: number) => new Authenticator(KEY, DEFAULT_OTP_PARAMETERS).codeAt(atEpochMs);

let server: ApiPortal;
let recorder: Recorder;
let phone: AuthenticatorPhone;

beforeEach(async () => {
  server = new ApiPortal();
  recorder = new Recorder();
  await server.start();
  server.accounts.set('ada', { password: 'secret', key: KEY });
  const door = new RequestsDoor(new DescribedPortal(describedRequests(), server.url), recorder);
  phone = new AuthenticatorPhone({ clock: new ControlledClock(NOW, []), door });
});

afterEach(() => server.stop());

const lacks = (capability: string) => (error: unknown) =>
  error instanceof Unprovided && error.capability === capability;

test('it is open at its scanner, and shows the codes of what it has scanned', async () => {
  assert.equal((await phone.screen()).isScanning, true);
  await assert.rejects(phone.oneTimeCode(), Blocked);
  await phone.pointCameraAt(await drawSymbol(URI));
  const { title, accounts, actions } = await phone.screen();
  assert.deepEqual([title, accounts, actions], [TITLES.oneTimeCode, ['Acme: ada'], []]);
  assert.equal(await phone.oneTimeCode(), codeAt(NOW));
  await phone.setDrift(-30);
  assert.equal(await phone.oneTimeCode(), codeAt(NOW - 30_000));
});

test('a symbol outside the brackets, or one that is no key, is not kept', async () => {
  await phone.seeFrame(drawFrame([{ text: URI, where: 'outside the brackets' }]));
  assert.equal((await phone.screen()).message, 'There is no QR code within the brackets');
  await phone.pointCameraAt(await drawSymbol('https://www.example.com'));
  assert.match((await phone.screen()).message ?? '', /This QR code is no registration/);
  await assert.rejects(phone.oneTimeCode(), Blocked);
});

test('a key may be typed', async () => {
  await phone.typeValues({ deviceName: 'work phone', key: KEY.toLowerCase() });
  assert.equal(await phone.oneTimeCode(), codeAt(NOW));
});

test('it signs in at the portal with its code, and then sees what is protected', async () => {
  await phone.pointCameraAt(await drawSymbol(URI));
  const sent: string[] = [];
  await phone.signIn(ADA, (code) => {
    sent.push(code);
    return code;
  });
  assert.deepEqual(sent, [codeAt(NOW)]);
  assert.equal((await phone.screen()).title, TITLES.conversations);
  assert.deepEqual(await phone.protectedData(), [{ resource: 'GET /me', shown: true }]);
  await phone.signOut();
  assert.equal((await phone.screen()).title, TITLES.signedOut);
  assert.deepEqual(await phone.protectedData(), [{ resource: 'GET /me', shown: false }]);
});

test('another code, a wrong password and no key lead nowhere', async () => {
  await phone.signIn(ADA);
  assert.deepEqual(
    [(await phone.screen()).title, (await phone.protectedData())[0]?.shown],
    ['Enter the code of your registered device', false],
  );
  await phone.pointCameraAt(await drawSymbol(URI));
  await phone.signIn(ADA, () => '000000');
  assert.equal((await phone.screen()).title, TITLES.signedOut);
  await phone.signIn({ ...ADA, password: 'guess' }, () => assert.fail('no code is wanted'));
  const { title, message, isProtected } = await phone.screen();
  assert.deepEqual([title, message, isProtected], [TITLES.signedOut, 'The portal refuses this', false]);
  await phone.startSignIn(ADA);
  await phone.sendCode(codeAt(NOW));
  assert.equal((await phone.protectedData())[0]?.shown, true);
});

test('another one with the same keys has a session of its own', async () => {
  await phone.pointCameraAt(await drawSymbol(URI));
  await phone.signIn(ADA);
  const other = phone.duplicate();
  assert.equal((await other.protectedData())[0]?.shown, false);
  await other.signIn(ADA);
  assert.equal((await other.protectedData())[0]?.shown, true);
});

test('what a forger claims is sent along with each request', async () => {
  await phone.pointCameraAt(await drawSymbol(URI));
  phone.claim({ headers: { 'x-client-date': 'now' }, fields: { time: 17 } });
  await phone.signIn(ADA);
  const codes = server.came.filter((line) => line.startsWith('POST /otp'));
  assert.deepEqual(codes, [`POST /otp {"otp":"${codeAt(NOW)}","time":17}`]);
});

test("what the document's app has is not provided, and nothing is shown on a picture that is secret", async () => {
  await phone.pointCameraAt(await drawSymbol(URI));
  await assert.rejects(phone.tap(), lacks('phone handshake'));
  assert.equal((await phone.screen()).actions.includes(ACTIONS.continue), false);
  await assert.rejects(phone.continueAnyway(), lacks('phone handshake'));
  assert.throws(() => phone.copySession(), lacks('the session of a phone app'));
  const { data } = await phone.picture();
  assert.doesNotMatch(String(data), new RegExp(`${KEY}|${codeAt(NOW)}`));
});

test('without a door it shows codes, and no more', async () => {
  const alone = new AuthenticatorPhone({ clock: new ControlledClock(NOW, []) });
  await alone.pointCameraAt(await drawSymbol(URI));
  assert.equal(await alone.oneTimeCode(), codeAt(NOW));
  await assert.rejects(alone.signIn(ADA), lacks('a way in with a code'));
});
