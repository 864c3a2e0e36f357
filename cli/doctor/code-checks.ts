import { Blocked } from '../../simulators/errors.ts';
import { type Check, Doubt } from './check.ts';
import type { Patient } from './patient.ts';

/** Whether the target file describes requests or pages of its own, of a product whose codes any authenticator shows. */
const isDescribed = ({ requests, screens, app }: Patient['target']) =>
  (requests ?? screens) !== undefined && app === 'authenticator';
const hasFewAccounts = ({ accounts }: Patient['target']) => Array.isArray(accounts);

const SAY_WHICH = 'say under success: and refused: what tells the one answer from the other';

/** What becomes of passwords and codes, where the target file says how to tell: a mistake there is one in every scenario. */
export const CODE_CHECKS: readonly Check[] = [
  {
    what: 'a wrong password is refused',
    otherwise: 'labels.password, or success and refused of requests.signIn, in the target file',
    isOf: isDescribed,
    look: async ({ openAnother, credentials }) => {
      const web = await openAnother();
      await web.openPortal();
      await web.signInHere({ ...credentials, password: `not ${credentials.password}` });
      const isIn = (await web.isAskedForCode()) || (await web.isSignedIn());
      await web.close();
      if (isIn) throw new Blocked(`it is taken; ${SAY_WHICH}`);
      return undefined;
    },
  },
  {
    what: 'a wrong code is refused',
    otherwise: 'labels.submit, or success and refused of requests.confirm, in the target file',
    isOf: isDescribed,
    look: async (patient) => {
      const code = otherCode(await codeOf(patient));
      const news = await give(patient, code);
      if (!(await patient.web.isAskedForCode()))
        throw new Blocked(`no code is asked for after it, at ${patient.web.address()}; ${SAY_WHICH}`);
      if (news.length > 0) return 'in words';
      if (!(await patient.web.lines()).includes(code)) return 'without a word';
      throw new Doubt('it stands where it was typed, and nothing else is new on the page: was it sent?');
    },
  },
  {
    what: 'the right code registers: a fresh sign-in is asked for one',
    otherwise: 'labels.submit and screens.acknowledge, or confirm and signIn.needsCode of requests, in the target file',
    isOf: (target) => isDescribed(target) && !hasFewAccounts(target),
    look: async (patient) => {
      await give(patient, await codeOf(patient));
      if ((await patient.web.devices.lines()).length === 0) throw new Blocked('a fresh sign-in is asked for none');
      return undefined;
    },
  },
  {
    what: 'the code of the next step signs in',
    otherwise: 'labels.confirmIdentity, or requests.signInWithCode and protected, in the target file',
    isOf: (target) => isDescribed(target) && !hasFewAccounts(target),
    look: async ({ phone, credentials, clock }) => {
      await clock.advance(STEP_SECONDS);
      await phone.signIn(credentials);
      const { message } = await phone.screen();
      if ((await phone.protectedData()).some(({ shown }) => shown)) return undefined;
      throw new Blocked(message === undefined ? 'nothing is open after it' : `it says "${message}"`);
    },
  },
  {
    what: 'there are accounts for a run',
    otherwise: 'accounts: command, in docs/target-file.md',
    isOf: (target) => isDescribed(target) && hasFewAccounts(target) && !target.requests?.takeAway,
    look: async ({ target: { accounts } }) => {
      const amount = Array.isArray(accounts) ? accounts.length : 0;
      throw new Doubt(
        `${amount}, each of which may be used up by its first registration, and most scenarios register: ` +
          'accounts: command makes as many as are wanted',
      );
    },
  },
];

/** That of the key on the page now: a wrong code may have been answered with another. */
async function codeOf({ web, phone }: Patient): Promise<string> {
  const picture = await web.qrCode();
  if (!picture) throw new Blocked(`no QR code can be read on ${web.address()}`);
  await phone.pointCameraAt(picture);
  return phone.oneTimeCode();
}

async function give({ web }: Patient, code: string): Promise<readonly string[]> {
  await web.typeCode(code);
  return web.submit();
}

const STEP_SECONDS = 30;
const TENTHS = 10;
const HALF = 5;

/** One that is none of the steps around either, but once in a million times. */
function otherCode(code: string): string {
  return `${(Number(code[0]) + HALF) % TENTHS}${code.slice(1)}`;
}
