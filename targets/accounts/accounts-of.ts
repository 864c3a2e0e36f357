import { ControlClient } from '../control-client.ts';
import type { Target } from '../target.ts';
import type { AccountSource } from './account-source.ts';
import { controlAccounts } from './control-accounts.ts';
import { givenAccounts } from './given-accounts.ts';

/** Where a target's accounts come from: those that are given, else its test controls; nowhere, where there is neither. */
export function accountsOf({ accounts, controlUrl }: Target): AccountSource | undefined {
  if (accounts) return givenAccounts(accounts);
  return controlUrl === undefined ? undefined : controlAccounts(new ControlClient(controlUrl));
}
