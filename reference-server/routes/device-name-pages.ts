import { type Request, type Response, Router } from 'express';
import { encodeBase32 } from '../../protocol/base32.ts';
import type { ServerContext } from '../context.ts';
import { happen } from '../happen.ts';
import { sendPage } from '../pages/render.ts';
import { type Problem, problems } from '../problems.ts';
import { ADDRESSES, registrationAddress, sameSiteAddress } from './addresses.ts';
import { onlyAllow, sendPageWithProblem } from './page-answer.ts';
import { isFactorProven, renewSession, usernameOf } from './web-session.ts';

const NAME_PAGE_TITLE = 'Register new device';
const CONFIRM_PAGE_TITLE = 'Confirm it is you';

/** The beginning of a registration: show a device that is registered, if any, and name the new one. */
export function deviceNamePages(context: ServerContext): Router {
  const routes = Router();
  routes.get(ADDRESSES.register, (request, response) => {
    const { devices } = context.accounts.state(usernameOf(request));
    if (devices.length > 0 && !isFactorProven(context, request)) return askForProof(request, response);
    sendPage(response, 'device-name', { title: NAME_PAGE_TITLE, typedName: '' });
  });
  routes.post(ADDRESSES.register, (request, response) => start(context, request, response));
  routes.all(ADDRESSES.register, onlyAllow('GET, HEAD, POST'));
  routes.get(ADDRESSES.confirm, (_request, response) => response.redirect(303, ADDRESSES.register));
  routes.post(ADDRESSES.confirm, (request, response) => confirm(context, request, response));
  routes.all(ADDRESSES.confirm, onlyAllow('GET, HEAD, POST'));
  return routes;
}

/** The page that asks for a code of a registered device, in place of the page that was asked for. */
export function askForProof(request: Request, response: Response, problem?: Problem): void {
  const returnTo = request.body?.['return-to'] ?? request.originalUrl;
  const content = { title: CONFIRM_PAGE_TITLE, returnTo: sameSiteAddress(returnTo) };
  if (problem) sendPageWithProblem(response, problem, ['confirm', content]);
  else sendPage(response, 'confirm', content);
}

async function confirm(context: ServerContext, request: Request, response: Response): Promise<void> {
  const code = context.policy.readCode(request.body.code);
  if (code === undefined) return askForProof(request, response, problems.badRequest('A one-time code has six digits'));
  const nowMs = context.clock.now();
  const { outcome, problem } = happen(context, usernameOf(request), { type: 'prove', code, at: 'confirmation' });
  if (problem) return askForProof(request, response, problem);
  await renewSession(request, { provenAtMs: nowMs, provenDeviceId: outcome.deviceId });
  response.redirect(303, sameSiteAddress(request.body['return-to'] ?? ADDRESSES.register));
}

function start(context: ServerContext, request: Request, response: Response): void {
  const deviceName = request.body['device-name'] ?? '';
  if (typeof deviceName !== 'string') return showNameProblem(response, problems.badRequest('Give one name'), '');
  const registrationId = Buffer.from(context.random(16)).toString('base64url');
  const secret = encodeBase32(context.newSecret());
  const factorProven = isFactorProven(context, request);
  const event = { type: 'start', registrationId, secret, deviceName, factorProven } as const;
  const { problem } = happen(context, usernameOf(request), event);
  if (problem?.code === 'device-not-verified') return askForProof(request, response, problem);
  if (problem) return showNameProblem(response, problem, deviceName);
  response.redirect(303, registrationAddress(registrationId));
}

function showNameProblem(response: Response, problem: Problem, typedName: string): void {
  sendPageWithProblem(response, problem, ['device-name', { title: NAME_PAGE_TITLE, typedName }]);
}
