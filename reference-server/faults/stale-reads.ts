import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout } from 'node:timers/promises';
import type { Request, RequestHandler } from 'express';
import type { ServerContext } from '../context.ts';
import type { AccountState } from '../registration/account-state.ts';
import { findPhoneSession } from '../routes/phone-request.ts';
import type { Seams } from '../seams.ts';

/** How long a busy database lets a request wait between reading and writing. */
const BETWEEN_MS = 100;

/**
 * A server that reads an account when a request comes in, and decides by what it read when others may have written.
 * @param decide given rules and what was read then
 */
export function staleReads(
  decide: (
    stale: AccountState,
    ...how: Parameters<NonNullable<Seams['rules']>>
  ) => ReturnType<NonNullable<Seams['rules']>>,
): Seams {
  const read = new AsyncLocalStorage<AccountState>();
  const reading = (context: ServerContext, usernameOf: (request: Request) => string | undefined): RequestHandler => {
    return async (request, _response, next) => {
      const username = request.method === 'POST' ? usernameOf(request) : undefined;
      if (username === undefined) return next();
      const state = context.accounts.state(username);
      await setTimeout(BETWEEN_MS);
      read.run(state, next);
    };
  };
  return {
    rules: (rules) => (state, event, at) => decide(read.getStore() ?? state, rules)(state, event, at),
    pages: (context) => reading(context, ({ session }) => session.username),
    phoneApi: (context) => reading(context, (request) => findPhoneSession(context, request)?.username),
  };
}
