import type { Call } from './call.ts';
import { PHONE_CALLS } from './phone-calls.ts';
import { choice, flag, list, maybe, record, type SaidBy, text, whole } from './schema.ts';
import { WEB_CALLS } from './web-calls.ts';

/** What is spoken here; a number that goes up when an adapter would have to change. */
export const PROTOCOL = 1;

const protocol = { ...whole('the version of the protocol'), const: PROTOCOL };

const HELLO = {
  does: 'The first call, once: who is there, and which calls it answers.',
  isCore: true,
  params: record({
    protocol,
    target: record(
      {
        name: text('what the reports call it'),
        portalUrl: text('where the portal answers'),
        phoneApiUrl: text('where the server of the phone app does'),
      },
      'what is under test',
    ),
  }),
  result: record({
    protocol,
    name: text('what the reports call the adapter', { pattern: '\\S' }),
    calls: list(text('one name, such as "phone.scan"'), 'the calls that it answers; hello need not be among them'),
    phoneSees: maybe(choice(['pixels', 'text'], 'what it wants of a QR code that is scanned; pixels if left out')),
    hasApp: maybe(
      flag(
        "whether its phone has the document's app; true if left out. One without only shows codes, and stands at its scanner",
      ),
    ),
    actsAtOnce: maybe(
      flag('whether a call is begun before the one before it was answered; answers may then come in any order'),
    ),
  }),
} as const satisfies Call;

/** The one table of calls. */
export const CALLS = { hello: HELLO, ...WEB_CALLS, ...PHONE_CALLS } as const;

export type CallName = keyof typeof CALLS;
export type Params<Name extends CallName> = SaidBy<(typeof CALLS)[Name]['params']>;
export type Result<Name extends CallName> = SaidBy<(typeof CALLS)[Name]['result']>;

export const CALL_NAMES = Object.keys(CALLS) as CallName[];

/** How an adapter says in an answer that an act came to nothing; any other number is a fault of its own. */
export const ERRORS = {
  notOffered: {
    code: -32_001,
    means: 'the page or the screen does not offer this: nothing to press, no field, no code',
  },
  nobodyAnswers: { code: -32_002, means: 'the implementation under test does not answer any more' },
  cannot: { code: -32_003, means: 'the adapter cannot do this in this case; the message says what would be needed' },
} as const;
