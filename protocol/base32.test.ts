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

test('every byte comes back, wherever it stands in its group', () => {
  for (let byte = 0; byte < 256; byte += 1) {
    for (const length of [1, 2, 3, 4, 5]) {
      const bytes = new Uint8Array(length).fill(byte);
      assert.deepEqual(decodeBase32(encodeBase32(bytes)), bytes);
    }
  }
});

const REFUSED = [
  ['lower case', 'mzxw6ytb', /character 1/],
  ['a digit that is not in the alphabet', 'MZXW6YT1', /character 8/],
  ['a space', 'MZXW 6YTB', /character 5/],
  ['a length that is no whole number of bytes', 'MZX', /whole number of bytes/],
  ['a lone character', 'M', /whole number of bytes/],
  ['a group of six', 'MZXW6A', /whole number of bytes/],
  ['padding in the middle', 'MY======MY', /character 3/],
  ['bits left over after the last byte', 'MC', /not zero/],
  ['bits left over in a group of four', 'MZXY', /not zero/],
  ['bits left over in a group of five', 'MZXW7', /not zero/],
  ['bits left over in a group of seven', 'MZXW6YE', /not zero/],
] as const;

for (const [what, text, message] of REFUSED) {
  test(`${what} is refused, and the message does not repeat the text`, () => {
    assert.throws(
      () => decodeBase32(text),
      (error: Error) => message.test(error.message) && !error.message.includes(text),
    );
  });
}
