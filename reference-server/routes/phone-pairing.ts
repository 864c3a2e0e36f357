import { type Request, Router } from 'express';
import { type ContinueAnswer, type PairingAnswer, PHONE_API } from '../../protocol/phone-api.ts';
import type { ServerContext } from '../context.ts';
import { happen } from '../happen.ts';
import { ProblemError } from '../problems.ts';
import { phoneSessionOf } from './phone-request.ts';

/** The part of a phone in a registration: hand over what it scanned or typed, and Continue. */
export function phonePairingRoutes(context: ServerContext): Router {
  const routes = Router();
  routes.post(PHONE_API.pairing, (request, response) => {
    response.json(pair(context, request));
  });
  routes.post(PHONE_API.continue, (request, response) => {
    response.json(continueAfterSubmit(context, request));
  });
  return routes;
}

function pair(context: ServerContext, request: Request): PairingAnswer {
  const { id: phoneSessionId, username } = phoneSessionOf(context, request);
  const { deviceName, keyFingerprint } = request.body;
  const event = { type: 'pair', phoneSessionId, deviceName, keyFingerprint } as const;
  const { outcome, problem } = happen(context, username, event);
  if (problem) throw new ProblemError(problem);
  return { deviceName: outcome.deviceName };
}

function continueAfterSubmit(context: ServerContext, request: Request): ContinueAnswer {
  const session = phoneSessionOf(context, request);
  const event = { type: 'continue', phoneSessionId: session.id } as const;
  const { outcome, problem } = happen(context, session.username, event);
  if (problem) throw new ProblemError(problem);
  const { deviceId, deviceName } = outcome;
  return { deviceName, token: context.phoneSessions.prove(session, deviceId, context.clock.now()) };
}
