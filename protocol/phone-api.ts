/**
 * The words of the phone API: what a phone app says to the server, as JSON over HTTP. The same is said for machines
 * in `openapi.json`, against which the server checks every request and answer.
 * The caller shows `Authorization: Bearer TOKEN` everywhere but at sign-in.
 */
export const PHONE_API = {
  /** POST {@link SignInRequest} → 201 {@link SessionAnswer} */
  sessions: '/phone/v1/sessions',
  /** GET → 200 {@link SessionAnswer} without a token; DELETE → 204 (signs out) */
  session: '/phone/v1/session',
  /** POST without a body → 200 {@link SessionAnswer} with a fresh token; nothing is proven by it */
  refresh: '/phone/v1/session/refresh',
  /** POST {@link OneTimeCodeRequest} → 200 {@link SessionAnswer} with a fresh token */
  oneTimeCode: '/phone/v1/session/one-time-code',
  /** POST {@link PairingRequest} → 200 {@link PairingAnswer} */
  pairing: '/phone/v1/pairing',
  /** POST without a body → 200 {@link ContinueAnswer} */
  continue: '/phone/v1/pairing/continue',
  /** GET → 200 {@link ConversationsAnswer}: protected, for verified phones alone */
  conversations: '/phone/v1/conversations',
  /** GET → 200 {@link AccountAnswer}: protected as well */
  account: '/phone/v1/account',
} as const;

/** What this phone still has to do before it may read anything. */
export type NextStep = 'verify-device' | 'one-time-code' | 'nothing';

export interface SignInRequest {
  username: string;
  password: string;
}

/** `token` is there whenever a new one was issued; any earlier one is dead from then on. */
export interface SessionAnswer {
  next: NextStep;
  token?: string;
}

export interface OneTimeCodeRequest {
  code: string;
}

/** The name as scanned or typed, to the letter, and proof of having the key without sending it (see {@link keyFingerprintInput}). */
export interface PairingRequest {
  deviceName: string;
  keyFingerprint: string;
}

export interface PairingAnswer {
  deviceName: string;
}

/** Sent only when the code was submitted on the web: `token` is the session of the phone that is registered now. */
export interface ContinueAnswer {
  deviceName: string;
  token: string;
}

export interface ConversationsAnswer {
  conversations: { subject: string; lastMessage: string }[];
}

export interface AccountAnswer {
  username: string;
  devices: string[];
}

/** The bytes whose SHA-256 (lower-case hex) is the key's fingerprint: a prefix of its own keeps it apart from other uses. */
export function keyFingerprintInput(secret: string): string {
  return `paircheck key fingerprint v1:${secret}`;
}
