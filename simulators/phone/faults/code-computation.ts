import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { decodeBase32 } from '../../../protocol/base32.ts';
import { type OtpauthUri, parseOtpauthUri } from '../../../protocol/otpauth-uri.ts';
import type { KeyEntry } from '../key-entry.ts';
import type { Alter } from '../simulated-phone.ts';

/** The steps from a key to a code, one by one, so that one of them can be wrong. @see RFC 4226 section 5.3 */
interface Computation {
  keyOf(secret: Uint8Array): Uint8Array;
  offsetIn(hash: Uint8Array): number;
  wordAt(hash: DataView, offset: number): number;
  write(word: number, digits: number): string;
}

const RIGHT: Computation = {
  keyOf: (secret) => secret,
  offsetIn: (hash) => (hash.at(-1) ?? 0) & 0x0f,
  wordAt: (hash, offset) => hash.getUint32(offset) & 0x7f_ff_ff_ff,
  write: (word, digits) => String(word % 10 ** digits).padStart(digits, '0'),
};

const HASHES = { SHA1: sha1, SHA256: sha256, SHA512: sha512 };

/** An app that computes its codes with these steps in place of the right ones. */
export function computing(wrong: Partial<Computation>): Alter {
  const steps = { ...RIGHT, ...wrong };
  return showing((uri, atEpochMs) => {
    const counter = new DataView(new ArrayBuffer(8));
    counter.setBigUint64(0, BigInt(Math.floor(atEpochMs / (uri.periodSeconds * 1000))));
    const key = steps.keyOf(decodeBase32(uri.secret));
    const hash = hmac(HASHES[uri.algorithm], key, new Uint8Array(counter.buffer));
    const word = steps.wordAt(new DataView(hash.buffer, hash.byteOffset), steps.offsetIn(hash));
    return steps.write(word, uri.digits);
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
