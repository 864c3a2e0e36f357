import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { RegistrationState } from '../../protocol/control-api.ts';
import type { Outages } from '../outages.ts';
import { type AccountState, NEW_ACCOUNT_STATE } from '../registration/account-state.ts';
import { isOver } from '../registration/lifetime.ts';
import { phaseOf } from '../registration/phase.ts';
import { type Policy, REFERENCE_POLICY, type Rules } from '../registration/policy.ts';
import { apply } from '../registration/rules.ts';
import type { RegistrationEvent, Transition } from '../registration/transition.ts';

interface Account {
  passwordDigest: Buffer;
  state: AccountState;
}

/** The accounts of one server, in memory alone: they are gone when the process ends. */
export class Accounts {
  // The digests never leave this process and its key is gone with it, so there is nothing to crack offline and no need
  // of a slow hash. A store on disk would need one.
  readonly #key = randomBytes(32);
  readonly #accounts = new Map<string, Account>();
  readonly #nobody = this.#digest(randomBytes(32).toString('hex'));
  readonly #outages: Outages;
  readonly #rules: Rules;
  readonly #policy: Policy;

  constructor(outages: Outages, { rules = apply, policy = REFERENCE_POLICY }: { rules?: Rules; policy?: Policy } = {}) {
    this.#outages = outages;
    this.#rules = rules;
    this.#policy = policy;
  }

  /** @throws {RangeError} when the username is taken */
  add(username: string, password: string): void {
    if (this.#accounts.has(username)) throw new RangeError('this username is taken');
    this.#accounts.set(username, { passwordDigest: this.#digest(password), state: NEW_ACCOUNT_STATE });
  }

  has(username: string): boolean {
    return this.#accounts.has(username);
  }

  /** Does the same work whether the user exists or not, so that the time tells nothing. */
  isPassword(username: string, password: string): boolean {
    const account = this.#accounts.get(username);
    return timingSafeEqual(this.#digest(password), account?.passwordDigest ?? this.#nobody) && account !== undefined;
  }

  /** @throws {RangeError} when there is no such user */
  setPassword(username: string, password: string): void {
    this.#account(username).passwordDigest = this.#digest(password);
  }

  /** @throws {RangeError} when there is no such user; {ProvokedOutage} while storage is to fail */
  state(username: string): AccountState {
    this.#outages.pass('storage');
    return this.#account(username).state;
  }

  /**
   * Lets something happen to an account. Reading and writing are one turn of the event loop, so two events that arrive
   * together happen one after the other, and one code cannot succeed twice.
   * @throws {RangeError} when there is no such user; {ProvokedOutage} while storage is to fail
   */
  apply(username: string, event: RegistrationEvent, nowMs: number): Transition {
    this.#outages.pass('storage');
    const account = this.#account(username);
    const transition = this.#rules(account.state, event, { nowMs, policy: this.#policy });
    account.state = transition.state;
    return transition;
  }

  /** How much there is: accounts, registrations waiting for Submit, registered devices. */
  count(nowMs: number): { accounts: number; pending: number; registered: number } {
    const states = [...this.#accounts.values()].map(({ state }) => state);
    const registrations = states.flatMap((state) => state.registrations);
    return {
      accounts: states.length,
      pending: registrations.filter((one) => !one.confirmation && !isOver(one, { nowMs, policy: this.#policy })).length,
      registered: states.flatMap((state) => state.devices).length,
    };
  }

  /** How far each registration has come. */
  registrations(nowMs: number): RegistrationState[] {
    return [...this.#accounts].flatMap(([username, { state }]) =>
      state.registrations.map((one) => ({
        username,
        deviceName: one.deviceName,
        startedAtMs: one.startedAtMs,
        phase: phaseOf(one, { nowMs, policy: this.#policy }),
      })),
    );
  }

  #account(username: string): Account {
    const account = this.#accounts.get(username);
    if (!account) throw new RangeError('there is no such user');
    return account;
  }

  #digest(password: string): Buffer {
    return createHmac('sha256', this.#key).update(password).digest();
  }
}
