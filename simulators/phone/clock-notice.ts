/** One time step, as in every key URI that says nothing else, and the second that a Date header leaves out. */
const TOLERANCE_MS = 31_000;

/**
 * What the app says of its clock once it knows the server's; nothing while they are no more than one step apart.
 * @param aheadMs how far the phone's clock is ahead of the server's; negative when it is behind
 * @see RFC 6238 section 6
 */
export function clockNotice(aheadMs: number): string | undefined {
  if (Math.abs(aheadMs) < TOLERANCE_MS) return undefined;
  const seconds = Math.round(Math.abs(aheadMs) / 1000);
  return `The clock of this phone is ${seconds} seconds ${aheadMs > 0 ? 'fast' : 'slow'}: its codes may be refused`;
}
