import { createHash } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { keyFingerprintInput } from '../../protocol/phone-api.ts';
import { type AccountState, NEW_ACCOUNT_STATE } from './account-state.ts';
import { type Circumstances, REFERENCE_POLICY } from './policy.ts';
import { apply } from './rules.ts';
import type { RegistrationEvent } from './transition.ts';

/** An instant in the middle of a time step, in milliseconds of Unix time. */
export const NOON_MS = Date.UTC(2026, 10, 24, 12, 0, 15);
export const STEP_MS = 30_000;
export const MINUTE_MS = 60_000;
/** Two keys of 160 bits. */
export const KEYS = { first: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', second: 'MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U' };

/** The code of a key, computed by another library than the server's. */
export function codeOf(secret: string, atMs: number): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: atMs });
}

/** A code that is none of those around `atMs`. */
export function wrongCode(secret: string, atMs: number): string {
  const near = [-2, -1, 0, 1, 2].map((steps) => codeOf(secret, atMs + steps * STEP_MS));
  return ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !near.includes(code)) ?? '666666';
}

export function fingerprintOf(secret: string): string {
  return createHash('sha256').update(keyFingerprintInput(secret)).digest('hex');
}

/** An account to which things happen one after the other; answers with the code of the problem, or "done". */
export class TestAccount {
  state: AccountState = NEW_ACCOUNT_STATE;
  nowMs = NOON_MS;

  get at(): Circumstances {
    return { nowMs: this.nowMs, policy: REFERENCE_POLICY };
  }

  do(event: RegistrationEvent): string {
    const transition = apply(this.state, event, this.at);
    this.state = transition.state;
    return transition.problem?.code ?? 'done';
  }

  start(deviceName: string, more: { id?: string; secret?: string; factorProven?: boolean } = {}): string {
    const { id = 'first', secret = KEYS.first, factorProven = false } = more;
    return this.do({ type: 'start', registrationId: id, secret, deviceName, factorProven });
  }

  submit(code: string, more: { id?: string; factorProven?: boolean } = {}): string {
    const { id = 'first', factorProven = false } = more;
    return this.do({ type: 'submit', registrationId: id, code, factorProven });
  }

  /** A device "Phone" with the first key, whose code of now is used up. */
  register(): void {
    this.start('Phone');
    this.submit(codeOf(KEYS.first, this.nowMs));
  }

  names(): string[] {
    return this.state.devices.map(({ name }) => name);
  }
}
