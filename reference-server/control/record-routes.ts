import { type Request, Router } from 'express';
import { type AuditAnswer, CONTROL_API, type MessagesAnswer } from '../../protocol/control-api.ts';
import type { ServerContext } from '../context.ts';
import { ProblemError, problems } from '../problems.ts';

/** What users were sent, and what was noted of them. */
export function recordRoutes({ audit, messages }: ServerContext): Router {
  const routes = Router();
  routes.get(CONTROL_API.messages, (request, response) => {
    const answer: MessagesAnswer = { messages: messages.sentTo(askedFor(request)) };
    response.json(answer);
  });
  routes.get(CONTROL_API.audit, (request, response) => {
    const answer: AuditAnswer = { entries: audit.entriesOf(askedFor(request)) };
    response.json(answer);
  });
  return routes;
}

function askedFor({ query }: Request): string | undefined {
  const { username } = query;
  if (username === undefined || typeof username === 'string') return username;
  throw new ProblemError(problems.badRequest('"username" has to be one name'));
}
