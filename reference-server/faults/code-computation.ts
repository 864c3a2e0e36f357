import { createHmac } from 'node:crypto';
import { decodeBase32 } from '../../protocol/base32.ts';
import { DEFAULT_OTP_PARAMETERS, type OtpParameters } from '../../protocol/otpauth-uri.ts';
import { WINDOW_STEPS } from '../registration/one-time-code.ts';
import type { Policy, Rules } from '../registration/policy.ts';

/** The steps from a key to a code, one by one, so that one of them can be wrong. @see RFC 4226 section 5.3 */
export interface Computation {
  algorithm: OtpParameters['algorithm'];
  digits: number;
  keyOf(secret: Buffer): Buffer;
  offsetIn(hash: Buffer): number;
  wordAt(hash: Buffer, offset: number): number;
  write(word: number, digits: number): string;
}

const RIGHT: Computation = {
  ...DEFAULT_OTP_PARAMETERS,
  keyOf: (secret) => secret,
  offsetIn: (hash) => (hash.at(-1) ?? 0) & 0x0f,
  wordAt: (hash, offset) => hash.readUInt32BE(offset) & 0x7f_ff_ff_ff,
  write: (word, digits) => String(word % 10 ** digits).padStart(digits, '0'),
};

/** The code of a step, computed with these steps in place of the right ones. */
export function codeOfStep(secret: string, step: number, wrong: Partial<Computation> = {}): string {
  const { algorithm, digits, keyOf, offsetIn, wordAt, write } = { ...RIGHT, ...wrong };
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac(algorithm, keyOf(Buffer.from(decodeBase32(secret))))
    .update(counter)
    .digest();
  return write(wordAt(hash, offsetIn(hash)), digits);
}

/** The step that a time is in. */
export function stepAt(nowMs: number): number {
  return Math.floor(nowMs / 1000 / DEFAULT_OTP_PARAMETERS.periodSeconds);
}

/** How a server takes codes that compares in this way. */
export function comparing(
  isCodeOfStep: Policy['isCodeOfStep'],
  offsets: readonly number[] = WINDOW_STEPS,
): Pick<Policy, 'isCodeOfStep' | 'matchingSteps'> {
  return {
    isCodeOfStep,
    matchingSteps: (secret, code, nowMs) =>
      offsets.map((offset) => stepAt(nowMs) + offset).filter((step) => step >= 0 && isCodeOfStep(secret, code, step)),
  };
}

/** Another policy for codes at the sign-in and the confirmation alone: registrations take codes as they should. */
export function whereDevicesAreProven(policy: Partial<Policy>): (rules: Rules) => Rules {
  return (rules) => (state, event, at) =>
    rules(state, event, event.type === 'prove' ? { ...at, policy: { ...at.policy, ...policy } } : at);
}
