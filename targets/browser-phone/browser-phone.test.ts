import assert from 'node:assert/strict';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import qrcode from 'qrcode';
import { findBrowser } from '../../simulators/browser/find-browser.ts';
import { drawFrame } from '../../simulators/camera/frame.ts';
import { ControlledClock } from '../../simulators/clock/clock.ts';
import { Recorder } from '../../simulators/network/recorder.ts';
import type { Phone } from '../../simulators/phone/phone.ts';
import { BrowserPhone } from './browser-phone.ts';
import { PhoneBrowsers } from './phone-browsers.ts';
import { startVendorApp, type VendorApp } from './vendor-app.fixture.ts';

const CREDENTIALS = { username: 'ana', password: 'a password' };
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const KEY_URI = `otpauth://totp/Chatter:ana?secret=${SECRET}&issuer=Chatter`;
/** The code of {@link SECRET} at this moment is 490452. */
const AT_EPOCH_MS = 1_709_596_800_000;

let vendor: VendorApp;
let browsers: PhoneBrowsers;
let clock: ControlledClock;
let phone: Phone;
let phones: Phone[] = [];

function pickUp(query = ''): Phone {
  const options = { browsers, clock, recorder: new Recorder() };
  phone = new BrowserPhone(`${vendor.appUrl}${query}`, options);
  phones.push(phone);
  return phone;
}

before(async () => {
  const cacheDirectory = join(homedir(), '.cache', 'paircheck');
  vendor = await startVendorApp();
  browsers = new PhoneBrowsers(await findBrowser({ environment: process.env, cacheDirectory }));
});

after(async () => {
  await browsers.close();
  await vendor.close();
});

beforeEach(() => {
  clock = new ControlledClock(AT_EPOCH_MS);
  pickUp();
});

afterEach(async () => {
  await Promise.all(phones.map((one) => one.putAway()));
  phones = [];
});

const symbolOf = (text: string) => qrcode.toBuffer(text, { scale: 4, margin: 4 });

async function scanned(): Promise<void> {
  await phone.signIn(CREDENTIALS);
  await phone.tap('Scan QR');
  await phone.pointCameraAt(await symbolOf(KEY_URI));
}

test('a registration from the sign-in to its end, in the words of the document', async () => {
  assert.equal((await phone.screen()).title, 'Sign in');
  await phone.signIn(CREDENTIALS);
  const popUp = await phone.screen();
  assert.deepEqual([popUp.title, popUp.actions, popUp.isProtected], ['Verify device', ['Cancel', 'Scan QR'], false]);
  await phone.tap('Scan QR');
  const scanner = await phone.screen();
  assert.deepEqual([scanner.isScanning, scanner.brackets, scanner.message], [true, true, undefined]);
  assert.deepEqual(await phone.cameraEvents(), ['permission asked', 'permission granted', 'camera started']);
  await phone.pointCameraAt(await symbolOf(KEY_URI));
  assert.equal((await phone.screen()).title, 'One-time code');
  assert.equal(await phone.oneTimeCode(), '490452');
  await phone.tap('Continue');
  const end = await phone.screen();
  assert.deepEqual([end.title, end.actions, end.isProtected], ['Device registered', ['OK'], false]);
  await phone.tap('OK');
  assert.equal((await phone.screen()).isProtected, true);
  assert.deepEqual(await phone.protectedData(), [{ resource: 'the app', shown: true }]);
});

test('words that the document has are left as they are, others are ours where their meaning is certain', async () => {
  await phone.signIn(CREDENTIALS);
  await phone.tap('Scan QR');
  assert.deepEqual((await phone.screen()).actions, ['Back', 'Enter the values manually']);
  await phone.tap('Cancel');
  assert.equal((await phone.screen()).title, 'Verify device');
  await phone.tap('Cancel');
  const { title, message, isProtected } = await phone.screen();
  assert.deepEqual([title, message, isProtected], ['Cancelled', 'Chatter This phone was not verified.', false]);
});

test('what is not there cannot be tapped, and it is told what there is', async () => {
  await assert.rejects(phone.tap('Continue'), {
    name: 'Blocked',
    message:
      'wanted "Continue" on the phone, its screen "Welcome" offers: Log in, a field named "User name", a field named "Password"',
  });
  await assert.rejects(phone.oneTimeCode(), { name: 'Blocked' });
  await assert.rejects(phone.pointCameraAt(await symbolOf(KEY_URI)), { name: 'Blocked' });
});

test('a wrong password leads nowhere, and the app says so', async () => {
  await phone.signIn({ ...CREDENTIALS, password: 'another' });
  const { title, message } = await phone.screen();
  assert.deepEqual([title, message], ['Sign in', 'That is not right']);
});

describe('the camera', () => {
  test('sees another QR code, which is refused with a message that stays until something else is done', async () => {
    await phone.signIn(CREDENTIALS);
    await phone.tap('Scan QR');
    await phone.pointCameraAt(await symbolOf('https://example.com/'));
    for (const _ of [1, 2]) {
      const { title, message, isScanning } = await phone.screen();
      assert.deepEqual(
        [title, message, isScanning],
        ['Hold the QR code within the brackets', 'That is another code', true],
      );
    }
    await phone.seeFrame(drawFrame([{ text: 'https://example.com/2', where: 'within the brackets' }]));
    assert.equal((await phone.screen()).message, 'That is another code');
    assert.deepEqual(await phone.openedLinks(), []);
    await phone.tap('Cancel');
    await phone.tap('Scan QR');
    assert.equal((await phone.screen()).message, undefined);
  });

  test('sees what lies outside the brackets, of which the app makes nothing', async () => {
    await phone.signIn(CREDENTIALS);
    await phone.tap('Scan QR');
    await phone.seeFrame(drawFrame([{ text: KEY_URI, where: 'outside the brackets' }]));
    const { isScanning, message } = await phone.screen();
    assert.deepEqual([isScanning, message], [true, undefined]);
    await phone.seeFrame(drawFrame([{ text: KEY_URI, where: 'within the brackets' }]));
    assert.equal(await phone.oneTimeCode(), '490452');
  });

  test('of one phone shows nothing to another', async () => {
    await phone.signIn(CREDENTIALS);
    await phone.tap('Scan QR');
    const first = phone;
    const second = pickUp();
    await second.signIn(CREDENTIALS);
    await second.tap('Scan QR');
    await second.pointCameraAt(await symbolOf(KEY_URI));
    assert.equal((await second.screen()).title, 'One-time code');
    assert.equal((await first.screen()).isScanning, true);
  });

  test('without brackets is seen to be without', async () => {
    pickUp('?no-brackets');
    await phone.signIn(CREDENTIALS);
    await phone.tap('Scan QR');
    const { isScanning, brackets } = await phone.screen();
    assert.deepEqual([isScanning, brackets], [true, false]);
  });

  for (const [state, events] of [
    ['denied', ['permission asked', 'permission denied']],
    ['denied for good', ['permission denied']],
    ['none', []],
  ] as const) {
    test(`that is ${state} is not started, and there are other ways`, async () => {
      await phone.setCamera(state);
      await phone.signIn(CREDENTIALS);
      await phone.tap('Scan QR');
      const { actions, isScanning, isProtected } = await phone.screen();
      assert.deepEqual(actions, ['Try again', 'Enter the values manually']);
      assert.deepEqual([isScanning, isProtected], [false, false]);
      assert.deepEqual(await phone.cameraEvents(), events);
    });
  }

  test('can be granted on another try, for which the app is begun anew with what it keeps', async () => {
    await phone.setCamera('denied');
    await phone.signIn(CREDENTIALS);
    await phone.tap('Scan QR');
    await phone.setCamera('granted');
    await phone.tap('Try again');
    assert.equal((await phone.screen()).isScanning, true);
    assert.deepEqual((await phone.cameraEvents()).slice(2), [
      'permission asked',
      'permission granted',
      'camera started',
    ]);
  });
});

test('where the name is asked for first, alone, the password is given after it', async () => {
  pickUp('?name-first');
  assert.equal((await phone.screen()).title, 'Sign in');
  await phone.signIn(CREDENTIALS);
  assert.equal((await phone.screen()).title, 'Verify device');
});

test('a splash screen is waited out', async () => {
  pickUp('?splash');
  assert.equal((await phone.screen()).title, 'Sign in');
});

test('an app that says that it proves itself is waited for', async () => {
  pickUp('?proves');
  await phone.signIn(CREDENTIALS);
  assert.equal((await phone.screen()).isProtected, true);
});

describe('an app that sends the code of a registered phone upon Continue', () => {
  beforeEach(() => pickUp('?taps'));

  test('is let do so at a sign-in, and sends no other code', async () => {
    await scanned();
    await phone.tap('Continue');
    await phone.tap('OK');
    await phone.signOut();
    await assert.rejects(
      phone.signIn(CREDENTIALS, () => '000000'),
      { name: 'Unprovided' },
    );
    assert.equal((await phone.screen()).isProtected, false);
    await phone.signIn(CREDENTIALS);
    assert.equal((await phone.screen()).isProtected, true);
  });

  test('need not show it', async () => {
    pickUp('?sends');
    await scanned();
    await phone.tap('Continue');
    await phone.tap('OK');
    await phone.signOut();
    await phone.signIn(CREDENTIALS);
    assert.equal((await phone.screen()).isProtected, true);
  });

  test('is let do no such thing while the web waits for that code', async () => {
    await scanned();
    await phone.signIn(CREDENTIALS);
    const { title, actions } = await phone.screen();
    assert.deepEqual([title, actions], ['One-time code', ['Continue']]);
  });
});

test('Continue that cannot be tapped before the app has heard of Submit is waited for, by whoever taps it', async () => {
  pickUp('?hears');
  await scanned();
  const { title, actions } = await phone.screen();
  assert.deepEqual([title, actions], ['One-time code', []]);
  await phone.tap('Continue');
  assert.equal((await phone.screen()).title, 'Device registered');
});

test('an app that has not heard of Submit yet hears of it before its network goes', async () => {
  pickUp('?hears');
  await scanned();
  await phone.setNetwork('offline');
  assert.deepEqual((await phone.screen()).actions, ['Continue']);
});

test('the way out of an account may be behind what an app has for it', async () => {
  pickUp('?menu');
  await scanned();
  await phone.tap('Continue');
  await phone.signOut();
  assert.equal((await phone.screen()).title, 'Sign in');
});

test('an app that forgets, when it is opened anew, who was asked to verify the device, asks again', async () => {
  pickUp('?forgetful');
  await phone.signIn(CREDENTIALS);
  assert.deepEqual(await phone.protectedData(), [{ resource: 'the app', shown: false }]);
  assert.equal((await phone.screen()).title, 'Verify device');
});

test('values are typed by hand, and what cannot be used is refused with a message', async () => {
  await phone.signIn(CREDENTIALS);
  await phone.tap('Scan QR');
  await phone.tap('Enter the values manually');
  assert.deepEqual((await phone.screen()).actions, ['Cancel', 'Use these values']);
  await phone.typeValues({ deviceName: 'Work phone', key: 'short' });
  const { title, message } = await phone.screen();
  assert.deepEqual([title, message], ['Enter the values', 'This key cannot be used']);
  await phone.typeValues({ deviceName: 'Work phone', key: SECRET });
  assert.equal(await phone.oneTimeCode(), '490452');
  assert.match((await phone.screen()).accounts.join(), /\bWork phone\b/);
});

describe('time', () => {
  test('is that of the clock, wherever it is sent, with what the phone is ahead', async () => {
    await scanned();
    await clock.set(59_000);
    assert.equal(await phone.oneTimeCode(), '287082');
    await phone.setDrift(AT_EPOCH_MS / 1000 - 59);
    assert.equal(await phone.oneTimeCode(), '490452');
  });

  test('of the day is told in the zone of the phone', async () => {
    await phone.setTimeZone('Asia/Kolkata');
    assert.equal(await phone.statusBarTime(), '05:30');
  });
});

describe('gestures', () => {
  for (const gesture of [
    'going back',
    'tapping beside the pop-up',
    'turning the phone',
    'leaving the app for another',
    'killing and reopening the app',
  ] as const) {
    test(`${gesture} leaves the pop-up of an app that insists on it`, async () => {
      await phone.signIn(CREDENTIALS);
      await phone.gesture(gesture);
      if (gesture.startsWith('leaving')) await phone.gesture('returning to the app');
      assert.deepEqual((await phone.screen()).actions, ['Cancel', 'Scan QR']);
    });
  }

  test('an app that is killed while it shows a code shows it again', async () => {
    await scanned();
    await phone.enterBy('reopening the app');
    assert.equal(await phone.oneTimeCode(), '490452');
  });

  test('the success stays until it is tapped away, and the focus goes round in it', async () => {
    await scanned();
    await phone.tap('Continue');
    for (const _ of [1, 2, 3]) {
      const tree = await phone.accessibilityTree();
      const [dialog] = tree.children ?? [];
      assert.deepEqual([dialog?.role, dialog?.name, dialog?.modal], ['dialog', 'Device registered', true]);
      assert.deepEqual(dialog?.children?.at(-1), { role: 'button', name: 'OK', focused: true });
      await phone.gesture('moving the focus on');
    }
    await phone.gesture('tapping beside the pop-up');
    assert.equal((await phone.screen()).title, 'Device registered');
  });
});

test('a network that is gone is noticed by the app, and comes back', async () => {
  await scanned();
  await phone.setNetwork('offline');
  await phone.tap('Continue');
  assert.equal(await phone.oneTimeCode(), '490452');
  await phone.setNetwork('online');
  await phone.tap('Continue');
  assert.equal((await phone.screen()).title, 'Device registered');
});

test('a registered phone shows its code wherever its app does', async () => {
  await scanned();
  await phone.tap('Continue');
  assert.equal(await phone.oneTimeCode(), '490452');
});

test('an account is left by what the app offers, and entered again', async () => {
  await scanned();
  await phone.tap('Continue');
  await phone.signOut();
  assert.equal((await phone.screen()).title, 'Sign in');
  await phone.signIn(CREDENTIALS);
  assert.equal((await phone.screen()).title, 'Verify device');
});

test('once its device is gone the app shows nothing, whatever stands on the screen', async () => {
  await scanned();
  await phone.tap('Continue');
  await phone.tap('OK');
  vendor.forgetDevices();
  assert.deepEqual(await phone.protectedData(), [{ resource: 'the app', shown: false }]);
});

test('no picture and no message shows a code', async () => {
  await scanned();
  const { title, message = '', accounts } = await phone.screen();
  assert.doesNotMatch([title, message, ...accounts].join(' '), /490452|4 ?9 ?0/);
  const { mediaType, data } = await phone.picture();
  assert.equal(mediaType, 'image/png');
  assert.ok(data.length > 1000);
  assert.ok((await phone.readable()).some(({ text }) => text === 'Almost there'));
});

test('what nobody but its maker can do with an app is not done, and said to be missing', async () => {
  await assert.rejects(phone.enterBy('a renewed session'), { name: 'Unprovided' });
  await assert.rejects(phone.sendCode('123456'), { name: 'Unprovided' });
  await assert.rejects(phone.continueAnyway(), { name: 'Unprovided' });
  assert.throws(() => phone.copySession(), { name: 'Unprovided' });
});
