import assert from 'node:assert/strict';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import qrcode from 'qrcode';
import { findBrowser } from '../../simulators/browser/find-browser.ts';
import { ControlledClock } from '../../simulators/clock/clock.ts';
import { PlayedServer } from '../../simulators/network/played-server.ts';
import { Recorder } from '../../simulators/network/recorder.ts';
import { type ServedPhoneApp, startPhoneApp } from '../../simulators/phone-app/page-server.ts';
import { BrowserPhone } from './browser-phone.ts';
import { PhoneBrowsers } from './phone-browsers.ts';
import { startVendorApp } from './vendor-app.fixture.ts';

const CREDENTIALS = { username: 'user', password: 'a made-up password' };
const KEY_URI =
  'otpauth://totp/Example:user?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Example&device=work%20phone';
/** The last millisecond of a step, in which the code of that key is 490452. */
const END_OF_STEP_MS = Date.parse('2024-03-05T00:00:29.999Z');

let app: ServedPhoneApp;
let browsers: PhoneBrowsers;
let clock: ControlledClock;
let played: PlayedServer;
let phone: BrowserPhone;

before(async () => {
  const cacheDirectory = join(homedir(), '.cache', 'paircheck');
  browsers = new PhoneBrowsers(await findBrowser({ environment: process.env, cacheDirectory }));
  // Nobody is there: whatever is answered, the suite has answered.
  app = await startPhoneApp({ phoneApiUrl: 'http://127.0.0.1:1' });
});

after(async () => {
  await browsers.close();
  await app.close();
});

beforeEach(() => {
  clock = new ControlledClock(END_OF_STEP_MS);
  played = new PlayedServer(clock);
  phone = pickUp(app.appUrl);
});

afterEach(() => phone.putAway());

function pickUp(appUrl: string): BrowserPhone {
  const { fetcher } = played;
  const { conversationUrl } = app;
  return new BrowserPhone(appUrl, { browsers, clock, recorder: new Recorder(), played: fetcher, conversationUrl });
}

async function scanned(): Promise<void> {
  await phone.signIn(CREDENTIALS);
  await phone.tap('Scan QR');
  await phone.pointCameraAt(await qrcode.toBuffer(KEY_URI, { scale: 4, margin: 4 }));
}

test('an app that speaks the published API is answered by the played server, and by nobody else', async () => {
  await scanned();
  assert.deepEqual(
    played.pairings.map(({ deviceName }) => deviceName),
    ['work phone'],
  );
  await phone.tap('Continue');
  assert.match((await phone.screen()).message ?? '', /has not been submitted/);
  await phone.setNetwork('unreachable');
  await phone.tap('Continue');
  assert.match((await phone.screen()).message ?? '', /does not answer/);
  await phone.setNetwork('online');
  played.isSubmitted = true;
  await phone.setNetwork('offline');
  await phone.tap('Continue');
  assert.match((await phone.screen()).message ?? '', /no network/);
  await phone.setNetwork('online');
  await phone.tap('Continue');
  assert.equal((await phone.screen()).title, 'Device registered');
});

test('in the last moment of a step the page shows its code, until the clock is moved', async () => {
  await scanned();
  assert.equal(await phone.oneTimeCode(), '490452');
  await clock.advance(0.001);
  assert.equal(await phone.oneTimeCode(), '053531');
});

test('what an app announces on every screen is its notice', async () => {
  await phone.signIn(CREDENTIALS);
  assert.equal((await phone.screen()).notice, undefined);
  await phone.setDrift(120);
  await phone.signIn(CREDENTIALS);
  assert.match((await phone.screen()).notice ?? '', /The clock of this phone is 1\d\d seconds fast/);
});

test('a link into a conversation is followed where somebody says where it leads', async () => {
  await phone.signIn(CREDENTIALS);
  await phone.enterBy('a link into a conversation');
  assert.equal((await phone.screen()).title, 'Verify device');
  assert.deepEqual(await phone.openedLinks(), [app.conversationUrl]);
});

test('an app that speaks in other words cannot be answered so, and nothing is said against it', async () => {
  const vendor = await startVendorApp();
  const stranger = pickUp(vendor.appUrl);
  await assert.rejects(stranger.signIn(CREDENTIALS), { name: 'Unprovided', message: /server can be played/ });
  await stranger.putAway();
  await vendor.close();
});
