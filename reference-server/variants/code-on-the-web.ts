import type { Request, RequestHandler } from 'express';
import type { ServerContext } from '../context.ts';
import { ADDRESSES } from '../routes/addresses.ts';
import { askForProof } from '../routes/device-name-pages.ts';
import { refuseForeignForms } from '../routes/web-session.ts';
import type { Variant } from './variant.ts';

export const variant: Variant = {
  id: 'code-on-the-web',
  title: 'Whoever has a device is asked for a code of it at the sign-in on the web',
  seams: () => ({ pages: askAfterPassword }),
};

declare module 'express-session' {
  interface SessionData {
    /** Whether there was a device when the password was given. */
    owesCode: boolean;
  }
}

/** What is open to somebody who has given the password alone. */
const BEFORE_THE_CODE: readonly string[] = [ADDRESSES.signIn, ADDRESSES.signOut, ADDRESSES.confirm];

function askAfterPassword(context: ServerContext): RequestHandler {
  return (request, response, next) => {
    if (BEFORE_THE_CODE.includes(request.path) || !owesCode(context, request)) return next();
    if (request.method === 'GET') refuseForeignForms(request, response, () => askForProof(request, response));
    else response.redirect(303, ADDRESSES.home);
  };
}

function owesCode({ accounts }: ServerContext, { session }: Request): boolean {
  if (session.username === undefined) return false;
  session.owesCode ??= accounts.state(session.username).devices.length > 0;
  return session.owesCode && session.provenAtMs === undefined;
}
