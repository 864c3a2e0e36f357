/**
 * The clock of a server: everything that the server says of time comes from it, and the test controls may set it.
 * Times are milliseconds of Unix time.
 */
export interface ServerClock {
  now(): number;
  set(epochMs: number): void;
}
