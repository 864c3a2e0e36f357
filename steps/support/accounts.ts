import { Unprovided } from '../../simulators/errors.ts';
import type { Credentials } from '../../simulators/phone/phone.ts';
import type { AccountSource } from '../../targets/accounts/account-source.ts';
import { MORE_ACCOUNTS } from './more-accounts.ts';
import { stage } from './stage.ts';

/** As many as a scenario takes at most. */
const LEFT_FOR_OTHERS = 2;

/** The accounts of one scenario: fresh ones where the target has them, else those that earlier scenarios have used. */
export class Accounts {
  readonly #source: AccountSource;
  readonly #taken = new Set<string>();
  readonly #used = new Set<string>();

  /** Whether the scenario speaks of somebody without a device. */
  wantsNoDevice = false;

  constructor(source: AccountSource) {
    this.#source = source;
  }

  /**
   * One that nobody else in this scenario has.
   * @param username where the scenario asks for a certain one
   * @param isUsed which accounts an earlier scenario has left a device on that is no hindrance
   */
  async take(username: string | undefined, isUsed: (username: string) => boolean): Promise<Credentials> {
    // What says nothing of an account without a device spares those that have none for what does.
    const rather = this.wantsNoDevice ? (one: string) => !stage.keptDevices.has(one) : isUsed;
    const wish = { not: this.#outOfReach(), rather, username };
    const { credentials, isFresh } = await this.#source.next(wish);
    this.#taken.add(credentials.username);
    if (!isFresh) this.#used.add(credentials.username);
    return credentials;
  }

  /** @throws {Unprovided} when there is none left that scenarios could begin with */
  #outOfReach(): Set<string> {
    const { spentAccounts } = stage;
    const [why] = spentAccounts.values();
    if (spentAccounts.size < this.#source.size) return new Set([...this.#taken, ...spentAccounts.keys()]);
    throw new Unprovided('a fresh account', `${why}; ${MORE_ACCOUNTS}`);
  }

  /** Whether one of them has a history that the scenario does not know. */
  get #haveHistory(): boolean {
    return this.#used.size > 0;
  }

  /** Whether no other scenario will find what this one leaves. */
  get areEndless(): boolean {
    return this.#source.size === Number.POSITIVE_INFINITY;
  }

  /** @throws {Unprovided} where what this scenario does would be found by those that come after it, or leave them none */
  requireFresh(what: string): void {
    const leftOver = this.#source.size - stage.spentAccounts.size - this.#taken.size;
    if (this.#haveHistory || leftOver < LEFT_FOR_OTHERS)
      throw new Unprovided('a fresh account', `${what}; ${MORE_ACCOUNTS}`);
  }
}
