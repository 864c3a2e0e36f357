import { Blocked, TargetGone } from '../../simulators/errors.ts';
import type { Credentials } from '../../simulators/phone/phone.ts';
import { TITLES } from '../../simulators/phone/screens.ts';
import type { Labels } from '../../simulators/web-user/labels.ts';
import type { Person } from './person.ts';
import { type Host, type Standing, stage } from './stage.ts';
import { unlessBlocked } from './unless-blocked.ts';

/**
 * Notes how an account is met before any scenario had it.
 * @throws {TargetGone} when it does not even sign in: nothing can be shown with it
 */
export async function noteStanding(company: Host, credentials: Credentials): Promise<void> {
  if (stage.standings.has(credentials.username)) return;
  const person = await signedIn(company, credentials);
  const standing = await standingOf(person, company);
  stage.standings.set(credentials.username, standing);
  // Nobody has said that our app may come here, and with a password that is right it is not let past its sign-in.
  const { app, phoneApiUrl, controlUrl } = company.target;
  if (app !== 'simulator' || phoneApiUrl !== undefined || controlUrl !== undefined || standing.asksToVerify) return;
  stage.appIsForeign ??= (await person.phone.screen()).title === TITLES.signedOut;
}

/** The same of fresh accounts: where the first one signs in, the others will. */
export async function insistOnSignIn(company: Host, credentials: Credentials): Promise<void> {
  if (stage.accountsSignIn) return;
  await signedIn(company, credentials);
  stage.accountsSignIn = true;
}

/** Somebody who has signed in on the web; pages that need their scripts are tried in the browser, where there is one. */
async function signedIn(company: Host, credentials: Credentials, triesLeft = 1): Promise<Person> {
  // Another account may find it out at the same moment.
  const wasKnown = stage.needsScripts;
  const person = await company.standIn(credentials);
  const fault = await faultInSignIn(person, company.labels);
  if (fault === undefined) return person;
  const mayNeedScripts = stage.reach.windows !== undefined && !wasKnown;
  // A page may lose what is pressed on it, once: that is no reason to end the run.
  if (!mayNeedScripts && triesLeft === 0) throw new TargetGone(doesNotSignIn(person, fault));
  stage.needsScripts ||= mayNeedScripts;
  return signedIn(company, credentials, mayNeedScripts ? triesLeft : triesLeft - 1);
}

async function faultInSignIn({ web, credentials }: Person, labels: Labels): Promise<string | undefined> {
  try {
    await web.signIn(credentials);
  } catch (error) {
    if (error instanceof Blocked) return error.message;
    throw error;
  }
  const isAskedStill = (await web.offers()).some((name) => labels.password.test(name.slice(1, -1)));
  return isAskedStill ? 'it still asks for a password' : undefined;
}

/** What the list of devices says to the owner of an account; nothing where nobody comes to it. */
export async function readListOf(company: Host, credentials: Credentials): Promise<string[]> {
  const { web } = await company.standIn(credentials);
  const lines: string[] = [];
  await unlessBlocked(async () => {
    await web.signIn(credentials);
    lines.push(...(await web.devices.lines()));
    return true;
  });
  return lines;
}

/**
 * Whether an account is met as at the beginning, whatever scenarios have done with it. Where they have left a device on
 * it whose key is known, the web may ask for a code of that first.
 */
export async function standsAsBefore(company: Host, credentials: Credentials): Promise<boolean> {
  const before = stage.standings.get(credentials.username);
  const now = await standingOf(await company.standIn(credentials), company);
  return before !== undefined && isMetAlike(before, now, stage.keptDevices.has(credentials.username));
}

/** Pages without names ask for a code where a registration begins: where they did and do not, it is out of reach. */
export function isMetAlike(before: Standing, now: Standing, hasKeptDevice: boolean): boolean {
  const leadsAlike = now.asksForName === before.asksForName && now.asksForCode === before.asksForCode;
  return (leadsAlike || (hasKeptDevice && now.asksForCode)) && now.asksToVerify === before.asksToVerify;
}

async function standingOf(person: Person, { target }: Host): Promise<Standing> {
  const { web } = person;
  const isThere = await unlessBlocked(async () => {
    await person.signInToRegister();
    return true;
  });
  const asksForName = isThere && (await web.isAskedForName());
  return {
    asksForName,
    asksForCode: isThere && !asksForName && (await web.isAskedForCode()),
    asksToVerify: await unlessBlocked(async () => {
      // A tester is not asked for the sake of an account.
      if (target.app === 'person') return true;
      await person.phone.signIn(person.credentials);
      return (await person.phone.screen()).title === TITLES.verifyDevice;
    }),
  };
}

function doesNotSignIn({ credentials, web }: Person, fault: string): string {
  return (
    `wanted to sign in as "${credentials.username}" at ${web.address()}, ${fault}: check --username and --password, or ` +
    'accounts: in the target file, and its labels username, password and signIn; paircheck doctor looks closer'
  );
}
