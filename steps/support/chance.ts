/** The bytes at each end that no two keys may share: two random keys do so once in four thousand million pairs. */
const END_BYTES = 4;
/** What a key has to leave to chance, in bits. @see NIST SP 800-63B-3 section 5.1.4.1 */
const CHANCE_BITS = 112;
/** Of what a shorter key could hold: that it is short is for another sentence to say. */
const CHANCE_SHARE = 0.8;
const BITS_IN_BYTE = 8;

/** How many pairs of keys begin or end with the same bytes. */
export function sharedEnds(keys: Uint8Array[]): number {
  const hex = keys.map((key) => Buffer.from(key).toString('hex'));
  const ends = [hex.map((key) => key.slice(0, END_BYTES * 2)), hex.map((key) => key.slice(-END_BYTES * 2))];
  return ends.reduce((sum, parts) => sum + parts.length - new Set(parts).size, 0);
}

/**
 * How much of each key is left to chance, by how often two of them have the same byte at the same place: always
 * where it is fixed, once in 256 times for random bytes, once in 64 times for random letters and digits.
 * This is the collision entropy (the Rényi entropy of order 2), as if the places were independent of each other.
 */
export function chanceIn(keys: Uint8Array[]): { bits: number; wanted: number } {
  const length = Math.min(...keys.map((key) => key.length));
  if (keys.length < 2) return { bits: 0, wanted: CHANCE_BITS };
  const places = Array.from({ length }, (_, place) => equalPairs(keys.map((key) => key[place] ?? 0)));
  const equal = places.reduce((sum, pairs) => sum + pairs, 0);
  const pairs = (length * keys.length * (keys.length - 1)) / 2;
  // As if one more were equal: few keys cannot show more than they have.
  const bits = Math.floor(-Math.log2(Math.min(1, (equal + 1) / pairs)) * length);
  return { bits, wanted: Math.min(CHANCE_BITS, Math.floor(length * BITS_IN_BYTE * CHANCE_SHARE)) };
}

function equalPairs(bytes: number[]): number {
  return bytes.reduce((sum, byte, at) => sum + bytes.slice(at + 1).filter((other) => other === byte).length, 0);
}
