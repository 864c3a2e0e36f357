import express, { type ErrorRequestHandler, type RequestHandler, type Response, Router } from 'express';
import type { LiveScene } from './live-scene.ts';
import type { SideBySideOptions } from './options.ts';
import { BadRequest, readChoice, readTurn, turn } from './requests.ts';
import { PLACE, ROUTES } from './scene.ts';

/** What the page follows, and what can be done on it. */
export function acts({ clock, facts, startAnew }: SideBySideOptions, scene: LiveScene): Router {
  const routes = Router();
  // All else belongs to the portal, and is handed on as it came.
  routes.use(PLACE, express.json());
  routes.get(ROUTES.scenes, streamOf(scene));
  routes.get(ROUTES.facts, async (_request, response) => void response.json(await facts()));
  routes.post(ROUTES.clock, async ({ body }, response) => {
    turn(clock, readTurn(body));
    await done(response, scene);
  });
  routes.post(ROUTES.pair, async ({ body }, response) => {
    const { id } = readChoice(body);
    const { defects } = await facts();
    if (id !== null && !defects.some((one) => one.id === id)) throw unknown(id);
    await startAnew(id);
    scene.forget();
    await done(response, scene);
  });
  routes.use(refusals);
  return routes;
}

function unknown(id: string): BadRequest {
  return new BadRequest(`wanted a known defect such as "F-060", got "${id}"`);
}

async function done(response: Response, scene: LiveScene): Promise<void> {
  await scene.look();
  response.status(204).end();
}

/** @see HTML, "server-sent events" */
function streamOf(scene: LiveScene): RequestHandler {
  return (request, response) => {
    response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' }).flushHeaders();
    const end = scene.follow((text) => void response.write(`data: ${text}\n\n`));
    request.on('close', end);
  };
}

// biome-ignore lint/complexity/useMaxParams: express knows an error handler by its four parameters
const refusals: ErrorRequestHandler = (error, _request, response, next) => {
  if (!(error instanceof BadRequest)) return next(error);
  response.status(400).json({ title: error.message });
};
