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

/** Which registration a session has open. It is no business of an address. */
function onePage(context: ServerContext): RequestHandler {
  const open = new Map<string, string>();
  const rewrite = rewriteHtml(withNameForm);
  return (request, response, next) => {
    const id = open.get(usersKey(request));
    if (request.path === ADDRESSES.register && id !== undefined) goOn(request, id);
    keepToOneAddress(response, (started) => open.set(usersKey(request), started));
    if (isFinished(context, request, id) && request.method === 'GET') open.delete(usersKey(request));
    rewrite(request, response, next);
  };
}

function usersKey({ sessionID }: Request): string {
  return sessionID;
}

/** What is asked of the one page is asked of the registration that is open: to be seen, with its values, or submitted. */
function goOn(request: Request, id: string): void {
  const isName = request.method === 'POST' && request.body?.code === undefined;
  if (isName) return;
  request.url = registrationAddress(id) + (request.query.values === undefined ? '' : '/values');
}

/** Where we would lead on to a registration, the same page is shown again. */
function keepToOneAddress(response: Response, onStart: (id: string) => void): void {
  const redirect = response.redirect.bind(response);
  const start = registrationAddress('');
  response.redirect = ((status: number, address: string) => {
    if (!address.startsWith(start)) return redirect(status, address);
    onStart(address.slice(start.length));
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
