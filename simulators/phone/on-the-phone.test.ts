import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import nock from 'nock';
import { DEFAULT_OTP_PARAMETERS, formatOtpauthUri } from '../../protocol/otpauth-uri.ts';
import { PHONE_API } from '../../protocol/phone-api.ts';
import vectors from '../../protocol/vectors/totp.json' with { type: 'json' };
import { drawFrame } from '../camera/frame.ts';
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
  titleOf,
} from './phone.fixture.ts';
import type { SimulatedPhone } from './simulated-phone.ts';

let clock: ControlledClock;
let phone: SimulatedPhone;

answerOnlyMocks();

beforeEach(() => {
  clock = new ControlledClock(AT_EPOCH_MS);
  phone = newPhone(clock);
});

async function see(text: string): Promise<void> {
  await phone.seeFrame(drawFrame([{ text, where: 'within the brackets' }]));
}

function takesPairing(): void {
  nock(ORIGIN).post(PHONE_API.pairing).reply(200, { deviceName: 'work phone' });
}

async function registered(): Promise<void> {
  await signedIn(phone);
  await scanned(phone);
  nock(ORIGIN).post(PHONE_API.continue).reply(200, { deviceName: 'work phone', token: 'token-2' });
  await phone.tap('Continue');
}

describe('the text of a QR code', () => {
  const uri = (parameters: object) =>
    formatOtpauthUri({ type: 'totp', account: 'user-1', secret: SECRET, ...DEFAULT_OTP_PARAMETERS, ...parameters });

  beforeEach(async () => {
    await signedIn(phone);
    await phone.tap('Scan QR');
  });

  for (const algorithm of ['SHA1', 'SHA256', 'SHA512'] as const) {
    test(`is followed where it asks for 8 digits and ${algorithm}, in any letter case`, async () => {
      takesPairing();
      const text = uri({ algorithm, digits: 8, secret: vectors.keys[algorithm] });
      await see(text.replace(algorithm, algorithm.toLowerCase()));
      await clock.set(59_000);
      assert.equal(await phone.oneTimeCode(), vectors.rfc6238[0]?.[algorithm]);
    });
  }

  test('is followed where it asks for 7 digits, or for a period of a minute', async () => {
    takesPairing();
    await see(uri({ digits: 7, periodSeconds: 60 }));
    await clock.set(118_000);
    assert.equal(await phone.oneTimeCode(), '4287082');
  });

  test('is shown as it is meant, issuer and account decoded', async () => {
    takesPairing();
    await see(`otpauth://totp/Acme%20Co%3A%20ana%40example.com?secret=${SECRET}`);
    assert.deepEqual((await phone.screen()).accounts, ['Acme Co: ana@example.com']);
  });

  for (const [what, text, words] of [
    ['an unknown hash', uri({}).replace('SHA1', 'MD5'), /"algorithm"/],
    ['a counter-based key', uri({}).replace('totp', 'hotp'), /hotp/],
    ['no key', uri({}).replace(/secret=\w+&/, ''), /"secret"/],
    ['a key that is no Base32', uri({}).replace(SECRET, 'GEZD!'), /characters that no key has/],
    ['a label of 4 kB', uri({ account: 'A'.repeat(4096) }), /too long/],
    ['a web address', `https://example.com/?secret=${SECRET}`, /no registration/],
  ] as const) {
    test(`is refused in words with ${what}; nothing is sent, opened or kept, and scanning goes on`, async () => {
      await see(text);
      const { isScanning, message = '' } = await phone.screen();
      assert.ok(isScanning);
      assert.match(message, words);
      assert.ok(!message.includes(SECRET));
      assert.deepEqual(await phone.openedLinks(), []);
      await assert.rejects(phone.oneTimeCode(), { name: 'Blocked' });
    });
  }
});

test('a key that the server refuses is not kept, and takes no other away', async () => {
  await signedIn(phone);
  await scanned(phone);
  await phone.tap('Cancel');
  await phone.tap('Scan QR');
  nock(ORIGIN).post(PHONE_API.pairing).reply(404, { title: 'No registration has this device name and key' });
  await see(formatOtpauthUri({ type: 'totp', account: 'x', secret: 'JBSWY3DPEHPK3PXP', ...DEFAULT_OTP_PARAMETERS }));
  assert.equal(await phone.oneTimeCode(), '490452');
});

describe('gestures', () => {
  for (const gesture of [
    'going back',
    'tapping beside the pop-up',
    'turning the phone',
    'leaving the app for another',
    'returning to the app',
  ] as const) {
    test(`${gesture} leaves a pop-up where it is`, async () => {
      await signedIn(phone);
      await phone.gesture(gesture);
      assert.equal(await titleOf(phone), 'Verify device');
    });
  }

  test('going back is Cancel where no pop-up is open, and nothing where there is no Cancel', async () => {
    await phone.gesture('going back');
    assert.equal(await titleOf(phone), 'Sign in');
    await signedIn(phone);
    await phone.tap('Scan QR');
    await phone.gesture('going back');
    assert.equal(await titleOf(phone), 'Verify device');
  });
});

describe('without a network', () => {
  test('the app says so, asks nobody, and goes on once it is back', async () => {
    await phone.setNetwork('offline');
    await phone.signIn(CREDENTIALS);
    assert.equal((await phone.screen()).message, 'There is no network');
    await phone.setNetwork('silent');
    await phone.signIn(CREDENTIALS);
    assert.equal((await phone.screen()).message, 'The server does not answer');
    await phone.setNetwork('online');
    await signedIn(phone);
    assert.equal(await titleOf(phone), 'Verify device');
  });

  test('there are codes, but neither a confirmation nor data', async () => {
    await signedIn(phone);
    await scanned(phone);
    await phone.setNetwork('offline');
    await phone.tap('Continue');
    assert.equal(await titleOf(phone), 'One-time code');
    assert.equal(await phone.oneTimeCode(), '490452');
    assert.ok((await phone.protectedData()).every(({ shown }) => !shown));
  });
});

describe('the clock', () => {
  async function signInAt(driftSeconds: number): Promise<string | undefined> {
    await phone.setDrift(driftSeconds);
    nock(ORIGIN)
      .post(PHONE_API.sessions)
      .reply(201, { next: 'verify-device', token: 't' }, { date: new Date(clock.now()).toUTCString() });
    await phone.signIn(CREDENTIALS);
    return (await phone.screen()).notice;
  }

  test('is said to be wrong when it is more than a step away from the time of the server', async () => {
    assert.match((await signInAt(120)) ?? '', /120 seconds fast/);
    assert.match((await signInAt(-32)) ?? '', /32 seconds slow/);
    for (const seconds of [-30, 0, 30]) assert.equal(await signInAt(seconds), undefined);
  });

  test('is not spoken of where the server tells no time', async () => {
    await phone.setDrift(500);
    await signedIn(phone);
    assert.equal((await phone.screen()).notice, undefined);
  });

  test('shows the time of the zone, and codes know nothing of it', async () => {
    await signedIn(phone);
    await scanned(phone);
    await phone.setTimeZone('Asia/Kathmandu');
    assert.equal(await phone.statusBarTime(), '05:45');
    assert.equal(await phone.oneTimeCode(), '490452');
  });
});

describe('a screen reader', () => {
  const viewOf = async () => (await phone.accessibilityTree()).children?.[0];
  const focused = async () => (await viewOf())?.children?.find((node) => node.focused)?.name;

  test('meets a pop-up as a modal dialog with its name and buttons', async () => {
    await signedIn(phone);
    const buttons = [
      { role: 'button', name: 'Cancel', focused: true },
      { role: 'button', name: 'Scan QR' },
    ];
    assert.deepEqual(await viewOf(), { role: 'dialog', name: 'Verify device', modal: true, children: buttons });
  });

  test('moves within it, round and round', async () => {
    await signedIn(phone);
    const seen: (string | undefined)[] = [];
    for (let move = 0; move < 3; move += 1) {
      seen.push(await focused());
      await phone.gesture('moving the focus on');
    }
    assert.deepEqual(seen, ['Cancel', 'Scan QR', 'Cancel']);
  });

  test('meets other screens as what they are, with what they say', async () => {
    await phone.setNetwork('offline');
    await phone.signIn(CREDENTIALS);
    const view = await viewOf();
    assert.equal(view?.role, 'main');
    assert.deepEqual(view?.children?.[0], { role: 'text', name: 'There is no network' });
  });
});

describe('who looks into the phone', () => {
  test('reads the name of the device, and the key nowhere', async () => {
    await registered();
    const texts = await phone.readable();
    assert.deepEqual([...new Set(texts.map(({ where }) => where))].sort(), ['clipboard', 'export', 'log', 'screen']);
    assert.ok(texts.some(({ text }) => text.includes('work phone')));
    assert.ok(!texts.some(({ text }) => text.includes(SECRET)));
  });

  test('finds a pasted key on the clipboard only until it is used', async () => {
    await signedIn(phone);
    await phone.tap('Scan QR');
    await phone.tap('Enter the values manually');
    const clipboard = async () => (await phone.readable()).find(({ where }) => where === 'clipboard')?.text;
    await phone.typeValues({ deviceName: 'x', key: `${SECRET}1` });
    assert.equal(await clipboard(), `${SECRET}1`);
    takesPairing();
    await phone.typeValues({ deviceName: 'x', key: SECRET });
    assert.equal(await clipboard(), '');
  });
});
