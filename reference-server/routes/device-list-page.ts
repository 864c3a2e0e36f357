import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { ServerContext } from '../context.ts';
import { happen } from '../happen.ts';
import { sendPage } from '../pages/render.ts';
import { ADDRESSES } from './addresses.ts';
import { askForProof } from './device-name-pages.ts';
import { onlyAllow, pageNotFound } from './page-answer.ts';
import { isFactorProven, usernameOf } from './web-session.ts';

/** The registered devices, and their removal. The form leads to this same page, so that whoever confirms comes back. */
export function deviceListPage(context: ServerContext): Router {
  const routes = Router();
  routes.get(ADDRESSES.mobileAuthentication, (request, response) => showDevices(context, request, response));
  routes.post(ADDRESSES.mobileAuthentication, removeDevice(context));
  routes.all(ADDRESSES.mobileAuthentication, onlyAllow('GET, HEAD, POST'));
  return routes;
}

function showDevices(context: ServerContext, request: Request, response: Response): void {
  const { devices } = context.accounts.state(usernameOf(request));
  const { removedDevice } = request.session;
  delete request.session.removedDevice;
  sendPage(response, 'mobile-authentication', { title: 'Mobile authentication', devices, removedDevice });
}

function removeDevice(context: ServerContext): RequestHandler {
  return (request, response, next) => {
    const username = usernameOf(request);
    const deviceId = String(request.body['device-id']);
    const event = { type: 'remove', deviceId, factorProven: isFactorProven(context, request) } as const;
    const { outcome, problem } = happen(context, username, event);
    if (problem?.code === 'not-found') return pageNotFound(request, response, next);
    if (problem) return askForProof(request, response, problem);
    context.phoneSessions.removeProvenBy(username, deviceId);
    request.session.removedDevice = outcome.deviceName;
    response.redirect(303, ADDRESSES.mobileAuthentication);
  };
}
