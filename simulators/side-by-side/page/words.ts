import { PHONE_API } from '../../../protocol/phone-api.ts';
import type { Exchange, SaidField } from '../scene.ts';

/** What an exchange is about, in a few words. */
type Rule = [method: string, path: RegExp, words: string];

const exactly = (path: string) => new RegExp(`^${path}$`);
const REGISTRATION = /\/register\/[^/]+(\/values)?$/;

const RULES: readonly Rule[] = [
  ['POST', exactly(PHONE_API.sessions), 'Sign in'],
  ['GET', exactly(PHONE_API.session), 'What do I have to do next?'],
  ['DELETE', exactly(PHONE_API.session), 'Sign out'],
  ['POST', exactly(PHONE_API.refresh), 'A fresh session, please'],
  ['POST', exactly(PHONE_API.oneTimeCode), 'My one-time code'],
  ['POST', exactly(PHONE_API.pairing), 'I have scanned: name, and proof of the key'],
  ['POST', exactly(PHONE_API.continue), 'Continue'],
  ['GET', exactly(PHONE_API.conversations), 'My conversations, please'],
  ['POST', /\/sign-in$/, 'Sign in'],
  ['POST', /\/sign-out$/, 'Sign out'],
  ['POST', /\/register$/, 'Name the device, Next'],
  ['POST', REGISTRATION, 'Submit the one-time code'],
  ['POST', /\/confirm$/, 'Confirm with a code'],
];

/** What is asked for. */
export function askedWords({ method, path, title, status }: Exchange): string {
  const rule = RULES.find(([ofMethod, ofPath]) => ofMethod === method && ofPath.test(path));
  if (rule) return rule[2];
  if (method === 'GET' && title !== undefined && status === 200) return `Open “${title}”`;
  return method === 'GET' ? 'Open a page' : 'Send a form';
}

const NEXT: Record<string, string> = {
  'verify-device': 'verify this device first',
  'one-time-code': 'a one-time code first',
  nothing: 'nothing more to do',
};

/** What came back. */
export function answeredWords({ status, title, answered }: Exchange): string {
  const said = (name: string) => answered.find((field) => field.name === name)?.value;
  const next = said('next');
  const device = said('deviceName');
  if (status >= 300 && status < 400) return 'go on to the next page';
  if (status >= 400) return said('title') ?? title ?? 'refused';
  if (next !== undefined) return NEXT[next] ?? next;
  if (device !== undefined) return `yes: “${device}”`;
  return title === undefined ? 'done' : 'here it is';
}

/** What passes between the two without any network, just before an exchange: that is what makes it possible. */
export function aside({ method, path, status }: Exchange): 'light' | 'person' | undefined {
  if (method !== 'POST' || status >= 400) return undefined;
  if (path === PHONE_API.pairing) return 'light';
  return REGISTRATION.test(path) ? 'person' : undefined;
}

/** Longer parts of an address are ids, which say nothing to anybody. */
const LONGEST_PART = 22;

/** An address as it is drawn: the end of it, where the difference is. */
export function pathText({ from, path }: Exchange): string {
  const parts = path.split('/').map((part) => (part.length < LONGEST_PART ? part : `${part.slice(0, 6)}…`));
  return from === 'phone' || parts.length < 4 ? parts.join('/') : `…/${parts.slice(-2).join('/')}`;
}

/** A field as it is drawn. */
export function fieldText({ name, value }: SaidField): string {
  return value === undefined ? `${name} ••••` : `${name} “${value}”`;
}
