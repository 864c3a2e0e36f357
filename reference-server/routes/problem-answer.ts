import type { ErrorRequestHandler, Response } from 'express';
import { type Problem, ProblemError, problemDocument, problems } from '../problems.ts';

/** Answers with a refusal as JSON. @see RFC 9457 section 3 */
function sendProblem(response: Response, problem: Problem): void {
  const document = problemDocument(problem);
  if (document.status === 401) response.set('WWW-Authenticate', 'Bearer');
  setRetryAfter(response, problem);
  response.status(document.status).type('application/problem+json').json(document);
}

/** @see RFC 9110 section 10.2.3 */
export function setRetryAfter(response: Response, problem: Problem): void {
  if (problem.retryAfterSeconds !== undefined) response.set('Retry-After', String(problem.retryAfterSeconds));
}

/** The last stop of an API that speaks JSON. `onError` hears of what is nobody's fault but ours. */
export function problemErrorHandler(onError: (error: unknown) => void): ErrorRequestHandler {
  // biome-ignore lint/complexity/useMaxParams: express knows an error handler by its four parameters
  return (error, _request, response, next) => {
    if (response.headersSent) return next(error);
    const problem = problemOf(error);
    if (problem.code === 'server-error') onError(error);
    if (error?.headers?.Allow) response.set('Allow', error.headers.Allow);
    sendProblem(response, problem);
  };
}

/** What the body parser and the validator throw has a status; their messages may repeat the body, so few are passed on. */
function problemOf(error: { status?: unknown; errors?: { path?: string; message?: string }[] }): Problem {
  if (error instanceof ProblemError) return error.problem;
  const { status } = error;
  if (status === 401) return problems.notSignedIn();
  if (status === 404) return problems.notFound();
  if (status === 405) return problems.methodNotAllowed();
  if (status === 415) return problems.badRequest('The body has to be application/json');
  if (typeof status !== 'number' || status < 400 || status >= 500) return problems.serverError();
  const [first] = error.errors ?? [];
  return problems.badRequest(first ? `${first.path} ${first.message}` : 'The body is not JSON, or too long');
}
