import { createHash } from 'node:crypto';
import type { RandomBytes } from '../randomness.ts';

/** A phone that signed in. Its id stays when its token changes. */
export interface PhoneSession {
  id: string;
  username: string;
  signedInAtMs: number;
  /** The device that this phone proved, or whose registration it finished, and when. */
  deviceId?: string;
  provenAtMs?: number;
}

/** A password alone waits so long for its second factor. @see OWASP Session Management, "Initial Login Timeout" */
const PASSWORD_ONLY_LIFETIME_MS = 10 * 60_000;
const PROVEN_LIFETIME_MS = 30 * 24 * 60 * 60_000;

/** The sessions of phones, found by their tokens; of a token only the hash is kept. */
export class PhoneSessions {
  readonly #byTokenHash = new Map<string, PhoneSession>();
  readonly #random: RandomBytes;
  readonly #passwordOnlyLifetimeMs: number;

  constructor(random: RandomBytes, passwordOnlyLifetimeMs = PASSWORD_ONLY_LIFETIME_MS) {
    this.#random = random;
    this.#passwordOnlyLifetimeMs = passwordOnlyLifetimeMs;
  }

  /** A new session and its token. */
  create(username: string, nowMs: number): { session: PhoneSession; token: string } {
    for (const [hash, session] of this.#byTokenHash) if (this.#isEnded(session, nowMs)) this.#byTokenHash.delete(hash);
    const session = { id: this.#randomText(), username, signedInAtMs: nowMs };
    return { session, token: this.#issueToken(session) };
  }

  find(token: string, nowMs: number): PhoneSession | undefined {
    const session = this.#byTokenHash.get(hashOf(token));
    return session && !this.#isEnded(session, nowMs) ? session : undefined;
  }

  /** The factor was shown: gives the session its new token; whoever holds an earlier one is out from now on. */
  prove(session: PhoneSession, deviceId: string, nowMs: number): string {
    return this.refresh({ ...session, deviceId, provenAtMs: nowMs });
  }

  /** A new token for the same session, which ends when it would have ended; an earlier token is dead. */
  refresh(session: PhoneSession): string {
    this.remove(session);
    return this.#issueToken(session);
  }

  remove({ id }: PhoneSession): void {
    this.#removeAll((session) => session.id === id);
  }

  /** Those in which this device was shown. */
  removeProvenBy(username: string, deviceId: string): void {
    this.#removeAll((session) => session.username === username && session.deviceId === deviceId);
  }

  removeAllOf(username: string): void {
    this.#removeAll((session) => session.username === username);
  }

  /** As when the process is started again. */
  forget(): void {
    this.#byTokenHash.clear();
  }

  count(nowMs: number): number {
    return [...this.#byTokenHash.values()].filter((session) => !this.#isEnded(session, nowMs)).length;
  }

  #isEnded({ signedInAtMs, provenAtMs }: PhoneSession, nowMs: number): boolean {
    if (provenAtMs === undefined) return nowMs >= signedInAtMs + this.#passwordOnlyLifetimeMs;
    return nowMs >= provenAtMs + PROVEN_LIFETIME_MS;
  }

  #removeAll(isMeant: (session: PhoneSession) => boolean): void {
    for (const [hash, session] of this.#byTokenHash) if (isMeant(session)) this.#byTokenHash.delete(hash);
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

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
