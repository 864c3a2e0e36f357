import express, { type Express, type RequestHandler } from 'express';
import {
  type AccountRequest,
  type CapabilitiesAnswer,
  type ClockState,
  CONTROL_API,
  type ControlCapability,
  type RegistrationsAnswer,
  type ServerState,
  type TestAccount,
} from '../../protocol/control-api.ts';
import type { ServerContext } from '../context.ts';
import { ProblemError, problems } from '../problems.ts';
import { problemErrorHandler } from '../routes/problem-answer.ts';
import { outageRoutes } from './outage-routes.ts';
import { recordRoutes } from './record-routes.ts';

/** The last instant that a date can hold. */
const MAX_EPOCH_MS = 8.64e15;
const CAPABILITIES: ControlCapability[] = ['messages', 'audit', 'faults', 'restart'];

/**
 * The test controls: whoever reaches them sets the clock, makes accounts and reads messages, so they listen on a port of
 * their own.
 * @param context with the clock itself, which does not fail here
 */
export function controlApp(context: ServerContext): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(refuseBrowserPages, express.json());
  app.get(CONTROL_API.clock, (_request, response) => void response.json(clockState(context)));
  app.put(CONTROL_API.clock, (request, response) => {
    context.clock.set(readEpochMs(request.body));
    response.json(clockState(context));
  });
  app.post(CONTROL_API.accounts, (request, response) => {
    response.status(201).json(makeAccount(context, readUsername(request.body)));
  });
  app.get(CONTROL_API.state, (_request, response) => void response.json(serverState(context)));
  app.get(CONTROL_API.registrations, (_request, response) => {
    const answer: RegistrationsAnswer = { registrations: context.accounts.registrations(context.clock.now()) };
    response.json(answer);
  });
  app.get(CONTROL_API.capabilities, (_request, response) => {
    const answer: CapabilitiesAnswer = { capabilities: CAPABILITIES };
    response.json(answer);
  });
  app.use(recordRoutes(context), outageRoutes(context));
  app.use(() => {
    throw new ProblemError(problems.notFound());
  });
  app.use(problemErrorHandler(context.onError));
  return app;
}

/** Programs send no Origin; a page that a browser has open beside must not be able to move the clock. */
const refuseBrowserPages: RequestHandler = (request, _response, next) => {
  if (request.get('Origin') !== undefined) throw new ProblemError(problems.notFound());
  next();
};

function clockState({ clock }: ServerContext): ClockState {
  return { epochMs: clock.now() };
}

function readEpochMs(body: unknown): number {
  const epochMs: unknown = (body as Partial<ClockState> | undefined)?.epochMs;
  const isInstant = typeof epochMs === 'number' && Number.isInteger(epochMs) && epochMs >= 0 && epochMs <= MAX_EPOCH_MS;
  if (!isInstant) throw new ProblemError(problems.badRequest('"epochMs" has to be whole milliseconds of Unix time'));
  return epochMs;
}

/** The name that is asked for, to the letter; undefined where any will do. */
function readUsername(body: unknown): string | undefined {
  const username: unknown = (body as Partial<AccountRequest> | undefined)?.username;
  if (username === undefined || (typeof username === 'string' && username !== '')) return username;
  throw new ProblemError(problems.badRequest('"username" has to be a text that is not empty'));
}

function makeAccount({ accounts, random }: ServerContext, wanted?: string): TestAccount {
  if (wanted !== undefined && accounts.has(wanted)) throw new ProblemError(problems.badRequest('"username" is taken'));
  const account = {
    username: wanted ?? `user-${Buffer.from(random(5)).toString('hex')}`,
    password: Buffer.from(random(12)).toString('base64url'),
  };
  accounts.add(account.username, account.password);
  return account;
}

function serverState({ accounts, webSessions, phoneSessions, clock }: ServerContext): ServerState {
  const nowMs = clock.now();
  const phoneSessionCount = phoneSessions.count(nowMs);
  return { ...accounts.count(nowMs), webSessions: webSessions.signedInCount(nowMs), phoneSessions: phoneSessionCount };
}
