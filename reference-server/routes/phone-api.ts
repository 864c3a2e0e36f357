import express, { type Express } from 'express';
import { middleware as openApiValidator } from 'express-openapi-validator';
import openApi from '../../protocol/openapi.json' with { type: 'json' };
import type { ServerContext } from '../context.ts';
import type { Seams } from '../seams.ts';
import { phoneAccountRoutes } from './phone-account.ts';
import { phonePairingRoutes } from './phone-pairing.ts';
import { findPhoneSession } from './phone-request.ts';
import { phoneSessionRoutes } from './phone-sessions.ts';
import { problemErrorHandler } from './problem-answer.ts';

/**
 * Holds requests and answers against the description. One for all servers of a process: making it takes a quarter of a
 * second, and it knows nothing of any of them.
 */
const validate = openApiValidator({
  // A copy: the validator writes into its description, which is served as it is.
  apiSpec: structuredClone(openApi) as never,
  // That it keeps to OpenAPI is for a test to say, and not with each start.
  validateApiSpec: false,
  // Fields that are not described are ignored: a newer phone may send more, and none of it decides anything.
  validateRequests: { allowUnknownQueryParameters: true },
  validateResponses: true,
  validateSecurity: { handlers: { phoneSession: (request) => request.res?.locals.phoneIsSignedIn === true } },
});

/** The phone API: each request and each answer is as described, or goes no further. */
export function phoneApi(context: ServerContext, seams: Seams = {}): Express {
  const api = express();
  api.disable('x-powered-by');
  api.disable('etag');
  api.use(express.json({ limit: '16kb' }), (request, response, next) => {
    // Without the time no session and no code can be judged, so nothing is answered.
    context.clock.now();
    response.locals.phoneIsSignedIn = findPhoneSession(context, request) !== undefined;
    next();
  });
  if (seams.phoneApi) api.use(seams.phoneApi(context));
  api.use(validate);
  api.use(phoneSessionRoutes(context), phonePairingRoutes(context), phoneAccountRoutes(context));
  api.use(problemErrorHandler(context.onError));
  return api;
}
