/** The bytes at each end that no two keys may share: two random keys do so once in four thousand million pairs. */
const END_BYTES = 4;
/** Standard deviations from the mean that chance exceeds less than once in a thousand million runs. */
const SIX_SIGMA = 6;

/** How many pairs of keys begin or end with the same bytes. */
export function sharedEnds(keys: Uint8Array[]): number {
  const hex = keys.map((key) => Buffer.from(key).toString('hex'));
  const ends = [hex.map((key) => key.slice(0, END_BYTES * 2)), hex.map((key) => key.slice(-END_BYTES * 2))];
  return ends.reduce((sum, parts) => sum + parts.length - new Set(parts).size, 0);
}

/** All bits of all keys, one after another, each 0 or 1. */
export function bitsOf(keys: Uint8Array[]): number[] {
  return keys.flatMap((key) => [...key].flatMap((byte) => [...byte.toString(2).padStart(8, '0')].map(Number)));
}

/**
 * Two plain tests of chance: as many ones as zeros, and as many changes between neighbours as none.
 * @see NIST SP 800-22, "Frequency (Monobit) Test" and "Runs Test"
 */
export function looksMixed(bits: number[]): { holds: boolean; words: string; limits: string } {
  const allowed = Math.ceil((SIX_SIGMA * Math.sqrt(bits.length)) / 2);
  const half = bits.length / 2;
  const ones = bits.reduce((sum, bit) => sum + bit, 0);
  const changes = bits.filter((bit, at) => at > 0 && bit !== bits[at - 1]).length;
  return {
    holds: bits.length > 0 && Math.abs(ones - half) <= allowed && Math.abs(changes - half) <= allowed,
    words: `of ${bits.length} bits ${ones} are ones, ${changes} differ from the bit before`,
    limits: `both within ${allowed} of ${half}`,
  };
}
