import { type SessionData, Store } from 'express-session';
import type { ServerClock } from '../clock.ts';

declare module 'express-session' {
  interface SessionData {
    username: string;
    signedInAtMs: number;
    /** When a code of a device of this user was last accepted in this session, and of which. */
    provenAtMs: number;
    provenDeviceId: string;
    /** A factor was shown, so this session gets a new id with its next page. */
    renewalDue: boolean;
    /** The name of the device that was just removed, until a page has said so. */
    removedDevice: string;
    /** A password was just saved, until a page has said so. */
    passwordSaved: boolean;
  }
}

/** As for a second factor. @see NIST SP 800-63B-4 section 2.2.3 */
const IDLE_LIFETIME_MS = 60 * 60_000;
const ABSOLUTE_LIFETIME_MS = 24 * 60 * 60_000;

interface StoredSession {
  json: string;
  createdAtMs: number;
  lastSeenAtMs: number;
}

type Done = (error?: unknown) => void;

/**
 * Sessions of browsers in memory. The store that comes with express-session ends them by the machine's clock, and lets
 * a slow request write back a session that was ended meanwhile.
 */
export class WebSessions extends Store {
  readonly #sessions = new Map<string, StoredSession>();
  readonly #ended = new Set<string>();
  readonly #clock: ServerClock;

  constructor(clock: ServerClock) {
    super();
    this.#clock = clock;
  }

  override get(sid: string, done: (error: unknown, data?: SessionData | null) => void): void {
    const stored = this.#sessions.get(sid);
    if (stored && isOver(stored, this.#clock.now())) this.#end(sid);
    const live = this.#sessions.get(sid);
    if (live) live.lastSeenAtMs = this.#clock.now();
    done(null, live ? JSON.parse(live.json) : null);
  }

  override set(sid: string, data: SessionData, done?: Done): void {
    const nowMs = this.#clock.now();
    // A session that was given a new id is no younger for it.
    const createdAtMs = data.signedInAtMs ?? this.#sessions.get(sid)?.createdAtMs ?? nowMs;
    const json = JSON.stringify(data);
    if (!this.#ended.has(sid)) this.#sessions.set(sid, { json, createdAtMs, lastSeenAtMs: nowMs });
    done?.();
  }

  override destroy(sid: string, done?: Done): void {
    this.#end(sid);
    done?.();
  }

  endAllOf(username: string): void {
    for (const [sid, stored] of this.#sessions) if (usernameIn(stored) === username) this.#end(sid);
  }

  /** As when the process is started again. */
  forget(): void {
    for (const sid of this.#sessions.keys()) this.#end(sid);
  }

  /** How many browsers are signed in. */
  signedInCount(nowMs: number): number {
    const live = [...this.#sessions.values()].filter((stored) => !isOver(stored, nowMs));
    return live.filter((stored) => usernameIn(stored) !== undefined).length;
  }

  #end(sid: string): void {
    this.#sessions.delete(sid);
    this.#ended.add(sid);
  }
}

function isOver({ createdAtMs, lastSeenAtMs }: StoredSession, nowMs: number): boolean {
  return nowMs >= lastSeenAtMs + IDLE_LIFETIME_MS || nowMs >= createdAtMs + ABSOLUTE_LIFETIME_MS;
}

function usernameIn({ json }: StoredSession): string | undefined {
  return (JSON.parse(json) as Partial<SessionData>).username;
}
