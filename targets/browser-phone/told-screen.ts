import type { Screen } from '../../simulators/phone/phone.ts';
import { ACTIONS, type Place, screenAt, TITLES } from '../../simulators/phone/screens.ts';
import { accountsIn, codesIn, withoutCodes, withoutKeys } from './read-code.ts';
import type { SeenScreen } from './seen-screen.ts';
import {
  AFTER_USERNAME,
  FIELDS,
  inOurWords,
  KEPT_OUT,
  LEADS_BACK,
  meant,
  NOT_LET_IN,
  SAYS_WHEN,
  SEND_CODE,
  SIGN_IN,
  UNTIL,
} from './words.ts';

/** Longer texts are no message, but what the app is for. */
const LONGEST_MESSAGE = 300;
/** A page with so few words has nothing of an account on it. */
const FEW_WORDS = 300;
/** A page with more lines than this has something on it besides its message. */
const MANY_LINES = 8;
/** As few as three conversations. */
const SOME_LINES = 3;

const WAYS_BACK: readonly string[] = [ACTIONS.signIn, ACTIONS.tryAgain, ACTIONS.typeInstead];

/** Where the app is, as far as that is certain; `elsewhere` is everything that the document does not speak of. */
export type Whereabouts = Exclude<Place, 'no camera' | 'conversations'> | 'elsewhere';

type Sign = (seen: SeenScreen) => boolean;

/** What each place is known by, the surest first. */
const SIGNS: readonly [Whereabouts, Sign][] = [
  ['scanning', ({ isFilmingHere }) => isFilmingHere],
  ['one-time code', (seen) => codesIn(seen.lines).length > 0 && showsContinue(seen)],
  ['typing', ({ fields, asksPassword }) => !asksPassword && fields.some(({ name }) => FIELDS.key[0].test(name))],
  ['device registered', (seen) => says(seen, /\bdevice registered\b/i)],
  ['verify device', (seen) => isPopUpToVerify(seen)],
  ['signed out', ({ asksPassword }) => asksPassword],
  ['code asked', ({ fields }) => fields.some(({ name }) => FIELDS.code.test(name))],
  ['signed out', (seen) => asksForNameAlone(seen)],
];

/** Before Submit it may be there and not to be tapped yet. */
function showsContinue(seen: SeenScreen): boolean {
  return offers(seen, ACTIONS.continue) || seen.lines.some((line) => line.toLowerCase() === 'continue');
}

/** Whether it shows the code, and Continue can only be tapped once the web has taken it. */
export function isAwaitingSubmit(seen: SeenScreen): boolean {
  return whereIs(seen) === 'one-time code' && !offers(seen, ACTIONS.continue);
}

/** What leads on from it may have to wait until there is a name. */
function asksForNameAlone({ fields: [field, another], taps, headings, documentTitle }: SeenScreen): boolean {
  const isName = field !== undefined && another === undefined && FIELDS.username.test(field.name);
  const isSignIn = [...headings, documentTitle].some((text) => SIGN_IN.test(text));
  return isName && (isSignIn || taps.some(({ name }) => AFTER_USERNAME.test(name)));
}

export function whereIs(seen: SeenScreen): Whereabouts {
  return SIGNS.find(([, isThere]) => isThere(seen))?.[0] ?? 'elsewhere';
}

/** What the app had on its screen when it came to a place: what is there besides it later is news. */
export interface Arrival {
  place: Whereabouts;
  lines: readonly string[];
}

/** @param protectedTexts texts that only who is let in reads; without any, it is told from what the screen offers */
export function isLetIn(seen: SeenScreen, protectedTexts: readonly string[] = []): boolean {
  if (protectedTexts.length > 0) return protectedTexts.some((text) => shows(seen, text));
  if (whereIs(seen) !== 'elsewhere' || seen.lines.length === 0) return false;
  const { taps, lines, statuses } = seen;
  // Who has a code to send is not in yet.
  if (taps.some(({ name }) => SEND_CODE.test(name))) return false;
  const isLedBack = taps.some(({ name }) => leadsBack(name));
  if (offers(seen, ACTIONS.signOut)) return !(isLedBack && isKeptOut(seen));
  if (isLedBack) return false;
  // A notice may be left from the sign-out before, where there is so much else to read.
  const others = lines.filter((line) => !statuses.includes(line));
  const words = (others.length > MANY_LINES ? others : lines).join(' ');
  return words.length > FEW_WORDS || !NOT_LET_IN.test(words);
}

/** Somebody may be signed in, and kept out until the device is verified. A notice of what is demanded one day says no such thing. */
function isKeptOut(seen: SeenScreen): boolean {
  const { headings, documentTitle, lines } = seen;
  const own = headings.filter((text) => !documentTitle.includes(text));
  if (own.length > 0) return own.every((text) => KEPT_OUT.test(text));
  // Where there is more to read than an explanation, what can be tapped explains nothing.
  const saying = sayingOf(seen);
  const words = (saying.length >= SOME_LINES ? saying : lines).join(' ');
  return words.length < FEW_WORDS && [NOT_LET_IN, UNTIL].some((says) => says.test(words)) && !SAYS_WHEN.test(words);
}

function leadsBack(name: string): boolean {
  return LEADS_BACK.test(name) || WAYS_BACK.includes(inOurWords(name));
}

export function shows({ lines }: SeenScreen, text: string): boolean {
  return lines.join(' ').includes(text.replace(/\s+/g, ' ').trim());
}

/** The screen in our words. */
export function screenOf(seen: SeenScreen, arrival: Arrival, protectedTexts: readonly string[]): Screen {
  const place = whereIs(seen);
  const isProtected = isLetIn(seen, protectedTexts);
  const message = messageOf(seen, arrival);
  const notice = worded(seen.statuses);
  return {
    title: isProtected ? TITLES.conversations : titleOf(seen, place),
    actions: seen.taps.map(({ name }) => nameInPlace(name, place)),
    ...(message !== '' && { message }),
    ...(notice !== '' && { notice }),
    isScanning: seen.isFilming,
    brackets: seen.brackets,
    isProtected,
    accounts: accountsIn(sayingOf(seen)),
  };
}

function titleOf({ popUp, headings, documentTitle, lines }: SeenScreen, place: Whereabouts): string {
  if (place !== 'elsewhere') return screenAt(place).title;
  const [first = ''] = withoutCodes(lines);
  return popUp || headings[0] || documentTitle || first;
}

/**
 * The name of something to be tapped in our words, where its meaning is certain: what ends the pop-up of the success is
 * OK, whatever it is called, what leads back from a code is Cancel, and what is done with typed values is to use them.
 * The document's own words stay.
 */
export function nameInPlace(name: string, place: Whereabouts): string {
  const means = (action: string) => meant(action, [name]) !== undefined;
  if (place === 'device registered') return means(ACTIONS.ok) ? ACTIONS.ok : name;
  if (place === 'one-time code' && means(ACTIONS.cancel)) return ACTIONS.cancel;
  if (place === 'typing' && !means(ACTIONS.cancel)) return means(ACTIONS.useValues) ? ACTIONS.useValues : name;
  return inOurWords(name);
}

/**
 * What the app has to say. Where it waits for a QR code or for something to be typed, that is only what was not there
 * when it came there: a standing hint says nothing of what was shown or typed since.
 */
function messageOf(seen: SeenScreen, { lines: before }: Arrival): string {
  const place = whereIs(seen);
  const saying = sayingOf(seen);
  // Seconds that run down are no news.
  const known = before.map(withoutNumbers);
  const isNews = (line: string) => !known.includes(withoutNumbers(line));
  const heard = [...seen.alerts, ...seen.statuses.filter(isNews)];
  const lines = {
    elsewhere: saying,
    waiting: [...seen.alerts, ...seen.statuses, ...saying].filter(isNews),
    other: [...heard, ...saying.filter(isNews)],
  }[kindOf(place)];
  return worded(lines);
}

/** For a report: each line once, and no secret. */
function worded(lines: readonly string[]): string {
  return withoutKeys(withoutCodes([...new Set(lines)]).join(' ')).slice(0, LONGEST_MESSAGE);
}

function withoutNumbers(line: string): string {
  return line.replace(/\d+/g, '#');
}

function kindOf(place: Whereabouts): 'elsewhere' | 'waiting' | 'other' {
  if (place === 'elsewhere') return place;
  return ['scanning', 'typing', 'code asked'].includes(place) ? 'waiting' : 'other';
}

/** The lines of the screen that are neither its headings nor something to be tapped, of which several may be on one. */
function sayingOf({ lines, taps, headings, popUp = '' }: SeenScreen): string[] {
  const names = taps.map(({ name }) => name).filter(Boolean);
  const isOfControls = (line: string) => names.reduce((rest, name) => rest.replace(name, ''), line).trim() === '';
  return lines.filter((line) => !isOfControls(line) && !headings.includes(line) && line !== popUp);
}

function isPopUpToVerify(seen: SeenScreen): boolean {
  const pattern = /\bverify (your |this |the )?device\b/i;
  if (seen.popUp !== undefined && (pattern.test(seen.popUp) || seen.headings.some((text) => pattern.test(text)))) {
    return true;
  }
  // An app may call the whole way so; its pop-up is where the scan is offered.
  return offers(seen, ACTIONS.scanQr) && says(seen, pattern);
}

/** Whether it is the news of the screen: in a heading, in the name of a pop-up, in an announcement, or a line of its own. */
function says({ popUp = '', headings, alerts, statuses, lines }: SeenScreen, pattern: RegExp): boolean {
  const isAlone = (line: string) =>
    (pattern.exec(line)?.[0].length ?? 0) >= line.replace(/[.!\u2713\u2714]/gu, '').trim().length;
  return [popUp, ...headings, ...alerts, ...statuses].some((text) => pattern.test(text)) || lines.some(isAlone);
}

function offers({ taps }: SeenScreen, action: string): boolean {
  const names = taps.map(({ name }) => name);
  return names.some((name) => name.toLowerCase() === action.toLowerCase() || meant(action, [name]) !== undefined);
}
