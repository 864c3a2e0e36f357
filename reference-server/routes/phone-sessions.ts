import { type Request, Router } from 'express';
import { PHONE_API, type SessionAnswer } from '../../protocol/phone-api.ts';
import type { ServerContext } from '../context.ts';
import { happen } from '../happen.ts';
import { ProblemError, problems } from '../problems.ts';
import { credentialsProblem } from '../sign-in.ts';
import { nextStepOf, phoneSessionOf } from './phone-request.ts';

/** Signing in and out of a phone, and the second factor of a phone whose user has a device. */
export function phoneSessionRoutes(context: ServerContext): Router {
  const routes = Router();
  routes.post(PHONE_API.sessions, (request, response) => {
    response.status(201).json(signIn(context, request));
  });
  routes.get(PHONE_API.session, (request, response) => {
    const answer: SessionAnswer = { next: nextStepOf(context, phoneSessionOf(context, request)) };
    response.json(answer);
  });
  routes.delete(PHONE_API.session, (request, response) => {
    context.phoneSessions.remove(phoneSessionOf(context, request));
    response.status(204).end();
  });
  routes.post(PHONE_API.refresh, (request, response) => {
    const session = phoneSessionOf(context, request);
    const answer: SessionAnswer = { next: nextStepOf(context, session), token: context.phoneSessions.refresh(session) };
    response.json(answer);
  });
  routes.post(PHONE_API.oneTimeCode, (request, response) => {
    response.json(proveDevice(context, request));
  });
  return routes;
}

function signIn(context: ServerContext, request: Request): SessionAnswer {
  const { username, password } = request.body;
  const address = request.socket.remoteAddress ?? '';
  const problem = credentialsProblem(context, { username, password, address });
  if (problem) throw new ProblemError(problem);
  const { session, token } = context.phoneSessions.create(username, context.clock.now());
  return { next: nextStepOf(context, session), token };
}

function proveDevice(context: ServerContext, request: Request): SessionAnswer {
  const session = phoneSessionOf(context, request);
  const code = context.policy.readCode(request.body.code);
  if (code === undefined) throw new ProblemError(problems.badRequest('A one-time code is six digits'));
  const { outcome, problem } = happen(context, session.username, { type: 'prove', code, at: 'phone-sign-in' });
  if (problem) throw new ProblemError(problem);
  return { next: 'nothing', token: context.phoneSessions.prove(session, outcome.deviceId, context.clock.now()) };
}
