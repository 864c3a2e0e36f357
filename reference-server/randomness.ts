/** So many random bytes, fit for keys. */
export type RandomBytes = (byteCount: number) => Uint8Array;
