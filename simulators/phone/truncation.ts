import { createHmac } from 'node:crypto';
import type { OtpParameters } from '../../protocol/otpauth-uri.ts';
import { keyBytes } from './authenticator.ts';

/** Where in the hash a code is cut out, and whether the bit that has to be masked is set there. */
export interface Truncation {
  offset: number;
  highestBitSet: boolean;
}

/**
 * Tells the corners of the computation apart, so that the clock can be moved to them; no code is computed here.
 * @param secret the key in Base32, as issued
 * @see RFC 4226 section 5.3
 */
export function truncationAt(
  secret: string,
  { algorithm, periodSeconds }: OtpParameters,
  atEpochMs: number,
): Truncation {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(atEpochMs / (periodSeconds * 1000))));
  const hash = createHmac(algorithm, keyBytes(secret)).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 0x0f;
  return { offset, highestBitSet: (hash[offset] ?? 0) >= 0x80 };
}
