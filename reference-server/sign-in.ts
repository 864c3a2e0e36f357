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
  const { accounts, audit, passwordThrottle, clock } = context;
  const { username, password, address } = credentials;
  const nowMs = clock.now();
  const waitMs = passwordThrottle.waitMs({ username, address }, nowMs);
  const isRight = accounts.isPassword(username, password);
  if (isRight && waitMs === 0) {
    passwordThrottle.succeed({ username, address });
    return undefined;
  }
  const problem = waitMs > 0 ? problems.tooManyTries(waitMs) : problems.wrongCredentials();
  if (waitMs === 0) passwordThrottle.fail({ username, address }, nowMs);
  const known = accounts.has(username) ? { username } : {};
  audit.note({ atMs: nowMs, ...known, event: 'sign-in-refused', detail: { reason: problem.code } });
  return problem;
}
