import { Router } from 'express';
import { CONTROL_API, type Faults } from '../../protocol/control-api.ts';
import type { ServerContext } from '../context.ts';
import { ProblemError, problems } from '../problems.ts';

/** What a server has to stand: storage or clock that fail, and being started again. */
export function outageRoutes(context: ServerContext): Router {
  const { outages, passwordThrottle, phoneSessions, webSessions } = context;
  const routes = Router();
  routes.get(CONTROL_API.faults, (_request, response) => void response.json(outages.faults));
  routes.put(CONTROL_API.faults, (request, response) => {
    outages.set(readFaults(request.body));
    response.json(outages.faults);
  });
  routes.post(CONTROL_API.restart, (_request, response) => {
    for (const memory of [passwordThrottle, phoneSessions, webSessions]) memory.forget();
    response.status(204).end();
  });
  return routes;
}

function readFaults(body: unknown): Faults {
  const { storage, clock } = (body ?? {}) as Partial<Record<keyof Faults, unknown>>;
  if (typeof storage === 'boolean' && typeof clock === 'boolean') return { storage, clock };
  throw new ProblemError(problems.badRequest('"storage" and "clock" have to be true or false'));
}
