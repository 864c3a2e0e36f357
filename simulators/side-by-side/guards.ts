import type { RequestHandler } from 'express';
import { strictHeaders } from '../phone-app/strict-headers.ts';
import { PLACE } from './scene.ts';

/**
 * One name for this server: a page of another site that had its own name lead here would otherwise be of this origin.
 * @see https://owasp.org/www-community/attacks/DNS_Rebinding
 */
export function onlyByItsName(origin: () => string): RequestHandler {
  return (request, response, next) => {
    if (`http://${request.get('host')}` === origin()) return next();
    response.status(421).type('text').send(`This is to be found at ${origin()}${PLACE}\n`);
  };
}

/** Nothing but the page itself turns the clock or chooses a defect: other sites send an Origin of their own. */
export function onlyFromItself(origin: () => string): RequestHandler {
  return (request, response, next) => {
    if (request.method === 'GET' || request.get('origin') === origin()) return next();
    response.status(403).json({ title: `Wanted a request from ${origin()}` });
  };
}

/** The page's own scripts and styles, the portal beside it, and the phone; nobody frames it. */
export function pageHeaders(phoneOrigin: () => string): RequestHandler {
  return (request, response, next) => {
    const phone = phoneOrigin();
    response.set('Permissions-Policy', `camera=(self "${phone}"), microphone=(), geolocation=()`);
    response.set('Cache-Control', 'no-store');
    pageHelmet(phone)(request, response, next);
  };
}

function pageHelmet(phoneOrigin: string): RequestHandler {
  const own = ["'self'"];
  return strictHeaders({
    scriptSrc: own,
    styleSrc: own,
    // A QR code that the portal draws as a part of its page is made a picture before the camera sees it.
    imgSrc: [...own, 'data:'],
    connectSrc: own,
    frameSrc: [...own, phoneOrigin],
  });
}
