import type { KeyEntry } from './key-entry.ts';

/** What the app keeps in the phone's storage: it is there still after the app was killed. */
export interface AppMemory {
  username: string;
  /** What the app has for each username once it has scanned or typed a registration. */
  keys: Map<string, KeyEntry>;
  /** Between the scan and the confirmation: Continue is still to be tapped. */
  isPairing: boolean;
}

/** That of an app just installed, or of one on another phone with the same keys. */
export function freshMemory(keys: Iterable<[string, KeyEntry]> = []): AppMemory {
  return { username: '', keys: new Map(keys), isPairing: false };
}
