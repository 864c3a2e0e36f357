import { randomUUID } from 'node:crypto';
import { Blocked, NotDemanded, Unprovided } from '../../simulators/errors.ts';
import { Recorder } from '../../simulators/network/recorder.ts';
import type { AccountSource, AccountWish, HandedOut } from '../accounts/account-source.ts';
import type { DescribedPortal } from './described-portal.ts';
import { Session } from './session.ts';
import { fillText } from './templates.ts';

const USERNAME = 'paircheck-{{random}}';
/** Letters of both cases, digits and a sign, for those who ask for them. */
const PASSWORD = 'Pw-{{random}}-9';
const RANDOM_CHARACTERS = 12;
/** What a portal answers to a name that it does not take; it may refuse for other reasons with others. */
const NAME_REFUSED = [400, 422];

/** Fresh accounts without end, each made by a described request. They are not part of what is judged, so not recorded. */
export function requestAccounts(portal: DescribedPortal): AccountSource {
  return { size: Number.POSITIVE_INFINITY, next: (wish) => create(portal, wish) };
}

/** @throws {Unprovided} where none is made, or none of a name that is asked for; {NotDemanded} where such a name is refused */
async function create(portal: DescribedPortal, { username: wanted }: AccountWish): Promise<HandedOut> {
  const verb = portal.verb('createAccount');
  const session = new Session(portal, { name: 'control', recorder: new Recorder() });
  const random = randomUUID().replaceAll('-', '').slice(0, RANDOM_CHARACTERS);
  const values = session.valuesWith({ random });
  const username = wanted ?? fillText(verb.username ?? USERNAME, values);
  const password = fillText(verb.password ?? PASSWORD, values);
  const { kind, status, taken } = await session
    .do('createAccount', verb, { random, username, password })
    .catch((error) => refusedName(error, wanted));
  if (kind === 'success') {
    const credentials = { username: taken.get('username') ?? username, password: taken.get('password') ?? password };
    if (wanted === undefined || credentials.username === wanted) return { credentials, isFresh: true };
  }
  const made = kind === 'success' ? 'makes another' : `is answered with status ${status}`;
  if (wanted === undefined) throw new Unprovided('fresh accounts', `requests.createAccount ${made}`);
  if (kind !== 'success' && NAME_REFUSED.includes(status))
    throw new NotDemanded('usernames with any signs', `requests.createAccount ${made}`);
  throw new Unprovided('accounts with a chosen name', `asked for one, requests.createAccount ${made}`);
}

/** What comes before an account may refuse its name already. */
function refusedName(error: unknown, wanted: string | undefined): never {
  if (wanted === undefined || !(error instanceof Blocked)) throw error;
  throw new Unprovided('accounts with a chosen name', `asked for one; ${error.message}`);
}
