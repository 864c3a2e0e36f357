import { createHash } from 'node:crypto';
import type { RandomBytes } from '../randomness.ts';

/** A phone that signed in. Its id stays when its token changes. */
export interface PhoneSession {
  id: string;
  username: string;
  signedInAtMs: number;
  /** When this phone proved a device, or finished the registration of one. */
  provenAtMs?: number;
}

/** A password alone waits so long for its second factor. @see OWASP Session Management, "Initial Login Timeout" */
const PASSWORD_ONLY_LIFETIME_MS = 10 * 60_000;
const PROVEN_LIFETIME_MS = 30 * 24 * 60 * 60_000;

/** The sessions of phones, found by their tokens; of a token only the hash is kept. */
export class PhoneSessions {
  readonly #byTokenHash = new Map<string, PhoneSession>();
  readonly #random: RandomBytes;

  constructor(random: RandomBytes) {
    this.#random = random;
  }

  /** A new session and its token. */
  create(username: string, nowMs: number): { session: PhoneSession; token: string } {
    for (const [hash, session] of this.#byTokenHash) if (isEnded(session, nowMs)) this.#byTokenHash.delete(hash);
    const session = { id: this.#randomText(), username, signedInAtMs: nowMs };
    return { session, token: this.#issueToken(session) };
  }

  find(token: string, nowMs: number): PhoneSession | undefined {
    const session = this.#byTokenHash.get(hashOf(token));
    return session && !isEnded(session, nowMs) ? session : undefined;
  }

  /** The factor was shown: gives the session its new token; whoever holds an earlier one is out from now on. */
  prove(session: PhoneSession, nowMs: number): string {
    this.remove(session);
    return this.#issueToken({ ...session, provenAtMs: nowMs });
  }

  remove({ id }: PhoneSession): void {
    for (const [hash, session] of this.#byTokenHash) if (session.id === id) this.#byTokenHash.delete(hash);
  }

  count(nowMs: number): number {
    return [...this.#byTokenHash.values()].filter((session) => !isEnded(session, nowMs)).length;
  }

  #issueToken(session: PhoneSession): string {
    const token = this.#randomText();
    this.#byTokenHash.set(hashOf(token), session);
    return token;
  }

  #randomText(): string {
    return Buffer.from(this.#random(32)).toString('base64url');
  }
}

function isEnded({ signedInAtMs, provenAtMs }: PhoneSession, nowMs: number): boolean {
  if (provenAtMs === undefined) return nowMs >= signedInAtMs + PASSWORD_ONLY_LIFETIME_MS;
  return nowMs >= provenAtMs + PROVEN_LIFETIME_MS;
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
