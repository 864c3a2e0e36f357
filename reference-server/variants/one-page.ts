import type { Request, RequestHandler, Response } from 'express';
import type { ServerContext } from '../context.ts';
import { rewriteHtml } from '../faults/html.ts';
import { isOver } from '../registration/lifetime.ts';
import { ADDRESSES, registrationAddress } from '../routes/addresses.ts';
import type { Variant } from './variant.ts';

export const variant: Variant = {
  id: 'one-page',
  title: 'Name, QR code, values and code stand on one page at one address, and there is no wizard',
  seams: () => ({ pages: (context) => onePage(context) }),
};

declare module 'express-session' {
  interface SessionData {
    /** Which registration the one page shows: it is no business of an address. */
    openRegistration: string;
  }
}

function onePage(context: ServerContext): RequestHandler {
  const rewrite = rewriteHtml(withNameForm);
  return (request, response, next) => {
    const { openRegistration: id } = request.session;
    keepToOneAddress(request, response);
    if (request.path === ADDRESSES.register && id !== undefined) goOn(request, id);
    if (isFinished(context, request, id) && request.method === 'GET') delete request.session.openRegistration;
    rewrite(request, response, next);
  };
}

/** What is asked of the one page is asked of the registration that is open: to be seen, with its values, or submitted. */
function goOn(request: Request, id: string): void {
  const isName = request.method === 'POST' && request.body?.code === undefined;
  if (isName) return;
  request.url = registrationAddress(id) + (request.query.values === undefined ? '' : '/values');
}

/** Where we would lead on to a registration, the same page is shown again. */
function keepToOneAddress({ session }: Request, response: Response): void {
  const redirect = response.redirect.bind(response);
  const start = registrationAddress('');
  response.redirect = ((status: number, address: string) => {
    if (!address.startsWith(start)) return redirect(status, address);
    session.openRegistration = address.slice(start.length);
    redirect(status, ADDRESSES.register);
  }) as Response['redirect'];
}

/** Once its end was shown, the page begins anew. */
function isFinished({ accounts, clock, policy }: ServerContext, { session }: Request, id: string | undefined): boolean {
  if (id === undefined || session.username === undefined) return false;
  const registration = accounts.state(session.username).registrations.find((one) => one.id === id);
  return (
    !registration || registration.confirmation !== undefined || isOver(registration, { nowMs: clock.now(), policy })
  );
}

function withNameForm(html: string): string {
  const ids = new RegExp(`${registrationAddress('')}[\\w-]+(/values)?`, 'g');
  const [, token = ''] = /name="form-token" value="([^"]*)"/.exec(html) ?? [];
  if (!html.includes('class="symbol"')) return html;
  const form = `<form class="card" method="post" action="${ADDRESSES.register}">
<input type="hidden" name="form-token" value="${token}">
<label for="device-name">Device name</label><input id="device-name" name="device-name" type="text">
<button type="submit">Next</button></form>`;
  return html
    .replace(ids, (_, values) => (values === undefined ? ADDRESSES.register : `${ADDRESSES.register}?values=1`))
    .replace(/<p class="step">[^<]*<\/p>/, form);
}
