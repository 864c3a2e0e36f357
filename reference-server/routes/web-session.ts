import { csrfSync } from 'csrf-sync';
import type { Request, RequestHandler } from 'express';
import session, { type SessionData } from 'express-session';
import type { ServerContext } from '../context.ts';
import { signInAddress } from './addresses.ts';

/** For so long a shown device lets its owner register another one without showing it again. */
const PROOF_LIFETIME_MS = 5 * 60_000;

/** Every form sends back the token of its session in this field. */
const { csrfSynchronisedProtection } = csrfSync({
  getTokenFromRequest: (request) => request.body?.['form-token'],
  size: 32,
});
export const refuseForeignForms: RequestHandler = csrfSynchronisedProtection;

/** The session cookie. It has no expiry of its own: the store ends sessions by the server's clock. */
export function webSession({ webSessions, random }: ServerContext): RequestHandler {
  return session({
    name: 'paircheck-portal',
    secret: Buffer.from(random(32)).toString('hex'),
    store: webSessions,
    resave: false,
    saveUninitialized: false,
    // Not Secure: this server speaks plain HTTP on the loopback interface, where a browser may drop Secure cookies.
    cookie: { httpOnly: true, sameSite: 'lax', secure: false, path: '/' },
  });
}

/** Sends whoever is not signed in to the sign-in page, and gives a session in which a factor was shown its new id. */
export const requireSignIn: RequestHandler = async (request, response, next) => {
  const { username, renewalDue } = request.session;
  if (username === undefined) return response.redirect(303, signInAddress(request.originalUrl));
  if (renewalDue && request.method === 'GET') await renewSession(request, { renewalDue: false });
  next();
};

/**
 * Gives the session a new id and a new form token; the earlier id is dead. What was known is kept, `changes` added.
 * @see OWASP Session Management Cheat Sheet, "Renew the Session ID After Any Privilege Level Change"
 */
export async function renewSession(request: Request, changes: Partial<SessionData>): Promise<void> {
  const { cookie: _cookie, csrfToken: _token, ...known } = request.session;
  await new Promise<void>((resolve, reject) => {
    request.session.regenerate((error) => (error ? reject(error) : resolve()));
  });
  Object.assign(request.session, known, changes);
}

/** Ends the session: its id is dead. */
export function endSession(request: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    request.session.destroy((error) => (error ? reject(error) : resolve()));
  });
}

/** The signed-in user. To be asked behind {@link requireSignIn} alone. */
export function usernameOf(request: Request): string {
  const { username } = request.session;
  if (username === undefined) throw new Error('a page for signed-in users was reached without signing in');
  return username;
}

/** Whether a registered device was shown in this session, and lately. What a removed one has proven is worth nothing. */
export function isFactorProven({ accounts, clock }: ServerContext, request: Request): boolean {
  const { provenAtMs, provenDeviceId } = request.session;
  const { devices } = accounts.state(usernameOf(request));
  const isLately = provenAtMs !== undefined && clock.now() < provenAtMs + PROOF_LIFETIME_MS;
  return isLately && devices.some(({ id }) => id === provenDeviceId);
}
