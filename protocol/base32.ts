const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** How many characters of a last, short group are possible, and how many of its bits must be zero. */
const UNUSED_BITS: Record<number, number> = { 0: 0, 2: 2, 4: 4, 5: 1, 7: 3 };

/** A text that is not the Base32 of RFC 4648; `message` says what is wrong and never repeats the text, which is a key. */
class Base32Error extends Error {
  override readonly name = 'Base32Error';
}

/**
 * Bytes to Base32, upper case and without padding, as the key URI format wants it.
 * @see RFC 4648 section 6
 */
export function encodeBase32(bytes: Uint8Array): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => ALPHABET[Number.parseInt(group.padEnd(5, '0'), 2)]).join('');
}

/**
 * Base32 to bytes, strictly: no lower case, no foreign characters, no left-over bits. Padding may be there or not.
 * @throws Base32Error when the text is not canonical Base32
 * @see RFC 4648 sections 3.3, 3.5 and 6
 */
export function decodeBase32(text: string): Uint8Array<ArrayBuffer> {
  const body = text.replace(/=+$/, '');
  const values = [...body].map((character) => ALPHABET.indexOf(character));
  const foreign = values.indexOf(-1);
  if (foreign >= 0) throw new Base32Error(`character ${foreign + 1} is outside A-Z and 2-7`);
  const unused = UNUSED_BITS[body.length % 8];
  if (unused === undefined) throw new Base32Error(`${body.length} characters are no whole number of bytes`);
  if ((values.at(-1) ?? 0) % 2 ** unused !== 0) throw new Base32Error('the bits after the last byte are not zero');
  const bits = values.map((value) => value.toString(2).padStart(5, '0')).join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}
