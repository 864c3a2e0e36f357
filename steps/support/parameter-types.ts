import { defineParameterType } from '@cucumber/cucumber';
import type { ContinueAnswerKind } from '../../simulators/network/played-server.ts';
import type { Gesture, WayIn } from '../../simulators/phone/phone.ts';
import { CLAIMS } from './claims.ts';
import { SPACINGS } from './code-spacings.ts';
import { BROKEN_KEY_URIS, rfcKeyUri, TYPED_KEYS, UNUSUAL_KEY_URIS } from './key-uris.ts';
import { ODD_VALUES } from './odd-values.ts';
import type { Person } from './person.ts';
import type { PairWorld } from './world.ts';

/** Somebody in a sentence; a fresh account comes with the first mention. */
defineParameterType({
  name: 'person',
  regexp: /the user|another user/,
  transformer(this: PairWorld, name: string): Promise<Person> {
    return this.person(name);
  },
});

const SECONDS: Record<string, number> = {
  millisecond: 0.001,
  second: 1,
  minute: 60,
  step: 30,
  hour: 3600,
  day: 86_400,
};

/** A stretch of time, in seconds. A step is 30 seconds, as in every key URI that says nothing else. */
defineParameterType({
  name: 'duration',
  regexp: /(\d+) (millisecond|second|minute|step|hour|day)s?/,
  transformer: (count: string, unit: string) => Number(count) * (SECONDS[unit] ?? 0),
});

const BLANKS: Record<string, string> = {
  'nothing at all': '',
  spaces: '   ',
  'a tab': '\t',
  'a no-break space': '\u00a0',
  'a zero-width space': '\u200b',
};

/** A name that looks like none. */
defineParameterType({
  name: 'blank',
  regexp: Object.keys(BLANKS),
  transformer: (blank: string) => BLANKS[blank] ?? '',
});

/** Something that is no code. */
defineParameterType({
  name: 'oddValue',
  regexp: Object.keys(ODD_VALUES),
  transformer: (kind: string) => ODD_VALUES[kind],
});

/** What a forged app says of itself. */
defineParameterType({
  name: 'claim',
  regexp: Object.keys(CLAIMS),
  transformer: (claim: string) => CLAIMS[claim],
});

const WAYS_IN: Record<string, WayIn> = {
  'reopening the app': 'reopening the app',
  'a link into the app': 'a link into a conversation',
  'renewing the session': 'a renewed session',
};

/** How somebody comes into the app who has signed in before. */
defineParameterType({
  name: 'wayIn',
  regexp: Object.keys(WAYS_IN),
  transformer: (way: string) => WAYS_IN[way],
});

/** Where spaces stand in a code. */
defineParameterType({
  name: 'spacing',
  regexp: Object.keys(SPACINGS),
  transformer: (where: string) => SPACINGS[where],
});

/** Which way in time: -1 for what is over. */
defineParameterType({
  name: 'direction',
  regexp: /in the past|in the future/,
  transformer: (where: string) => (where === 'in the past' ? -1 : 1),
});

/** How far from now a code is, in seconds; negative for what is over. */
defineParameterType({
  name: 'distance',
  regexp: /(\d+) (step|hour)s? (ago|ahead)/,
  transformer: (count: string, unit: string, way: string) =>
    Number(count) * (SECONDS[unit] ?? 0) * (way === 'ago' ? -1 : 1),
});

/** How long a device name is. */
defineParameterType({
  name: 'length',
  regexp: /(\d+) characters?|as many characters as declared|(\d+) characters? more than declared/,
  transformer(this: PairWorld, exactly?: string, more?: string): number {
    return exactly === undefined ? longestName(this) + Number(more ?? 0) : Number(exactly);
  },
});

/** Where nothing is declared, the least that has to be allowed. @see reading A-10 */
function longestName({ target }: PairWorld): number {
  return target.declares.nameMax ?? 32;
}

const GESTURES: Record<string, Gesture> = {
  'makes the gesture for going back': 'going back',
  'taps beside the pop-up': 'tapping beside the pop-up',
  'turns the phone': 'turning the phone',
  'leaves the app for another': 'leaving the app for another',
  'returns to the app': 'returning to the app',
  'kills and reopens the app': 'killing and reopening the app',
  'follows a link into a conversation': 'following a link into a conversation',
};

/** What the owner of a phone does to it beside the app's own buttons. */
defineParameterType({
  name: 'gesture',
  regexp: Object.keys(GESTURES),
  transformer: (words: string) => GESTURES[words],
});

/** How the server answers Continue where the suite plays it. */
defineParameterType({
  name: 'continueAnswer',
  regexp: [
    'a confirmation',
    'the news that nothing was submitted',
    'an error',
    'the news that it is too busy',
    'silence',
    'a refused connection',
  ] satisfies ContinueAnswerKind[],
  transformer: (kind: string) => kind as ContinueAnswerKind,
});

/** A key URI that no app can use, by what is wrong with it. */
defineParameterType({
  name: 'brokenKeyUri',
  regexp: Object.keys(BROKEN_KEY_URIS),
  transformer: (fault: string) => BROKEN_KEY_URIS[fault],
});

/** A key URI that is as good as any, by what is unusual in it. */
defineParameterType({
  name: 'unusualKeyUri',
  regexp: Object.keys(UNUSUAL_KEY_URIS),
  transformer: (difference: string) => UNUSUAL_KEY_URIS[difference],
});

/** The key of the QR code "A" as a person types it. */
defineParameterType({
  name: 'typedKey',
  regexp: Object.keys(TYPED_KEYS),
  transformer: (way: string) => TYPED_KEYS[way],
});

/** The key that the RFCs print their codes for, in a key URI that asks for these parameters. */
defineParameterType({
  name: 'rfcKey',
  regexp: /the RFCs' key for (\w+) with (\d) digits and a period of (\d+) seconds/,
  transformer: (algorithm: string, digits: string, periodSeconds: string) =>
    rfcKeyUri(algorithm, { digits: Number(digits), periodSeconds: Number(periodSeconds) }),
});
