import { type Request, type Response, Router } from 'express';
import type { ServerContext } from '../context.ts';
import { passwordSavedMessage, resetLinkMessage } from '../notices.ts';
import { sendPage } from '../pages/render.ts';
import { problems } from '../problems.ts';
import { ADDRESSES } from './addresses.ts';
import { onlyAllow, sendPageWithProblem } from './page-answer.ts';
import { refuseForeignForms } from './web-session.ts';

/** As part of two factors; longer than the longest that the phone API takes would lock its owner out. @see NIST SP 800-63B-4 section 3.1.1.2 */
const PASSWORD_LENGTH = { least: 8, most: 1024 };
const FORGOTTEN_TITLE = 'Forgot your password?';
const NEW_TITLE = 'Choose a new password';

/** A new password for whoever forgot it: a link by message, once. It signs nobody in, and no device is touched. */
export function passwordResetPages(context: ServerContext): Router {
  const routes = Router();
  routes.use([ADDRESSES.forgottenPassword, ADDRESSES.newPassword], refuseForeignForms);
  routes.get(ADDRESSES.forgottenPassword, (_request, response) => {
    sendPage(response, 'forgotten-password', { title: FORGOTTEN_TITLE });
  });
  routes.post(ADDRESSES.forgottenPassword, (request, response) => sendLink(context, request, response));
  routes.get(ADDRESSES.newPassword, (request, response) => {
    const { token } = request.query;
    if (ownerOf(context, token) === undefined) return showLinkIsOver(response);
    sendPage(response, 'new-password', { title: NEW_TITLE, token });
  });
  routes.post(ADDRESSES.newPassword, (request, response) => savePassword(context, request, response));
  routes.all([ADDRESSES.forgottenPassword, ADDRESSES.newPassword], onlyAllow('GET, HEAD, POST'));
  return routes;
}

/** One answer, whether there is such a user or not. */
function sendLink(context: ServerContext, request: Request, response: Response): void {
  const { username } = request.body;
  if (typeof username !== 'string' || username === '') {
    const problem = problems.badRequest('Give your username');
    return sendPageWithProblem(response, problem, ['forgotten-password', { title: FORGOTTEN_TITLE }]);
  }
  if (context.accounts.has(username)) {
    const nowMs = context.clock.now();
    const token = context.passwordResets.create(username, nowMs);
    const link = new URL(`${ADDRESSES.newPassword}?token=${token}`, context.portalUrl).href;
    context.messages.send({ to: username, sentAtMs: nowMs, ...resetLinkMessage(link) });
  }
  sendPage(response, 'forgotten-password', { title: 'Look at your messages', isSent: true });
}

function savePassword(context: ServerContext, request: Request, response: Response): void {
  const { token, 'new-password': password } = request.body;
  const username = ownerOf(context, token);
  if (username === undefined) return showLinkIsOver(response);
  const { least, most } = PASSWORD_LENGTH;
  if (typeof password !== 'string' || password.length < least || password.length > most) {
    const problem = problems.badRequest(`A password has ${least} to ${most} characters`);
    return sendPageWithProblem(response, problem, ['new-password', { title: NEW_TITLE, token }]);
  }
  const nowMs = context.clock.now();
  context.passwordResets.useUp(username);
  context.accounts.setPassword(username, password);
  context.webSessions.endAllOf(username);
  context.phoneSessions.removeAllOf(username);
  context.audit.note({ atMs: nowMs, username, event: 'password-reset' });
  context.messages.send({ to: username, sentAtMs: nowMs, ...passwordSavedMessage(nowMs) });
  request.session.passwordSaved = true;
  response.redirect(303, ADDRESSES.signIn);
}

function ownerOf({ passwordResets, clock }: ServerContext, token: unknown): string | undefined {
  return typeof token === 'string' ? passwordResets.find(token, clock.now()) : undefined;
}

/** Used, too old, or never there: which of them is nobody's business. */
function showLinkIsOver(response: Response): void {
  const text =
    'It works once, and for 30 minutes. Ask for another one on the sign-in page, under “Forgot your password?”.';
  response.status(410);
  sendPage(response, 'message', { title: 'This link does not work any more', text });
}
