import { createHmac } from 'node:crypto';
import { decodeBase32 } from '../../../protocol/base32.ts';
import { type OtpauthUri, parseOtpauthUri } from '../../../protocol/otpauth-uri.ts';
import type { KeyEntry } from '../key-entry.ts';
import type { Alter } from '../simulated-phone.ts';

/** The steps from a key to a code, one by one, so that one of them can be wrong. @see RFC 4226 section 5.3 */
interface Computation {
  keyOf(secret: Buffer): Buffer;
  offsetIn(hash: Buffer): number;
  wordAt(hash: Buffer, offset: number): number;
  write(word: number, digits: number): string;
}

const RIGHT: Computation = {
  keyOf: (secret) => secret,
  offsetIn: (hash) => (hash.at(-1) ?? 0) & 0x0f,
  wordAt: (hash, offset) => hash.readUInt32BE(offset) & 0x7f_ff_ff_ff,
  write: (word, digits) => String(word % 10 ** digits).padStart(digits, '0'),
};

/** An app that computes its codes with these steps in place of the right ones. */
export function computing(wrong: Partial<Computation>): Alter {
  const steps = { ...RIGHT, ...wrong };
  return showing((uri, atEpochMs) => {
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(Math.floor(atEpochMs / (uri.periodSeconds * 1000))));
    const key = steps.keyOf(Buffer.from(decodeBase32(uri.secret)));
    const hash = createHmac(uri.algorithm, key).update(counter).digest();
    return steps.write(steps.wordAt(hash, steps.offsetIn(hash)), uri.digits);
  });
}

/** An app that shows these codes for whatever it has scanned or typed. */
export function showing(codeAt: (uri: OtpauthUri, atEpochMs: number) => string): Alter {
  return ({ app: { crafts } }) => {
    const { readSymbol, entryOf } = crafts;
    const altered = (entry: KeyEntry, uri: OtpauthUri): KeyEntry => ({
      ...entry,
      authenticator: {
        keyBits: entry.authenticator.keyBits,
        codeAt: (atEpochMs) => codeAt({ ...uri, secret: entry.secret }, atEpochMs),
      },
    });
    crafts.readSymbol = (text) => altered(readSymbol(text), parseOtpauthUri(text));
    crafts.entryOf = (uri) => altered(entryOf(uri), uri);
  };
}
