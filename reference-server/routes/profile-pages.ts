import { Router } from 'express';
import { sendPage } from '../pages/render.ts';
import { ADDRESSES } from './addresses.ts';
import { onlyAllow } from './page-answer.ts';

/** The way that the document names, up to the list of devices. */
export function profilePages(): Router {
  const routes = Router();
  routes.get(ADDRESSES.home, (_request, response) => sendPage(response, 'home', { title: 'Home' }));
  routes.get(ADDRESSES.userProfile, (_request, response) => {
    sendPage(response, 'user-profile', { title: 'User profile' });
  });
  routes.get(ADDRESSES.accessControls, (_request, response) => {
    sendPage(response, 'access-controls', { title: 'Access controls' });
  });
  const { home, userProfile, accessControls } = ADDRESSES;
  routes.all([home, userProfile, accessControls], onlyAllow('GET, HEAD'));
  return routes;
}
