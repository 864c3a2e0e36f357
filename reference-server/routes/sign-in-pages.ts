import { type Request, type Response, Router } from 'express';
import type { ServerContext } from '../context.ts';
import { sendPage } from '../pages/render.ts';
import { problems } from '../problems.ts';
import { credentialsProblem } from '../sign-in.ts';
import { ADDRESSES, sameSiteAddress } from './addresses.ts';
import { onlyAllow, sendPageWithProblem } from './page-answer.ts';
import { endSession, refuseForeignForms, renewSession } from './web-session.ts';

/** Signing in to the portal, and out. */
export function signInPages(context: ServerContext): Router {
  const routes = Router();
  routes.use([ADDRESSES.signIn, ADDRESSES.signOut], refuseForeignForms);
  routes.get(ADDRESSES.signIn, (request, response) => {
    const returnTo = sameSiteAddress(request.query['return-to']);
    if (request.session.username !== undefined) return response.redirect(303, returnTo);
    const { passwordSaved } = request.session;
    delete request.session.passwordSaved;
    sendPage(response, 'sign-in', { title: 'Sign in', returnTo, typedUsername: '', passwordSaved });
  });
  routes.post(ADDRESSES.signIn, (request, response) => signIn(context, request, response));
  routes.all(ADDRESSES.signIn, onlyAllow('GET, HEAD, POST'));
  routes.post(ADDRESSES.signOut, async (request, response) => {
    await endSession(request);
    response.redirect(303, ADDRESSES.signIn);
  });
  routes.all(ADDRESSES.signOut, onlyAllow('POST'));
  return routes;
}

async function signIn(context: ServerContext, request: Request, response: Response): Promise<void> {
  const { username, password, 'return-to': askedFor } = request.body;
  const returnTo = sameSiteAddress(askedFor);
  const areTexts = typeof username === 'string' && typeof password === 'string';
  const address = request.socket.remoteAddress ?? '';
  const problem = areTexts
    ? credentialsProblem(context, { username, password, address })
    : problems.badRequest('Give a username and a password');
  if (problem) {
    const typedUsername = areTexts ? username : '';
    return sendPageWithProblem(response, problem, ['sign-in', { title: 'Sign in', returnTo, typedUsername }]);
  }
  await renewSession(request, { username, signedInAtMs: context.clock.now() });
  response.redirect(303, returnTo);
}
