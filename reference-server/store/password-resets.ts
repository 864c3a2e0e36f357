import { createHash } from 'node:crypto';
import type { RandomBytes } from '../randomness.ts';

interface PasswordReset {
  username: string;
  endsAtMs: number;
}

/** @see OWASP Forgot Password Cheat Sheet, "URL Tokens" */
const LIFETIME_MS = 30 * 60_000;

/** Who may choose a new password, found by the token of a link; of a token only the hash is kept. */
export class PasswordResets {
  readonly #byTokenHash = new Map<string, PasswordReset>();
  readonly #random: RandomBytes;

  constructor(random: RandomBytes) {
    this.#random = random;
  }

  /** The token for a link, of letters alone: nothing in it can be taken for a code or a key. */
  create(username: string, nowMs: number): string {
    for (const [hash, { endsAtMs }] of this.#byTokenHash) if (nowMs >= endsAtMs) this.#byTokenHash.delete(hash);
    const hex = Buffer.from(this.#random(32)).toString('hex');
    const token = hex.replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)));
    this.#byTokenHash.set(hashOf(token), { username, endsAtMs: nowMs + LIFETIME_MS });
    return token;
  }

  /** Whose password this token may set, and undefined when it may set none. Looking does not use it up. */
  find(token: string, nowMs: number): string | undefined {
    const reset = this.#byTokenHash.get(hashOf(token));
    return reset && nowMs < reset.endsAtMs ? reset.username : undefined;
  }

  /** A password was chosen: no link that this user was sent before works again. */
  useUp(username: string): void {
    for (const [hash, reset] of this.#byTokenHash) if (reset.username === username) this.#byTokenHash.delete(hash);
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
