import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeBase32, encodeBase32 } from './base32.ts';

/** @see RFC 4648 section 10 */
const VECTORS = [
  ['', ''],
  ['f', 'MY======'],
  ['fo', 'MZXQ===='],
  ['foo', 'MZXW6==='],
  ['foob', 'MZXW6YQ='],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI======'],
] as const;

for (const [text, encoded] of VECTORS) {
  test(`"${text}" is ${encoded || 'nothing'}, written without padding and read with or without`, () => {
    const bare = encoded.replaceAll('=', '');
    assert.equal(encodeBase32(Buffer.from(text)), bare);
    assert.equal(Buffer.from(decodeBase32(encoded)).toString(), text);
    assert.equal(Buffer.from(decodeBase32(bare)).toString(), text);
  });
}

const REFUSED = [
  ['lower case', 'mzxw6ytb', /character 1/],
  ['a digit that is not in the alphabet', 'MZXW6YT1', /character 8/],
  ['a space', 'MZXW 6YTB', /character 5/],
  ['a length that is no whole number of bytes', 'MZX', /whole number of bytes/],
  ['bits left over after the last byte', 'MZ', /not zero/],
] as const;

for (const [what, text, message] of REFUSED) {
  test(`${what} is refused, and the message does not repeat the text`, () => {
    assert.throws(
      () => decodeBase32(text),
      (error: Error) => message.test(error.message) && !error.message.includes(text),
    );
  });
}
