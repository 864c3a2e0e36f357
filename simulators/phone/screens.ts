import type { Screen } from './phone.ts';

/** Where the app is. @see the documented flow, sentences S9 to S21 */
export type Place =
  | 'signed out'
  | 'verify device'
  | 'no camera'
  | 'scanning'
  | 'typing'
  | 'one-time code'
  | 'device registered'
  | 'conversations';

/** What the app's screens offer, in the document's words; a way on for which it has no word has one of ours. */
export const ACTIONS = {
  cancel: 'Cancel',
  scanQr: 'Scan QR',
  tryAgain: 'Try again',
  typeInstead: 'Enter the values manually',
  useValues: 'Use these values',
  continue: 'Continue',
  ok: 'OK',
  signIn: 'Sign in',
  signOut: 'Sign out',
} as const;

/** What the app's screens are called, those that the document names and those that a sentence speaks of. */
export const TITLES = {
  signedOut: 'Sign in',
  verifyDevice: 'Verify device',
  oneTimeCode: 'One-time code',
  registered: 'Device registered',
} as const;

const SCREENS: Record<Place, { title: string; actions: string[] }> = {
  'signed out': { title: TITLES.signedOut, actions: [ACTIONS.signIn] },
  'verify device': { title: TITLES.verifyDevice, actions: [ACTIONS.cancel, ACTIONS.scanQr] },
  'no camera': { title: 'The camera cannot be used', actions: [ACTIONS.cancel, ACTIONS.tryAgain, ACTIONS.typeInstead] },
  scanning: { title: 'Hold the QR code within the brackets', actions: [ACTIONS.cancel, ACTIONS.typeInstead] },
  typing: { title: 'Enter the values', actions: [ACTIONS.cancel, ACTIONS.useValues] },
  'one-time code': { title: TITLES.oneTimeCode, actions: [ACTIONS.cancel, ACTIONS.continue] },
  'device registered': { title: TITLES.registered, actions: [ACTIONS.ok] },
  conversations: { title: 'Conversations', actions: [ACTIONS.signOut] },
};

/** The screen at a place, with what the app has to say there. */
export function screenAt(place: Place, message?: string): Screen {
  const screen = { ...SCREENS[place], brackets: place === 'scanning' };
  return message === undefined ? screen : { ...screen, message };
}
