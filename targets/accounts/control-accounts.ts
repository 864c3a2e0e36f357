import type { ControlClient } from '../control-client.ts';
import type { AccountSource } from './account-source.ts';

/** Fresh accounts without end, made by the test controls. */
export function controlAccounts(control: ControlClient): AccountSource {
  return {
    size: Number.POSITIVE_INFINITY,
    next: async ({ username }) => ({ credentials: await control.createAccount(username), isFresh: true }),
  };
}
