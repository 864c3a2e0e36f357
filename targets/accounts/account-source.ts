import { Unprovided } from '../../simulators/errors.ts';
import type { Credentials } from '../../simulators/phone/phone.ts';

/** What a scenario asks an account for. */
export interface AccountWish {
  /** Usernames that somebody else in the same scenario has. */
  not: ReadonlySet<string>;
  /** Which are taken before others, where there is a choice. */
  rather?: ((username: string) => boolean) | undefined;
  /** Left out, the target chooses. */
  username?: string | undefined;
}

/** An account, and whether no scenario has used it before. */
export interface HandedOut {
  credentials: Credentials;
  isFresh: boolean;
}

/** Where the accounts of a run come from. */
export interface AccountSource {
  /** How many there are; infinitely many where every scenario gets accounts of its own. */
  readonly size: number;
  /** @throws {Unprovided} where there is none such */
  next(wish: AccountWish): Promise<HandedOut>;
}

/** Where nobody gives any. */
export const NO_ACCOUNTS: AccountSource = {
  size: 0,
  next: () =>
    Promise.reject(new Unprovided('accounts', 'give --username and --password, or accounts: in the target file')),
};
