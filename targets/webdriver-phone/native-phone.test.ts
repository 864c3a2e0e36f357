import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import qrcode from 'qrcode';
import { RealClock } from '../../simulators/clock/real-clock.ts';
import { HarnessFault, Unprovided } from '../../simulators/errors.ts';
import { Recorder } from '../../simulators/network/recorder.ts';
import type { Phone } from '../../simulators/phone/phone.ts';
import { type FakeAppium, startAppium } from './appium.fixture.ts';
import { deviceApp } from './device-app.fixture.ts';
import type { Frames } from './frames.ts';
import { WebDriverServer } from './server.ts';
import { nativePhone } from './webdriver-phone.ts';

const CREDENTIALS = { username: 'ana', password: 'a password' };
const KEY = 'GEZDGNBVGY3TQOJQ';
const KEY_URI = `otpauth://totp/Chatter:ana?secret=${KEY}&issuer=Chatter`;
const CAPABILITIES = {
  platformName: 'Android',
  'appium:automationName': 'UiAutomator2',
  'appium:app': '/apps/chatter.apk',
};
const COMMAND = { command: 'mobile: injectEmulatorCameraImage', argument: 'payload' } as const;

let appium: FakeAppium;
let server: WebDriverServer;

beforeEach(async () => {
  appium = await startAppium(deviceApp());
  server = new WebDriverServer({ url: appium.url, capabilities: CAPABILITIES });
});

afterEach(async () => {
  await server.close();
  await appium.close();
});

function pickUp(frames: Frames = 'none'): Phone {
  return nativePhone({ server, clock: new RealClock(0), recorder: new Recorder(), frames });
}

test('a native app is used by what it says and by its accessibility ids, from the sign-in to its end', async () => {
  const phone = pickUp();
  assert.equal((await phone.screen()).title, 'Sign in');
  assert.deepEqual(appium.capabilities, CAPABILITIES);
  await phone.signIn(CREDENTIALS);
  const verify = await phone.screen();
  assert.deepEqual([verify.title, verify.actions, verify.isProtected], ['Verify device', ['Cancel', 'Scan QR'], false]);
  await phone.tap('Scan QR');
  await phone.tap('Enter the values manually');
  await phone.typeValues({ deviceName: 'Ana\u2019s \u{1F4F1}', key: KEY });
  assert.equal((await phone.screen()).title, 'One-time code');
  assert.equal(await phone.oneTimeCode(), '490452');
  await phone.tap('Continue');
  assert.equal((await phone.screen()).title, 'Device registered');
  await phone.tap('OK');
  assert.equal((await phone.screen()).isProtected, true);
});

test('a QR code comes before the camera by the command that the target names', async () => {
  const phone = pickUp(COMMAND);
  await phone.signIn(CREDENTIALS);
  await phone.tap('Scan QR');
  assert.equal((await phone.screen()).isScanning, true);
  await phone.pointCameraAt(await qrcode.toBuffer(KEY_URI, { scale: 4, margin: 4 }));
  assert.equal((await phone.screen()).title, 'One-time code');
  const [script, given] = appium.executed.at(-1) ?? [];
  assert.deepEqual([script, Object.keys(given ?? {})], [COMMAND.command, ['payload']]);
});

test('what needs a camera is not run where no frames reach it, and what is seen of it is not made up', async () => {
  const phone = pickUp();
  const isOfCamera = (error: unknown) => error instanceof Unprovided && error.capability === 'camera';
  await phone.signIn(CREDENTIALS);
  const screen = await phone.screen();
  assert.throws(() => screen.isScanning, isOfCamera);
  assert.throws(() => screen.brackets, isOfCamera);
  await assert.rejects(phone.cameraEvents(), isOfCamera);
  await assert.rejects(phone.pointCameraAt(await qrcode.toBuffer(KEY_URI)), isOfCamera);
  await phone.setCamera('denied');
  await assert.rejects(phone.screen(), isOfCamera);
});

test('clock, zone and network of a device are not moved, and that is said', async () => {
  const phone = pickUp();
  await phone.setDrift(90);
  await assert.rejects(phone.screen(), { name: 'Unprovided', capability: "the phone's own clock" });
  await assert.rejects(pickUp().setNetwork('offline'), { capability: 'a phone without a network' });
});

test('an app is left, comes back, is killed and reopened', async () => {
  const phone = pickUp();
  await phone.signIn(CREDENTIALS);
  await phone.gesture('leaving the app for another');
  await phone.gesture('returning to the app');
  assert.equal((await phone.screen()).title, 'Verify device');
  await phone.gesture('killing and reopening the app');
  assert.equal((await phone.screen()).title, 'Sign in');
  const app = { appId: 'org.example.chatter' };
  assert.deepEqual(appium.executed, [
    ['mobile: backgroundApp', { seconds: -1 }],
    ['mobile: activateApp', app],
    ['mobile: terminateApp', app],
    ['mobile: activateApp', app],
  ]);
});

test('a device is one phone, and its session ends with it', async () => {
  const phone = pickUp();
  await phone.screen();
  assert.equal(appium.openSessions, 1);
  await assert.rejects(pickUp().screen(), { capability: 'a second phone' });
  await phone.putAway();
  assert.equal(appium.openSessions, 0);
  await pickUp().screen();
  await server.close();
  assert.equal(appium.openSessions, 0);
});

test('nobody at the address is told with what to do', async () => {
  await appium.close();
  await assert.rejects(pickUp().screen(), (error: Error) => {
    assert.ok(error instanceof HarnessFault);
    assert.match(error.message, /^nobody answers at http:.*start the WebDriver server.*webdriverUrl/);
    return true;
  });
});

test('a capability that is refused is told by the server\u2019s own words, without what was sent', async () => {
  await appium.close();
  appium = await startAppium(deviceApp(), 'appium:udid');
  const secret = { ...CAPABILITIES, 'appium:udid': 'x', 'cloud:options': { key: 'not to be told' } };
  server = new WebDriverServer({ url: appium.url, capabilities: secret });
  await assert.rejects(pickUp().screen(), (error: Error) => {
    assert.ok(error instanceof HarnessFault);
    assert.match(
      error.message,
      /opens no session: .*appium:udid cannot be had: .*; check capabilities: in the target file/,
    );
    assert.doesNotMatch(`${error.stack}${String(error.cause)}`, /not to be told/);
    return true;
  });
});

test('a server that dies is no fault of the app', async () => {
  const phone = pickUp();
  await phone.screen();
  const { url } = appium;
  await appium.close();
  await assert.rejects(phone.screen(), {
    name: 'HarnessFault',
    message: `the WebDriver server at ${url} does not answer any more: see its own log, start it again and repeat the run`,
  });
});

test('a session that has ended in the middle is no fault of the app', async () => {
  const phone = pickUp();
  await phone.screen();
  appium.endSession();
  await assert.rejects(phone.screen(), (error: Error) => {
    assert.ok(error instanceof HarnessFault);
    assert.match(error.message, /has ended the session: invalid session id.*start it again and repeat the run$/);
    return true;
  });
});

test('a command that the server does not know is not run, and nothing is said against the app', async () => {
  const phone = pickUp({ command: 'mobile: noSuchCommand', argument: 'picture' });
  await phone.signIn(CREDENTIALS);
  await phone.tap('Scan QR');
  await assert.rejects(phone.pointCameraAt(await qrcode.toBuffer(KEY_URI, { scale: 4 })), {
    name: 'Unprovided',
    message: /^what this WebDriver server cannot do: .*Unknown mobile command "mobile: noSuchCommand"/,
  });
});
