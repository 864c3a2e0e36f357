import { Secret, TOTP } from 'otpauth';
import type { OtpParameters } from '../../protocol/otpauth-uri.ts';

/**
 * What a phone computes from a key. The library takes keys of any length, since portals issue 80 bits as well as 160.
 * @see RFC 6238 section 4
 */
export class Authenticator {
  readonly periodSeconds: number;
  readonly keyBits: number;
  readonly #totp: TOTP;

  /**
   * @param secret the key in Base32 as issued: lower case, spaces, dashes and padding are tolerated as a phone must
   * @throws TypeError when the key has other characters
   */
  constructor(secret: string, parameters: OtpParameters) {
    const key = keyOf(secret);
    this.periodSeconds = parameters.periodSeconds;
    this.keyBits = key.bytes.length * 8;
    this.#totp = new TOTP({
      secret: key,
      algorithm: parameters.algorithm,
      digits: parameters.digits,
      period: parameters.periodSeconds,
    });
  }

  /** The one-time code of the time step in which `atEpochMs` lies, with its leading zeros. */
  codeAt(atEpochMs: number): string {
    return this.#totp.generate({ timestamp: atEpochMs });
  }
}

/** As much of it as an app goes by. */
export type CodeSource = Pick<Authenticator, 'codeAt' | 'keyBits'>;

/** A key as typed by a person: spaces, dashes, case and padding do not count. @see RFC 4648 section 6 */
export function normaliseKey(typed: string): string {
  return typed.replace(/[\s-]/g, '').replace(/=+$/, '').toUpperCase();
}

/** The bytes of a key as issued, read as tolerantly as an {@link Authenticator} does. @throws TypeError as that does */
export function keyBytes(secret: string): Uint8Array {
  return keyOf(secret).bytes;
}

function keyOf(secret: string): Secret {
  return Secret.fromBase32(normaliseKey(secret));
}
