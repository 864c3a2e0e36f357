import assert from 'node:assert/strict';
import { afterEach, beforeEach } from 'node:test';
import nock from 'nock';
import qrcode from 'qrcode';
import { DEFAULT_OTP_PARAMETERS, formatOtpauthUri } from '../../protocol/otpauth-uri.ts';
import { PHONE_API } from '../../protocol/phone-api.ts';
import { ControlledClock } from '../clock/clock.ts';
import { fetchOnce } from '../network/fetcher.ts';
import { Recorder } from '../network/recorder.ts';
import type { Phone } from './phone.ts';
import { PhoneApiClient } from './phone-api-client.ts';
import { PhoneWire } from './phone-wire.ts';
import { SimulatedPhone } from './simulated-phone.ts';

export const ORIGIN = 'http://127.0.0.1:18080';
export const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
export const CREDENTIALS = { username: 'user-1', password: 'a password' };
/** The code of {@link SECRET} at this moment is 490452. */
export const AT_EPOCH_MS = 1_709_596_800_000;

/** For the tests of a file: nothing is answered but what is mocked, and all that is mocked has to be asked for. */
export function answerOnlyMocks(): void {
  beforeEach(() => nock.disableNetConnect());
  afterEach(() => {
    assert.deepEqual(nock.pendingMocks(), []);
    nock.cleanAll();
    nock.enableNetConnect();
  });
}

/** A phone whose server is whatever is mocked at {@link ORIGIN}. */
export function newPhone(clock = new ControlledClock(AT_EPOCH_MS)): SimulatedPhone {
  const wire = new PhoneWire(ORIGIN, { name: 'phone', recorder: new Recorder(), fetcher: fetchOnce });
  return new SimulatedPhone(new PhoneApiClient(wire), clock);
}

export async function titleOf(phone: Phone): Promise<string> {
  return (await phone.screen()).title;
}

/** Signs in without a device: the token is `token-1`. */
export async function signedIn(phone: Phone): Promise<void> {
  nock(ORIGIN)
    .post(PHONE_API.sessions, { ...CREDENTIALS })
    .reply(201, { next: 'verify-device', token: 'token-1' });
  await phone.signIn(CREDENTIALS);
}

/** A picture of the QR code of a registration. */
export function symbolOf(secret: string, deviceName = 'work phone'): Promise<Buffer> {
  const uri = { type: 'totp', account: 'user-1', secret, ...DEFAULT_OTP_PARAMETERS, deviceName } as const;
  return qrcode.toBuffer(formatOtpauthUri(uri), { scale: 4, margin: 4 });
}

/** Scans a QR code that the server takes. */
export async function scanned(phone: Phone, secret = SECRET): Promise<void> {
  nock(ORIGIN).post(PHONE_API.pairing).reply(200, { deviceName: 'work phone' });
  await phone.tap('Scan QR');
  await phone.pointCameraAt(await symbolOf(secret));
}
