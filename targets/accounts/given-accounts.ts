import { Unprovided } from '../../simulators/errors.ts';
import type { Credentials } from '../../simulators/phone/phone.ts';
import type { AccountSource, AccountWish, HandedOut } from './account-source.ts';

/**
 * Accounts that are there already: each once, and then again from the first, for scenarios come in any number. Nobody in
 * a scenario gets that of another.
 */
export function givenAccounts(accounts: readonly Credentials[]): AccountSource {
  const used = new Set<string>();
  let turn = 0;
  return {
    size: accounts.length,
    next: async ({ not, rather, username }: AccountWish): Promise<HandedOut> => {
      if (username !== undefined) throw new Unprovided('accounts with a chosen name', MADE_TO_ORDER);
      const inTurn = [...accounts.slice(turn), ...accounts.slice(0, turn)].filter((one) => !not.has(one.username));
      const credentials = inTurn.find((one) => rather?.(one.username)) ?? inTurn[0];
      if (!credentials) throw new Unprovided(`${ORDINALS[accounts.length] ?? 'another'} account`, MORE);
      turn = (accounts.indexOf(credentials) + 1) % accounts.length;
      const isFresh = !used.has(credentials.username);
      used.add(credentials.username);
      return { credentials, isFresh };
    },
  };
}

const ORDINALS = ['a', 'a second', 'a third'];
const MORE = 'give another with --account NAME:PASSWORD, or under accounts: in the target file';
const MADE_TO_ORDER =
  'accounts that are given have names of their own; accounts.command or requests.createAccount in the target file, or test controls, make some to order';
