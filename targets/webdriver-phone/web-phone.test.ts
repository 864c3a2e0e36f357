import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import qrcode from 'qrcode';
import { ControlledClock } from '../../simulators/clock/clock.ts';
import { HarnessFault } from '../../simulators/errors.ts';
import { Recorder } from '../../simulators/network/recorder.ts';
import type { CameraState, Phone } from '../../simulators/phone/phone.ts';
import { startVendorApp, type VendorApp } from '../browser-phone/vendor-app.fixture.ts';
import { startAppium } from './appium.fixture.ts';
import { type Chromedriver, findChromedriver, startChromedriver } from './chromedriver.fixture.ts';
import { deviceApp } from './device-app.fixture.ts';
import { WebDriverServer } from './server.ts';
import { webPhone } from './webdriver-phone.ts';

const CREDENTIALS = { username: 'ana', password: 'a password' };
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const KEY_URI = `otpauth://totp/Chatter:ana?secret=${SECRET}&issuer=Chatter`;
/** The code of {@link SECRET} at this moment is 490452. */
const AT_EPOCH_MS = 1_709_596_800_000;
const STEP_MS = 30_000;

const path = await findChromedriver();
const skip = path === undefined && 'there is no chromedriver on this machine';

test('a server that hands on no events of pages is no fault of the app', async () => {
  const appium = await startAppium(deviceApp());
  const server = new WebDriverServer({ url: appium.url, capabilities: { platformName: 'Android' } });
  const phone = pickUp(server, 'http://127.0.0.1:9/');
  await assert.rejects(phone.screen(), (error: Error) => {
    assert.ok(error instanceof HarnessFault);
    assert.match(error.message, /no WebDriver BiDi/);
    return true;
  });
  assert.equal(appium.openSessions, 0);
  await appium.close();
});

function pickUp(server: WebDriverServer, appUrl: string, clock = new ControlledClock(AT_EPOCH_MS)): Phone {
  return webPhone(appUrl, { server, clock, recorder: new Recorder(), frames: 'page' });
}

describe('a web app behind a WebDriver server', { skip }, () => {
  let vendor: VendorApp;
  let chromedriver: Chromedriver;
  let server: WebDriverServer;
  let clock: ControlledClock;
  let phone: Phone;

  before(async () => {
    vendor = await startVendorApp();
    chromedriver = await startChromedriver(path ?? '');
    server = new WebDriverServer(chromedriver);
  });

  after(async () => {
    await server.close();
    await chromedriver.kill();
    await vendor.close();
  });

  beforeEach(() => {
    clock = new ControlledClock(AT_EPOCH_MS);
    phone = pickUp(server, vendor.appUrl, clock);
  });

  afterEach(() => phone.putAway());

  const symbolOf = (text: string) => qrcode.toBuffer(text, { scale: 4, margin: 4 });
  const scan = async () => {
    await phone.signIn(CREDENTIALS);
    await phone.tap('Scan QR');
    await phone.pointCameraAt(await symbolOf(KEY_URI));
  };

  test('is used by role and name, from the sign-in to its end, with a camera in the page', async () => {
    await phone.signIn(CREDENTIALS);
    assert.deepEqual((await phone.screen()).actions, ['Cancel', 'Scan QR']);
    await phone.tap('Scan QR');
    const scanner = await phone.screen();
    assert.deepEqual([scanner.isScanning, scanner.brackets, scanner.message], [true, true, undefined]);
    assert.deepEqual(await phone.cameraEvents(), ['permission asked', 'permission granted', 'camera started']);
    await phone.pointCameraAt(await symbolOf(KEY_URI));
    assert.equal(await phone.oneTimeCode(), '490452');
    await clock.advance(STEP_MS);
    assert.notEqual(await phone.oneTimeCode(), '490452');
    await phone.tap('Continue');
    const tree = await phone.accessibilityTree();
    const dialog = tree.children?.find(({ role }) => role === 'dialog');
    assert.deepEqual([dialog?.name, dialog?.modal], ['Device registered', true]);
    assert.deepEqual(dialog?.children?.at(-1), { role: 'button', name: 'OK', focused: true });
    await phone.tap('OK');
    assert.deepEqual(await phone.protectedData(), [{ resource: 'the app', shown: true }]);
    const everywhere = (await phone.readable()).map(({ text }) => text).join('\n');
    assert.ok(!everywhere.includes(SECRET));
  });

  for (const answer of ['denied', 'none'] satisfies CameraState[]) {
    test(`with a camera that is ${answer} is used by hand, and whatever can be typed is`, async () => {
      await phone.setCamera(answer);
      await phone.signIn(CREDENTIALS);
      await phone.tap('Scan QR');
      assert.equal((await phone.screen()).isScanning, false);
      await phone.tap('Enter the values manually');
      await phone.typeValues({ deviceName: 'Ana\u2019s \u{1F4F1}', key: SECRET });
      assert.equal(await phone.oneTimeCode(), '490452');
    });
  }

  test('is left, comes back, is killed and reopened with what it keeps', async () => {
    await scan();
    await phone.gesture('leaving the app for another');
    await phone.gesture('returning to the app');
    await phone.gesture('going back');
    await phone.gesture('killing and reopening the app');
    assert.equal(await phone.oneTimeCode(), '490452');
  });

  test('notices that the network is gone, and that it is back', async () => {
    await scan();
    for (const network of ['offline', 'silent'] as const) {
      await phone.setNetwork(network);
      await phone.tap('Continue');
      assert.notEqual((await phone.screen()).title, 'Device registered');
    }
    await phone.setNetwork('online');
    await phone.tap('Continue');
    assert.equal((await phone.screen()).title, 'Device registered');
  });

  test('of a server that dies is no fault of the app', async () => {
    const other = await startChromedriver(path ?? '');
    const dying = new WebDriverServer(other);
    const held = pickUp(dying, vendor.appUrl);
    await held.screen();
    await other.kill();
    await assert.rejects(held.screen(), (error: Error) => {
      assert.ok(error instanceof HarnessFault, `${error.name}: ${error.message}`);
      assert.match(error.message, /does not answer any more|has ended the session/);
      return true;
    });
    await held.putAway();
    await dying.close();
  });
});
