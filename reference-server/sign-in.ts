import type { ServerContext } from './context.ts';
import { type Problem, problems } from './problems.ts';

export interface Credentials {
  username: string;
  password: string;
  /** Of the socket: no header of the client is believed. */
  address: string;
}

/**
 * Checks a password, the same for browsers and phones and counted together. One answer for a wrong password and an
 * unknown user, and while the throttle holds, one answer for a right password as well.
 */
export function credentialsProblem(context: ServerContext, credentials: Credentials): Problem | undefined {
  const { accounts, passwordThrottle, clock } = context;
  const { username, password, address } = credentials;
  const nowMs = clock.now();
  const waitMs = passwordThrottle.waitMs({ username, address }, nowMs);
  const isRight = accounts.isPassword(username, password);
  if (waitMs > 0) return problems.tooManyTries(waitMs);
  if (isRight) passwordThrottle.succeed({ username, address });
  else passwordThrottle.fail({ username, address }, nowMs);
  return isRight ? undefined : problems.wrongCredentials();
}
