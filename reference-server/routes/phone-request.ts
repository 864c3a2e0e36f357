import type { Request } from 'express';
import type { NextStep } from '../../protocol/phone-api.ts';
import type { ServerContext } from '../context.ts';
import { ProblemError, problems } from '../problems.ts';
import type { PhoneSession } from '../store/phone-sessions.ts';

/** The session whose token the request shows, if any. @see RFC 6750 section 2.1 */
export function findPhoneSession(context: ServerContext, request: Request): PhoneSession | undefined {
  const [, token] = /^Bearer ([\w-]+)$/i.exec(request.get('Authorization') ?? '') ?? [];
  return token === undefined ? undefined : context.phoneSessions.find(token, context.clock.now());
}

/** @throws {ProblemError} not-signed-in */
export function phoneSessionOf(context: ServerContext, request: Request): PhoneSession {
  const session = findPhoneSession(context, request);
  if (!session) throw new ProblemError(problems.notSignedIn());
  return session;
}

/** @throws {ProblemError} not-signed-in, or device-not-verified as long as anything is left to do */
export function verifiedPhoneSessionOf(context: ServerContext, request: Request): PhoneSession {
  const session = phoneSessionOf(context, request);
  if (nextStepOf(context, session) !== 'nothing') throw new ProblemError(problems.deviceNotVerified());
  return session;
}

/** What the phone has to do as things stand now. */
export function nextStepOf(context: ServerContext, session: PhoneSession): NextStep {
  return context.policy.nextStep({
    factorProven: session.provenAtMs !== undefined,
    devices: context.accounts.state(session.username).devices,
    nowMs: context.clock.now(),
    enforcementInstantMs: context.enforcementInstantMs,
  });
}
