import { didYouMean } from '../../reports/catalogue/errors.ts';
import { Blocked, HarnessFault } from '../../simulators/errors.ts';
import { ACTIONS, TITLES } from '../../simulators/phone/screens.ts';
import { insistOnClock } from '../../targets/process/insist-on-clock.ts';
import { askStatus } from '../../targets/webdriver-phone/server-status.ts';
import type { Check } from './check.ts';
import { offersOf, symbolOn } from './on-page.ts';
import type { Patient } from './patient.ts';

/** Where it is missing there may be another way. */
export const STEPS_LEAD = 'the steps lead to the registration form';
const DEVICE_NAME = 'doctor phone';
const HAS_DEVICE = 'wanted an account without a registered device, it asks for a code of';
const WITHOUT_DEVICE = 'take the device away, or give another account first';

/** Whether its pages are the document's: not described in requests, and not found on the way that the file names. */
const hasDocumentedPages = ({ requests, screens }: Patient['target']) => !requests && !screens;
const hasApp = ({ app }: Patient['target']) => app !== 'authenticator';

/** The documented flow, walked once as far as nothing is left behind: the code is never submitted. */
export const CHECKS: readonly Check[] = [
  {
    what: 'the clock is known',
    otherwise: 'controlUrl, or clock, in the target file',
    look: ({ target, startEpochMs }) => insistOnClock(target, startEpochMs),
  },
  {
    what: 'the WebDriver server answers',
    otherwise: 'webdriverUrl in the target file, or --webdriver-url; is it running?',
    isOf: ({ app }) => app === 'webdriver',
    look: ({ target: { webdriverUrl = '' } }) => askStatus(webdriverUrl),
  },
  {
    what: 'the portal answers',
    otherwise: 'portalUrl in the target file, or --portal-url; is it running?',
    isOf: ({ requests }) => !requests,
    look: async ({ web, exchanges }) => {
      await web.openPortal();
      const error = exchanges()
        .at(-1)
        ?.match(/ (5\d\d)$/)?.[1];
      if (error !== undefined) throw new HarnessFault(`it answers with an error of its own (${error})`);
      return web.address();
    },
  },
  {
    what: 'an account signs in on the web',
    otherwise: 'accounts, or labels username, password and signIn, in the target file',
    look: async ({ web, labels, credentials }) => {
      await web.signIn(credentials);
      const offers = await offersOf(web);
      if (offers.some((name) => labels.password.test(name)))
        throw new Blocked(`wanted to be signed in as "${credentials.username}", it still asks for a password`);
      if ((await web.isAskedForCode()) && !(await web.isSignedIn()))
        throw new Blocked(`${HAS_DEVICE} "${credentials.username}"; ${WITHOUT_DEVICE}`);
      return `as "${credentials.username}"`;
    },
  },
  {
    what: STEPS_LEAD,
    otherwise: 'labels.path in the target file; else NAV-01 fails',
    isOf: hasDocumentedPages,
    look: async ({ web, labels }) => {
      await web.openPortal();
      for (const step of labels.path) {
        if (await web.follow(step)) continue;
        const offers = await offersOf(web);
        const { fix = '' } = didYouMean(step, offers);
        throw new Blocked(`wanted "${step}", the page offers ${quoted(offers)}${fix && `; ${fix}`}`);
      }
      return labels.path.join(' → ');
    },
  },
  {
    what: 'the form asks for a device name',
    otherwise: 'labels.deviceName in the target file; else NAV-04 fails',
    isOf: hasDocumentedPages,
    look: async ({ web }) => {
      if (await web.isAskedForName()) return undefined;
      const isCode = await web.isAskedForCode();
      throw new Blocked(isCode ? 'it asks for a code: this account has a device' : 'there is no field for a name');
    },
  },
  {
    what: 'a registration begins',
    otherwise: 'labels.path, or requests.startRegistration, in the target file',
    isOf: (target) => !hasDocumentedPages(target),
    look: async ({ web }) => {
      await web.openRegistration();
      return undefined;
    },
  },
  {
    what: 'after Next there is a QR code',
    otherwise: 'labels.next, or labels.path and what else leads there, in the target file; else NAV-06 fails',
    look: async ({ web }) => {
      await web.nameDevice(DEVICE_NAME);
      await web.next();
      const symbol = await symbolOn(web);
      if (symbol === undefined) throw new Blocked(`no QR code can be read on ${web.address()}`);
      return symbol.startsWith('otpauth:') ? 'a key URI' : 'not a key URI: QRC-01 fails';
    },
  },
  {
    what: 'the values can be read, too',
    otherwise: 'labels.notAbleToScan in the target file; else MAN-01 fails',
    isOf: hasDocumentedPages,
    look: async ({ web }) => {
      if (!(await web.offersManualValues())) throw new Blocked(`the page offers ${quoted(await offersOf(web))}`);
      return undefined;
    },
  },
  {
    what: 'the page asks for the code',
    otherwise: 'labels.oneTimeCode and labels.submit in the target file; else FLW-02 fails',
    look: async ({ web }) => {
      if (!(await web.isAskedForCode())) throw new Blocked(`the page offers ${quoted(await offersOf(web))}`);
      return undefined;
    },
  },
  {
    what: 'the app asks to verify the device',
    otherwise: 'appUrl or phoneApiUrl in the target file; else POP-01 fails',
    isOf: hasApp,
    look: async ({ phone, credentials }) => {
      await phone.signIn(credentials);
      const { title, actions } = await phone.screen();
      if (title === TITLES.verifyDevice) return `it offers ${quoted(actions)}`;
      throw new Blocked(`it shows "${title}" and offers ${quoted(actions)}`);
    },
  },
  {
    what: 'the app reads the QR code',
    otherwise: 'the camera of the app: CAM-01 or FLW-01 fails',
    isOf: hasApp,
    look: async ({ phone, web }) => {
      await phone.tap(ACTIONS.scanQr);
      const picture = await web.qrCode();
      if (picture) await phone.pointCameraAt(picture);
      const { title, message = '' } = await phone.screen();
      if (title === TITLES.oneTimeCode) return 'it shows a code';
      throw new Blocked(`it shows "${title}" ${message}`.trim());
    },
  },
];

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ') || 'nothing';
}
