import { ControlClient } from '../control-client.ts';
import type { DescribedPortal } from '../requests/described-portal.ts';
import { requestAccounts } from '../requests/request-accounts.ts';
import type { Target } from '../target.ts';
import type { AccountSource } from './account-source.ts';
import { commandAccounts } from './command-accounts.ts';
import { controlAccounts } from './control-accounts.ts';
import { givenAccounts } from './given-accounts.ts';

/**
 * Where a target's accounts come from: those that are given, else what makes them: a program, a described request, its
 * test controls; nowhere, where there is none of these.
 */
export function accountsOf({ accounts, controlUrl }: Target, described?: DescribedPortal): AccountSource | undefined {
  if (accounts) return 'command' in accounts ? commandAccounts(accounts) : givenAccounts(accounts);
  if (described?.requests.createAccount) return requestAccounts(described);
  return controlUrl === undefined ? undefined : controlAccounts(new ControlClient(controlUrl));
}
