import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { PROBLEMS } from '../../protocol/problems.ts';
import { messageOf } from '../pages/messages.ts';
import { type PageContent, type PageName, sendPage } from '../pages/render.ts';
import { type Problem, problems } from '../problems.ts';
import { setRetryAfter } from './problem-answer.ts';

/** A page again, with what was wrong in words and in the status. */
export function sendPageWithProblem(
  response: Response,
  problem: Problem,
  [name, content]: [PageName, PageContent],
): void {
  setRetryAfter(response, problem);
  response.status(PROBLEMS[problem.code].status);
  sendPage(response, name, { ...content, error: messageOf(problem) });
}

/** For addresses that lead nowhere. */
export const pageNotFound: RequestHandler = (_request, response) => {
  response.status(404);
  sendPage(response, 'message', { title: 'Page not found', text: 'There is nothing at this address.' });
};

/** For addresses that lead somewhere, asked with a method that they do not answer. @see RFC 9110 section 15.5.6 */
export function onlyAllow(methods: string): RequestHandler {
  return (_request, response) => {
    response.status(405).set('Allow', methods);
    sendPage(response, 'message', { title: 'This cannot be done', text: messageOf(problems.methodNotAllowed()) });
  };
}

/** The last stop of the pages. `onError` hears of what is nobody's fault but ours. */
export function pageErrorHandler(onError: (error: unknown) => void): ErrorRequestHandler {
  // biome-ignore lint/complexity/useMaxParams: express knows an error handler by its four parameters
  return (error, _request, response, next) => {
    if (response.headersSent) return next(error);
    const status = error?.status >= 400 && error.status < 500 ? error.status : 500;
    if (status === 500) onError(error);
    response.status(status);
    sendPage(response, 'message', ERROR_PAGES[status] ?? BAD_REQUEST);
  };
}

const BAD_REQUEST = { title: 'This could not be understood', text: 'Nothing was changed. Open the page again.' };
const ERROR_PAGES: Record<number, PageContent> = {
  403: {
    title: 'This form is too old',
    text: 'The page was open for too long, or the form came from elsewhere. Nothing was changed. Open the page again.',
  },
  500: { title: 'Something went wrong', text: 'Nothing was confirmed. Try again in a moment.' },
};
