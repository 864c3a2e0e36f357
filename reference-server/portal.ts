import { join } from 'node:path';
import express, { type Express, type RequestHandler, type Router } from 'express';
import helmet from 'helmet';
import openApi from '../protocol/openapi.json' with { type: 'json' };
import type { ServerClock } from './clock.ts';
import type { ServerContext } from './context.ts';
import { ADDRESSES } from './routes/addresses.ts';
import { deviceListPage } from './routes/device-list-page.ts';
import { deviceNamePages } from './routes/device-name-pages.ts';
import { pageErrorHandler, pageNotFound } from './routes/page-answer.ts';
import { passwordResetPages } from './routes/password-reset-pages.ts';
import { phoneApi } from './routes/phone-api.ts';
import { profilePages } from './routes/profile-pages.ts';
import { registrationPages } from './routes/registration-pages.ts';
import { signInPages } from './routes/sign-in-pages.ts';
import { refuseForeignForms, requireSignIn, webSession } from './routes/web-session.ts';
import type { Seams } from './seams.ts';

/** The portal's pages and, below `/phone`, the phone API. No header of a proxy is believed. */
export function portalApp(context: ServerContext, seams: Seams = {}): Express {
  const app = express();
  app.disable('x-powered-by');
  // A validator for something that must not be kept is of no use, and it is made of a page that may hold a key.
  app.disable('etag');
  if (seams.portal) app.use(seams.portal(context));
  app.use(securityHeaders());
  app.use('/assets', express.static(join(import.meta.dirname, 'pages', 'assets'), { index: false, maxAge: '1h' }));
  app.use(answerHeaders(context));
  app.get('/openapi.json', (_request, response) => void response.json(openApi));
  app.use(belowPhone(phoneApi(context, seams)));
  app.use(pages(context, seams));
  app.use(pageErrorHandler(context.onError));
  return app;
}

function pages(context: ServerContext, seams: Seams): Router {
  const pages = express.Router();
  pages.use((_request, _response, next) => {
    // Without the time no session can be told from one that has ended, so there is no page.
    context.clock.now();
    next();
  });
  // Long enough for the longest name to be refused in words rather than with 413.
  pages.use(express.urlencoded({ extended: false, limit: '256kb' }), webSession(context));
  if (seams.pages) pages.use(seams.pages(context));
  pages.use(signInPages(context), passwordResetPages(context));
  pages.all(ADDRESSES.home, requireSignIn, refuseForeignForms);
  pages.use(ADDRESSES.userProfile, requireSignIn, refuseForeignForms);
  pages.use(profilePages(), deviceListPage(context), deviceNamePages(context), registrationPages(context));
  pages.use(pageNotFound);
  return pages;
}

/** Not mounted by express, which would cut the address: the description of the phone API names whole ones. */
function belowPhone(api: Express): RequestHandler {
  return (request, response, next) => {
    if (/^\/phone(\/|$)/.test(request.path)) api(request, response, next);
    else next();
  };
}

/** No script runs on these pages, no form leads elsewhere, nobody frames them. */
function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        // The QR code is a data URI: it has no address that could be asked for or kept.
        imgSrc: ["'self'", 'data:'],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    xFrameOptions: { action: 'deny' },
    // This server speaks plain HTTP, over which browsers ignore it.
    strictTransportSecurity: false,
  });
}

/** But for style sheet and icon nothing of this server is to be kept, and its Date is that of its own clock. @see RFC 9111 section 5.2.2.5 */
function answerHeaders({ clock }: ServerContext): RequestHandler {
  return (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    const nowMs = timeOf(clock);
    // One without a clock sends no Date, and the machine's would be another time. @see RFC 9110 section 6.6.1
    if (nowMs === undefined) response.sendDate = false;
    else response.set('Date', new Date(nowMs).toUTCString());
    next();
  };
}

function timeOf(clock: ServerClock): number | undefined {
  try {
    return clock.now();
  } catch {
    return undefined;
  }
}
