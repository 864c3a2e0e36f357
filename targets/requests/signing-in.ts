import { Blocked, Unprovided } from '../../simulators/errors.ts';
import type { HttpActor } from '../../simulators/network/http.ts';
import type { Credentials } from '../../simulators/phone/phone.ts';
import type { DescribedPortal } from './described-portal.ts';
import { type Outcome, Session } from './session.ts';

const STATES = { success: 'signed in', 'needs code': 'code asked', refused: 'signed out' } as const;

/** Gives the password; what follows is the session's state. */
export async function givePassword(session: Session, credentials: Credentials): Promise<Outcome> {
  session.credentials = credentials;
  const outcome = await session.do('signIn', session.portal.verb('signIn'));
  session.state = STATES[outcome.kind];
  return outcome;
}

/** Gives a code as the second factor, whatever the session's state is. */
export async function giveCode(session: Session, code: string): Promise<Outcome> {
  const outcome = await session.do('signInWithCode', session.portal.verb('signInWithCode'), { code });
  if (outcome.kind === 'success') session.state = 'signed in';
  return outcome;
}

/** Signs out; where that is no request, as with tokens that a client keeps, it is done by forgetting them. */
export async function leave(session: Session): Promise<void> {
  const { signOut } = session.portal.requests;
  if (signOut && session.state !== 'signed out') await session.do('signOut', signOut);
  session.state = 'signed out';
  session.forget();
}

/** Whether this session gets at what only somebody may who is fully signed in. */
export function seesProtected(session: Session): Promise<boolean> {
  return session.succeeds('protected', session.portal.verb('protected'));
}

/**
 * Whether somebody who comes afresh is asked for a code: the only sound sign of a second factor that is on.
 * @throws {Blocked} when the password is refused: then nothing is known
 */
export async function isCodeAsked(
  portal: DescribedPortal,
  actor: Pick<HttpActor, 'name' | 'recorder'>,
  credentials: Credentials,
): Promise<boolean> {
  if (!portal.requests.signIn.needsCode) {
    const provide =
      'say under signIn: needsCode: what the portal answers when it asks for a code, or describe devices:';
    throw new Unprovided('a sign that a device is registered', provide);
  }
  const { kind, status } = await givePassword(new Session(portal, actor), credentials);
  if (kind !== 'refused') return kind === 'needs code';
  const wanted = 'a fresh sign-in, to see whether it is asked for a code';
  throw new Blocked(`wanted ${wanted}; the portal refuses the right password, with status ${status}`);
}
