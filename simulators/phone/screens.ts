import type { Screen } from './phone.ts';

/** Where the app is. @see the documented flow, sentences S9 to S21 */
export type Place =
  | 'signed out'
  | 'code asked'
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
  codeAsked: 'Enter the code of your registered device',
  verifyDevice: 'Verify device',
  oneTimeCode: 'One-time code',
  registered: 'Device registered',
  conversations: 'Conversations',
} as const;

const SCREENS: Record<Place, { title: string; actions: string[] }> = {
  'signed out': { title: TITLES.signedOut, actions: [ACTIONS.signIn] },
  'code asked': { title: TITLES.codeAsked, actions: [ACTIONS.cancel] },
  'verify device': { title: TITLES.verifyDevice, actions: [ACTIONS.cancel, ACTIONS.scanQr] },
  'no camera': { title: 'The camera cannot be used', actions: [ACTIONS.cancel, ACTIONS.tryAgain, ACTIONS.typeInstead] },
  scanning: { title: 'Hold the QR code within the brackets', actions: [ACTIONS.cancel, ACTIONS.typeInstead] },
  typing: { title: 'Enter the values', actions: [ACTIONS.cancel, ACTIONS.useValues] },
  'one-time code': { title: TITLES.oneTimeCode, actions: [ACTIONS.cancel, ACTIONS.continue] },
  'device registered': { title: TITLES.registered, actions: [ACTIONS.ok] },
  conversations: { title: TITLES.conversations, actions: [ACTIONS.signOut] },
};

const POP_UPS: readonly Place[] = ['verify device', 'device registered'];

/** Whether what is at a place lies over the rest of the app until it is answered. */
export function isPopUp(place: Place): boolean {
  return POP_UPS.includes(place);
}

/** What the app has to say at a place. */
export interface Said {
  message?: string | undefined;
  notice?: string | undefined;
  accounts?: string[];
}

/** The screen at a place, with what the app has to say there. */
export function screenAt(place: Place, { message, notice, accounts = [] }: Said = {}): Screen {
  const { title, actions } = SCREENS[place];
  return {
    title,
    actions: [...actions],
    ...(message !== undefined && { message }),
    ...(notice !== undefined && { notice }),
    isScanning: place === 'scanning',
    brackets: place === 'scanning',
    isProtected: place === 'conversations',
    accounts,
  };
}
