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
  /** GET → 200 {@link CapabilitiesAnswer}: which of the following are here. Controls that lack this address have none. */
  capabilities: '/capabilities',
  /** GET → 200 {@link RegistrationsAnswer}: for who watches; nothing is judged by it, and no other server needs it */
  registrations: '/registrations',
  /** GET with `?username=NAME` → 200 {@link MessagesAnswer}: what the user was sent, oldest first; without, all users */
  messages: '/messages',
  /** GET with `?username=NAME` → 200 {@link AuditAnswer}: what was noted of the user, oldest first; without, all of it */
  audit: '/audit',
  /** GET → 200 {@link Faults}; PUT {@link Faults} → 200 the same: what fails from now on, until it is set again */
  faults: '/faults',
  /** POST → 204: what a restarted process forgets is forgotten, what a database keeps is kept; sockets stay open */
  restart: '/restart',
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

/**
 * How far a registration has come: `started` by Next, with the QR code; `paired` when a phone handed over its name and
 * key; `submitted` when its code was accepted on the web, which registers the device; `continued` on the phone;
 * `expired` before it was submitted. With its device it is removed.
 */
export type RegistrationPhase = 'started' | 'paired' | 'submitted' | 'continued' | 'expired';

/** One registration, without any secret. */
export interface RegistrationState {
  username: string;
  deviceName: string;
  startedAtMs: number;
  phase: RegistrationPhase;
}

/** Those of all accounts; of one account, oldest first. */
export interface RegistrationsAnswer {
  registrations: RegistrationState[];
}

/** What test controls may offer beyond clock, accounts and state. */
export type ControlCapability = 'messages' | 'audit' | 'faults' | 'restart';

export interface CapabilitiesAnswer {
  capabilities: string[];
}

/** What a user is told by another way than the pages, as a mail would be: plain text, never a key or a code. */
export interface Message {
  /** A username. */
  to: string;
  sentAtMs: number;
  subject: string;
  text: string;
}

export interface MessagesAnswer {
  messages: Message[];
}

export type AuditEvent =
  | 'device-registered'
  | 'device-removed'
  | 'code-refused'
  | 'codes-locked'
  | 'sign-in-refused'
  | 'password-reset';

/** What an entry says besides, as data: what came from a user is never part of a sentence here. */
export interface AuditDetail {
  deviceName?: string;
  /** Where a code was shown. */
  at?: 'registration' | 'confirmation' | 'phone-sign-in';
  /** Why it was refused: a problem code. */
  reason?: string;
}

/** Something worth noting. No key, code or password is ever in it. */
export interface AuditEntry {
  atMs: number;
  /** Left out where no such user exists: what was typed then may be anything, a password too. */
  username?: string;
  event: AuditEvent;
  detail?: AuditDetail;
}

export interface AuditAnswer {
  entries: AuditEntry[];
}

/** What is made to fail: reading and writing what accounts know of devices and codes, and telling the time. */
export interface Faults {
  storage: boolean;
  clock: boolean;
}

/** What a served reference prints on standard output, as one line of JSON, once it answers. */
export interface ServedAddresses {
  portalUrl: string;
  phoneApiUrl: string;
  controlUrl?: string;
}
