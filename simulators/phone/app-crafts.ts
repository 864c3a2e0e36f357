import type { OtpauthUri } from '../../protocol/otpauth-uri.ts';
import { entryOf, type KeyEntry, readSymbol } from './key-entry.ts';
import type { Screen } from './phone.ts';
import { type Place, type Said, screenAt } from './screens.ts';
import { TAPS } from './taps.ts';

/** What the app goes by. Each of these can be replaced for one app, which is how a known defect is put in. */
export interface AppCrafts {
  /** What the text of a QR code comes to. @throws {UnusableRegistration} */
  readSymbol(text: string): KeyEntry;
  /** What typed values come to. @throws {UnusableRegistration} */
  entryOf(uri: OtpauthUri): KeyEntry;
  screenAt(place: Place, said: Said): Screen;
  taps: typeof TAPS;
}

/** Those of the app as it should be. */
export function rightCrafts(): AppCrafts {
  return { readSymbol, entryOf, screenAt, taps: TAPS };
}
