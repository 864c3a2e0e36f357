import type { Access, Claims, Credentials } from '../../simulators/phone/phone.ts';

/** How somebody fared at a portal's door. */
export interface Passage {
  at: 'in' | 'code asked' | 'refused';
  /** What the portal said. */
  message?: string | undefined;
}

/** The way into a portal with a password and a code, for somebody whose phone only shows codes: one session. */
export interface Door {
  givePassword(credentials: Credentials): Promise<Passage>;
  /** With no session where there is none. */
  giveCode(code: string): Promise<Passage>;
  leave(): Promise<void>;
  /** Tries what only somebody may who is fully signed in. */
  protectedData(): Promise<Access[]>;
  /** What is sent along from now on. */
  claim(claims: Claims): void;
  /** A session of its own at the same portal. */
  another(): Door;
  /** Nobody comes through it any more. */
  close(): Promise<void>;
}
