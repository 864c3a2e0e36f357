import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { encodeBase32 } from '../../protocol/base32.ts';
import { DEFAULT_OTP_PARAMETERS, formatOtpauthUri } from '../../protocol/otpauth-uri.ts';

const ISSUERS = ['Acme', 'Example Conversations', 'Contoso Ltd', 'Züri Bank', 'E'];
const NAMES = ['ana', 'bartholomew.longfellow', 'chi', 'support+mobile', 'øyvind'];
const DEVICES = [undefined, 'work phone', 'Ana’s second phone', 'tablet'];
const KEY_BYTES = [16, 20, 32];

/** What a portal would have in its QR code, with a key that is nobody's: short and long ones. */
export function registrationText(chance: RandomGenerator): string {
  const issuer = oneOf(ISSUERS, chance);
  const deviceName = oneOf(DEVICES, chance);
  const key = Uint8Array.from({ length: oneOf(KEY_BYTES, chance) }, () => uniformInt(chance, 0, 255));
  return formatOtpauthUri({
    ...DEFAULT_OTP_PARAMETERS,
    type: 'totp',
    issuer,
    account: `${oneOf(NAMES, chance)}@example.com`,
    secret: encodeBase32(key),
    ...(deviceName === undefined ? {} : { deviceName }),
  });
}

export function oneOf<Value>(values: readonly Value[], chance: RandomGenerator): Value {
  return values[uniformInt(chance, 0, values.length - 1)] as Value;
}
