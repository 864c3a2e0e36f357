import { timingSafeEqual } from 'node:crypto';
import { generateSync } from 'otplib';
import { DEFAULT_OTP_PARAMETERS } from '../../protocol/otpauth-uri.ts';

const { digits, periodSeconds } = DEFAULT_OTP_PARAMETERS;
/** One step for the way the code takes, and one for a phone whose clock is fast. @see RFC 6238 sections 5.2 and 6 */
export const WINDOW_STEPS = [-1, 0, 1];

/**
 * The code as it was typed, without spaces, or undefined when it is no code: a number, a list, too short, too long, or
 * digits of another script. Nothing is padded or cut, for leading zeros count.
 * @see RFC 4226 section 5.3
 */
export function readCode(input: unknown): string | undefined {
  if (typeof input !== 'string' || input.length > 64) return undefined;
  const code = input.replace(/\s/g, '');
  return /^[0-9]+$/.test(code) && code.length === digits ? code : undefined;
}

/**
 * Finds the time steps around `nowMs` of which this is the code, ascending: mostly none or one, but two steps may have
 * equal codes. @see RFC 6238 section 4.2
 * @param offsets how many steps from the present, ascending
 */
export function withinWindow(offsets: readonly number[]) {
  return (secret: string, code: string, nowMs: number): number[] => {
    const now = Math.floor(nowMs / 1000 / periodSeconds);
    return offsets.map((offset) => now + offset).filter((step) => isCodeOfStep(secret, code, step));
  };
}

/** Whether this is the code of that one time step, compared in constant time. */
export function isCodeOfStep(secret: string, code: string, step: number): boolean {
  if (step < 0) return false;
  const right = generateSync({
    secret,
    algorithm: 'sha1',
    digits: 6,
    period: periodSeconds,
    epoch: step * periodSeconds,
  });
  return code.length === right.length && timingSafeEqual(Buffer.from(code), Buffer.from(right));
}
