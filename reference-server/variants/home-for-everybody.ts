import type { Request, RequestHandler, Response } from 'express';
import { rewriteHtml } from '../faults/html.ts';
import { ADDRESSES } from '../routes/addresses.ts';
import type { Variant } from './variant.ts';

const HOME_OF_THE_ACCOUNT = '/account';

const FOR_EVERYBODY = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Welcome</title></head>
<body><main><h1>Welcome</h1><p>Talk to your customers, wherever they are.</p>
<p><a href="${ADDRESSES.signIn}">Sign in</a></p></main></body>
</html>`;

export const variant: Variant = {
  id: 'home-for-everybody',
  title: 'The first page is the same for everybody, without a session; who signs in comes to another',
  seams: () => ({ portal: () => twoHomes }),
};

const rewriteLinks = rewriteHtml((html) => html.replaceAll('href="/"', `href="${HOME_OF_THE_ACCOUNT}"`));

const twoHomes: RequestHandler = (request: Request, response, next) => {
  if (request.path === ADDRESSES.home) {
    return response.set('X-Frame-Options', 'DENY').type('html').send(FOR_EVERYBODY);
  }
  if (request.path === HOME_OF_THE_ACCOUNT) {
    request.url = ADDRESSES.home;
    request.originalUrl = request.url;
  }
  const redirect = response.redirect.bind(response);
  response.redirect = ((status: number, address: string) =>
    redirect(status, address === ADDRESSES.home ? HOME_OF_THE_ACCOUNT : address)) as Response['redirect'];
  rewriteLinks(request, response, next);
};
