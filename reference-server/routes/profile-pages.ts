import { Router } from 'express';
import type { ServerContext } from '../context.ts';
import { sendPage } from '../pages/render.ts';
import { ADDRESSES } from './addresses.ts';
import { onlyAllow } from './page-answer.ts';
import { usernameOf } from './web-session.ts';

/** The way that the document names: User profile, Access controls, Mobile authentication. */
export function profilePages(context: ServerContext): Router {
  const routes = Router();
  routes.get(ADDRESSES.home, (_request, response) => sendPage(response, 'home', { title: 'Home' }));
  routes.get(ADDRESSES.userProfile, (_request, response) => {
    sendPage(response, 'user-profile', { title: 'User profile' });
  });
  routes.get(ADDRESSES.accessControls, (_request, response) => {
    sendPage(response, 'access-controls', { title: 'Access controls' });
  });
  routes.get(ADDRESSES.mobileAuthentication, (request, response) => {
    const { devices } = context.accounts.state(usernameOf(request));
    sendPage(response, 'mobile-authentication', { title: 'Mobile authentication', devices });
  });
  const { home, userProfile, accessControls, mobileAuthentication } = ADDRESSES;
  routes.all([home, userProfile, accessControls, mobileAuthentication], onlyAllow('GET, HEAD'));
  return routes;
}
