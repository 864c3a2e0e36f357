import { createHmac, timingSafeEqual } from 'node:crypto';

/** RFC 6238 §4.1 with the defaults of the key URI: steps of 30 seconds counted from 1970, six digits, SHA-1. */
const STEP_MS = 30_000;
const DIGITS = 6;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The code of one time step, RFC 4226 §5.3. */
function codeOfStep(key, step) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

/**
 * The step whose code was typed: the current one, the one before (RFC 6238 §5.2, a person types slowly) or the one
 * after (a phone's clock may be ahead), and never one that was used already or is older than a used one.
 *
 * @param {Buffer} key - the shared secret
 * @param {string} typed - spaces are ignored, since codes are shown in two groups
 * @param {{ nowMs: number, usedStep: number }} when
 * @returns {number | undefined}
 */
export function stepOfCode(key, typed, { nowMs, usedStep }) {
  const digits = Buffer.from(typed.replaceAll(/\s/g, ''));
  const current = Math.floor(nowMs / STEP_MS);
  return [current, current - 1, current + 1].find((step) => {
    const right = Buffer.from(codeOfStep(key, step));
    return step > usedStep && digits.length === right.length && timingSafeEqual(digits, right);
  });
}

/** RFC 4648 §6 without padding: what a QR code and a person are given. */
export function base32(key) {
  const bits = [...key].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const fives = bits.match(/.{1,5}/g) ?? [];
  return fives.map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

/** The key URI of a registration. It carries the registration's id, by which the app finds the name. */
export function keyUri({ accountName, key, registrationId }) {
  const label = `Conversations:${encodeURIComponent(accountName)}`;
  return `otpauth://totp/${label}?secret=${base32(key)}&issuer=Conversations&registration=${registrationId}`;
}
