import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { beforeEach, describe, test } from 'node:test';
import nock from 'nock';
import { PNG } from 'pngjs';
import qrcode from 'qrcode';
import { keyFingerprintInput, PHONE_API } from '../../protocol/phone-api.ts';
import { ControlledClock } from '../clock/clock.ts';
import {
  AT_EPOCH_MS,
  answerOnlyMocks,
  CREDENTIALS,
  newPhone,
  ORIGIN,
  SECRET,
  scanned,
  signedIn,
  symbolOf,
} from './phone.fixture.ts';
import type { SimulatedPhone } from './simulated-phone.ts';

/** What a screen has that is about nothing else. */
const PLAIN = { isScanning: false, brackets: false, isProtected: false, accounts: [] };

let clock: ControlledClock;
let phone: SimulatedPhone;

answerOnlyMocks();

beforeEach(() => {
  clock = new ControlledClock(AT_EPOCH_MS);
  phone = newPhone(clock);
});

function answersSignIn(next: string): void {
  nock(ORIGIN)
    .post(PHONE_API.sessions, { ...CREDENTIALS })
    .reply(201, { next, token: 'token-1' });
}

const signInUnregistered = () => signedIn(phone);
const scan = (secret = SECRET) => scanned(phone, secret);

test('after the password, an unregistered phone shows Verify device with exactly Cancel and Scan QR', async () => {
  await signInUnregistered();
  assert.deepEqual(await phone.screen(), { title: 'Verify device', actions: ['Cancel', 'Scan QR'], ...PLAIN });
});

test('wrong credentials show what the server says, and no pop-up', async () => {
  nock(ORIGIN).post(PHONE_API.sessions).reply(401, { title: 'Wrong username or password' });
  await phone.signIn(CREDENTIALS);
  assert.deepEqual(await phone.screen(), {
    title: 'Sign in',
    actions: ['Sign in'],
    message: 'Wrong username or password',
    ...PLAIN,
  });
});

test('Cancel ends the session and leads back to the sign-in', async () => {
  await signInUnregistered();
  nock(ORIGIN).delete(PHONE_API.session).matchHeader('authorization', 'Bearer token-1').reply(204);
  await phone.tap('Cancel');
  assert.equal((await phone.screen()).title, 'Sign in');
});

test('Cancel leads back to the pop-up, from wherever it is offered beyond it', async () => {
  await signInUnregistered();
  await phone.setCamera('denied');
  await phone.tap('Scan QR');
  await phone.tap('Cancel');
  assert.equal((await phone.screen()).title, 'Verify device');
  await phone.setCamera('granted');
  await phone.tap('Scan QR');
  await phone.tap('Cancel');
  assert.equal((await phone.screen()).title, 'Verify device');
  await phone.tap('Scan QR');
  await phone.tap('Enter the values manually');
  assert.deepEqual((await phone.screen()).actions, ['Cancel', 'Use these values']);
  await phone.tap('Cancel');
  await scan();
  await phone.tap('Cancel');
  assert.deepEqual(await phone.screen(), { title: 'Verify device', actions: ['Cancel', 'Scan QR'], ...PLAIN });
});

test('what the screen does not offer cannot be tapped, and the message says what it offers', async () => {
  await signInUnregistered();
  await assert.rejects(phone.tap('Skip'), { name: 'Blocked', message: /wanted "Skip".*offers: Cancel, Scan QR/ });
});

describe('the camera', () => {
  test('is asked for on Scan QR and started after the permission, once', async () => {
    await signInUnregistered();
    assert.deepEqual(await phone.cameraEvents(), []);
    await phone.tap('Scan QR');
    assert.deepEqual(await phone.cameraEvents(), ['permission asked', 'permission granted', 'camera started']);
    assert.equal((await phone.screen()).brackets, true);
    await phone.tap('Cancel');
    await phone.tap('Scan QR');
    assert.deepEqual((await phone.cameraEvents()).slice(3), ['camera started']);
  });

  test('stays off when denied, and leaves another try and the manual way', async () => {
    await signInUnregistered();
    await phone.setCamera('denied');
    await phone.tap('Scan QR');
    assert.deepEqual(await phone.cameraEvents(), ['permission asked', 'permission denied']);
    assert.deepEqual((await phone.screen()).actions, ['Cancel', 'Try again', 'Enter the values manually']);
  });

  test('is not asked for again when denied for good, nor when there is none', async () => {
    await signInUnregistered();
    await phone.setCamera('denied for good');
    await phone.tap('Scan QR');
    assert.deepEqual(await phone.cameraEvents(), ['permission denied']);
    await phone.setCamera('none');
    await phone.tap('Try again');
    assert.match((await phone.screen()).message ?? '', /no camera/);
  });

  test('is asked for again on another try, and started once it is granted', async () => {
    await signInUnregistered();
    await phone.setCamera('denied');
    await phone.tap('Scan QR');
    await phone.setCamera('granted');
    await phone.tap('Try again');
    assert.deepEqual((await phone.cameraEvents()).slice(2), [
      'permission asked',
      'permission granted',
      'camera started',
    ]);
    assert.deepEqual((await phone.screen()).actions, ['Cancel', 'Enter the values manually']);
  });

  test('sees nothing while the app does not scan', async () => {
    await signInUnregistered();
    await assert.rejects(phone.pointCameraAt(await symbolOf(SECRET)), { name: 'Blocked' });
  });

  test('takes nothing from a page without a QR code, and goes on scanning', async () => {
    await signInUnregistered();
    await phone.tap('Scan QR');
    await phone.pointCameraAt(PNG.sync.write(new PNG({ width: 100, height: 100 })));
    const { brackets, message } = await phone.screen();
    assert.deepEqual({ brackets, message }, { brackets: true, message: 'There is no QR code within the brackets' });
  });

  test('shows what the server says of a registration that is not its own, and goes on scanning', async () => {
    await signInUnregistered();
    nock(ORIGIN).post(PHONE_API.pairing).reply(404, { title: 'No registration has this device name and key' });
    await phone.tap('Scan QR');
    await phone.pointCameraAt(await symbolOf(SECRET));
    const { brackets, message } = await phone.screen();
    assert.deepEqual(
      { brackets, message },
      { brackets: true, message: 'No registration has this device name and key' },
    );
  });

  test('takes no QR code that is no registration, and goes on scanning', async () => {
    await signInUnregistered();
    await phone.tap('Scan QR');
    await phone.pointCameraAt(await qrcode.toBuffer('https://127.0.0.1/', { scale: 4 }));
    const { title, message } = await phone.screen();
    assert.match(title, /within the brackets/);
    assert.match(message ?? '', /no registration/);
  });
});

test('a scanned registration shows the code of the moment and Continue', async () => {
  await signInUnregistered();
  await scan();
  assert.deepEqual(await phone.screen(), {
    title: 'One-time code',
    actions: ['Cancel', 'Continue'],
    ...PLAIN,
    accounts: ['user-1'],
  });
  assert.equal(await phone.oneTimeCode(), '490452');
  await clock.advance(30);
  assert.equal(await phone.oneTimeCode(), '053531');
});

test('the key is proven by its fingerprint and never sent', async () => {
  await signInUnregistered();
  let sent = '';
  nock(ORIGIN)
    .post(PHONE_API.pairing, (body) => {
      sent = JSON.stringify(body);
      return true;
    })
    .reply(200, { deviceName: 'work phone' });
  await phone.tap('Scan QR');
  await phone.pointCameraAt(await symbolOf(SECRET));
  assert.match(sent, /"deviceName":"work phone","keyFingerprint":"[0-9a-f]{64}"/);
  assert.ok(!sent.includes(SECRET));
});

test('typed values go on as scanned ones do, the name to the letter', async () => {
  const keyFingerprint = createHash('sha256').update(keyFingerprintInput(SECRET)).digest('hex');
  await signInUnregistered();
  await phone.setCamera('none');
  await phone.tap('Scan QR');
  await phone.tap('Enter the values manually');
  nock(ORIGIN)
    .post(PHONE_API.pairing, { deviceName: 'my Phone', keyFingerprint })
    .reply(200, { deviceName: 'my Phone' });
  await phone.typeValues({ deviceName: 'my Phone', key: 'gezd gnbv gy3t qojq gezd gnbv gy3t qojq' });
  assert.equal(await phone.oneTimeCode(), '490452');
});

test('typed values that are refused stay where they are, with what the server says', async () => {
  await signInUnregistered();
  await phone.setCamera('none');
  await phone.tap('Scan QR');
  await phone.tap('Enter the values manually');
  nock(ORIGIN).post(PHONE_API.pairing).reply(404, { title: 'No registration has this device name and key' });
  await phone.typeValues({ deviceName: 'x', key: SECRET });
  const { title, message } = await phone.screen();
  assert.equal(title, 'Enter the values');
  assert.match(message ?? '', /No registration/);
  await assert.rejects(phone.oneTimeCode(), { name: 'Blocked' });
});

test('a typed key with foreign characters is refused on the phone, and nothing is sent', async () => {
  await signInUnregistered();
  await phone.setCamera('none');
  await phone.tap('Scan QR');
  await phone.tap('Enter the values manually');
  await phone.typeValues({ deviceName: 'x', key: 'GEZDGNBVGY3TQOJ1' });
  assert.match((await phone.screen()).message ?? '', /characters that no key has/);
  await phone.tap('Cancel');
  assert.equal((await phone.screen()).title, 'Verify device');
});

test('values cannot be typed where there is no form for them', async () => {
  await signInUnregistered();
  await assert.rejects(phone.typeValues({ deviceName: 'x', key: SECRET }), { name: 'Blocked' });
});

test('a key of 80 bits works, and its owner is told', async () => {
  await signInUnregistered();
  await scan('JBSWY3DPEHPK3PXP');
  assert.match((await phone.screen()).message ?? '', /only 80 bits/);
  assert.equal(await phone.oneTimeCode(), '713195');
});

test('Continue before Submit says so and shows no success', async () => {
  await signInUnregistered();
  await scan();
  nock(ORIGIN).post(PHONE_API.continue).reply(409, { title: 'The one-time code has not been submitted on the web' });
  await phone.tap('Continue');
  const { title, message } = await phone.screen();
  assert.equal(title, 'One-time code');
  assert.match(message ?? '', /not been submitted/);
});

test('an error of the server is no success either', async () => {
  await signInUnregistered();
  await scan();
  nock(ORIGIN).post(PHONE_API.continue).reply(500, 'oops');
  await phone.tap('Continue');
  assert.equal((await phone.screen()).title, 'One-time code');
});

test('Continue after Submit shows Device registered, and the new session is used from then on', async () => {
  await signInUnregistered();
  await scan();
  nock(ORIGIN).post(PHONE_API.continue).reply(200, { deviceName: 'work phone', token: 'token-2' });
  await phone.tap('Continue');
  assert.deepEqual(await phone.screen(), { title: 'Device registered', actions: ['OK'], ...PLAIN });
  const asks = nock(ORIGIN).matchHeader('authorization', 'Bearer token-2');
  asks.get(PHONE_API.account).reply(200, { username: 'user-1', devices: ['work phone'] });
  asks.get(PHONE_API.conversations).reply(403, { title: 'Verify this device first' });
  assert.deepEqual(await phone.protectedData(), [
    { resource: 'account', shown: true },
    { resource: 'conversations', shown: false },
  ]);
});

test('OK leads to the conversations, from which one can sign out', async () => {
  await signInUnregistered();
  await scan();
  nock(ORIGIN).post(PHONE_API.continue).reply(200, { deviceName: 'work phone', token: 'token-2' });
  await phone.tap('Continue');
  await phone.tap('OK');
  assert.deepEqual(await phone.screen(), {
    title: 'Conversations',
    actions: ['Sign out'],
    ...PLAIN,
    isProtected: true,
  });
  nock(ORIGIN).delete(PHONE_API.session).matchHeader('authorization', 'Bearer token-2').reply(204);
  await phone.tap('Sign out');
  assert.equal((await phone.screen()).title, 'Sign in');
});

test('a code that the server refuses leaves the phone signed out, with what the server says', async () => {
  await signInUnregistered();
  await scan();
  answersSignIn('one-time-code');
  nock(ORIGIN).post(PHONE_API.oneTimeCode, { code: '000000' }).reply(422, { title: 'This code is not right' });
  await phone.signIn(CREDENTIALS, () => '000000');
  const { title, message } = await phone.screen();
  assert.deepEqual([title, message], ['Sign in', 'This code is not right']);
});

test('a phone without the key of a registered account is asked to verify itself', async () => {
  answersSignIn('one-time-code');
  await phone.signIn(CREDENTIALS);
  assert.equal((await phone.screen()).title, 'Verify device');
});

test('another phone with the same keys is signed out at first, and goes its own way', async () => {
  await signInUnregistered();
  await scan();
  const other = phone.duplicate();
  assert.equal((await other.screen()).title, 'Sign in');
  nock(ORIGIN).post(PHONE_API.sessions).reply(201, { next: 'verify-device', token: 'token-2' });
  await other.signIn(CREDENTIALS);
  await other.tap('Scan QR');
  nock(ORIGIN).post(PHONE_API.pairing).matchHeader('authorization', 'Bearer token-2').reply(200, { deviceName: 'x' });
  await other.pointCameraAt(await symbolOf('JBSWY3DPEHPK3PXP'));
  assert.deepEqual([await phone.oneTimeCode(), await other.oneTimeCode()], ['490452', '713195']);
  nock(ORIGIN).post(PHONE_API.continue).matchHeader('authorization', 'Bearer token-1').reply(409, { title: 'Not yet' });
  await phone.tap('Continue');
});

test('a phone that scanned and never finished is asked to verify itself again, and sends no code', async () => {
  await signInUnregistered();
  await scan();
  await signInUnregistered();
  assert.equal((await phone.screen()).title, 'Verify device');
});

test('a registered phone sends the code of its own clock; another with the same keys does the same', async () => {
  await signInUnregistered();
  await scan();
  for (const one of [phone, phone.duplicate()]) {
    await one.setDrift(30);
    answersSignIn('one-time-code');
    nock(ORIGIN).post(PHONE_API.oneTimeCode, { code: '053531' }).reply(200, { next: 'nothing', token: 'token-3' });
    await one.signIn(CREDENTIALS);
    assert.equal((await one.screen()).title, 'Conversations');
  }
});

test('the picture of the screen has its words, escaped, and dots for the code', async () => {
  await signInUnregistered();
  await scan();
  nock(ORIGIN).post(PHONE_API.continue).reply(409, { title: 'Not <yet> & "never"' });
  await phone.tap('Continue');
  const picture = String((await phone.picture()).data);
  assert.match(picture, /••• •••/);
  assert.match(picture, /One-time code/);
  assert.match(picture, /Not &#60;yet&#62; &#38; &#34;never&#34;/);
  assert.ok(!picture.includes('490452') && !picture.includes(SECRET));
});
