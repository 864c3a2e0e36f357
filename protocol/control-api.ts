/**
 * The words of the test controls: a second port, off unless asked for, never part of what a phone or a browser sees.
 * All bodies are JSON.
 */
export const CONTROL_API = {
  /** GET → 200 {@link ClockState}; PUT {@link ClockState} → 200 the same. Setting it stops the clock at that instant. */
  clock: '/clock',
  /** POST {@link AccountRequest} → 201 {@link TestAccount}: a fresh account with no device */
  accounts: '/accounts',
  /** GET → 200 {@link ServerState}: how much is stored, without any secret */
  state: '/state',
} as const;

export interface ClockState {
  epochMs: number;
}

/** The name for the account, to the letter; left out, any will do. A name that is taken is refused. */
export interface AccountRequest {
  username?: string;
}

export interface TestAccount {
  username: string;
  password: string;
}

export interface ServerState {
  accounts: number;
  webSessions: number;
  phoneSessions: number;
  pending: number;
  registered: number;
}

/** What a served reference prints on standard output, as one line of JSON, once it answers. */
export interface ServedAddresses {
  portalUrl: string;
  phoneApiUrl: string;
  controlUrl?: string;
}
