import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { newAccount, Refusal } from './registrations.js';

/** How long a password alone is good for, on a phone that is still to be registered. */
const HALF_WAY_MS = 15 * 60_000;

/**
 * Everything the server knows, in memory.
 *
 * @param {Map<string, string>} passwords - by user name
 * @param {() => number} nowMs - the clock
 */
export function newWorld(passwords, nowMs) {
  const accounts = new Map([...passwords].map(([name, password]) => [name, newAccount(name, password)]));
  return { accounts, nowMs, portal: new Map(), app: new Map() };
}

/** @throws Refusal, the same for an unknown name as for a wrong password */
export function signIn(world, name, password) {
  const account = world.accounts.get(name);
  // Hashed so that both have one length: the comparison's time tells nothing.
  const isRight = timingSafeEqual(digest(account?.password ?? randomBytes(16)), digest(password));
  if (!account || !isRight) {
    throw new Refusal('credentials', 'The username or the password is wrong.');
  }
  return account;
}

/** @returns the session's token: a new one for each sign-in */
export function openSession(sessions, session) {
  const token = randomBytes(24).toString('base64url');
  sessions.set(token, session);
  return token;
}

/** Whether a session that a password alone has opened has become too old. */
export function isStale(session, nowMs) {
  return nowMs > session.sinceMs + HALF_WAY_MS;
}

function digest(value) {
  return createHash('sha256').update(value).digest();
}
