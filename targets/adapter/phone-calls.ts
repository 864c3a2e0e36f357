import { NETWORK_STATES } from '../../simulators/network/phone-network.ts';
import type { AccessibleNode } from '../../simulators/phone/phone.ts';
import type { Call } from './call.ts';
import { anyFields, choice, flag, list, maybe, NOTHING, record, type SaidBy, secret, text, whole } from './schema.ts';
import { ref, type SHAPES } from './shapes.ts';

const phone = text('one phone; a name that was not heard before is a phone with the app just installed');
const atEpochMs = whole(
  "the time on this phone's clock, in milliseconds since 1970-01-01T00:00:00Z: never the real one",
);
const asked = { phone, atEpochMs };

/** What a person does with the app on the phone. */
export const PHONE_CALLS = {
  'phone.screen': {
    does: 'Tells what is on the screen, and changes nothing.',
    isCore: true,
    params: record(asked),
    result: ref<SaidBy<typeof SHAPES.screen>>('screen'),
  },
  'phone.signIn': {
    does: 'Signs in to the app; a refusal is a message on the screen, and no error.',
    isCore: true,
    params: record({
      ...asked,
      username: text('the name'),
      password: secret('the password'),
      passwordAlone: flag('stop wherever a code is asked for, also on a phone that has none'),
    }),
    result: record({
      codeAsked: flag('it stopped where the code goes: phone.code and phone.sendCode are called next'),
      sentCode: maybe(secret('the code that the app has sent by itself, where it cannot stop there')),
    }),
  },
  'phone.sendCode': {
    does: 'Sends this code as the second factor, whatever the screen offers, and with no session where there is none.',
    params: record({ ...asked, code: secret('the code, to the letter; may be anything') }),
    result: NOTHING,
  },
  'phone.signOut': { does: 'Signs out of the app.', params: record(asked), result: NOTHING },
  'phone.tap': {
    does: 'Taps what has exactly this name.',
    isCore: true,
    params: record({ ...asked, action: text('such as "Scan QR"') }),
    result: NOTHING,
  },
  'phone.scan': {
    does: 'What the camera sees; what the app makes of it is on the screen afterwards.',
    isCore: true,
    params: record({
      ...asked,
      picture: maybe(secret('PNG in Base64, for an adapter that sees pixels')),
      isAimed: maybe(flag('hold the picture so that its QR code lies within the brackets; else it is the whole view')),
      text: maybe(
        secret('for one that sees text: the QR code within the brackets, to the letter; left out where none is'),
      ),
    }),
    result: NOTHING,
  },
  'phone.typeValues': {
    does: 'Types the values in place of scanning, and confirms them.',
    params: record({ ...asked, deviceName: text('to the letter'), key: secret('the key in Base32, as it was shown') }),
    result: NOTHING,
  },
  'phone.code': {
    does: 'The one-time code that the app has at this time, with its leading zeros, on the screen or not.',
    isCore: true,
    params: record(asked),
    result: record({ code: secret('the digits alone') }),
  },
  'phone.protectedData': {
    does: 'Tries to reach everything that only a verified phone may read.',
    isCore: true,
    params: record(asked),
    result: record({
      resources: list(
        record({ resource: text('what it is, such as "conversations"'), shown: flag('whether it was shown') }),
        'each of them',
      ),
    }),
  },
  'phone.setCamera': {
    does: "Sets what the phone's owner answers when the app wants the camera, or takes the camera away.",
    params: record({ ...asked, state: choice(['granted', 'denied', 'denied for good', 'none'], 'granted at first') }),
    result: NOTHING,
  },
  'phone.cameraEvents': {
    does: 'What the app did with the camera, oldest first.',
    params: record(asked),
    result: record({
      events: list(
        choice(['permission asked', 'permission granted', 'permission denied', 'camera started', 'camera stopped'], ''),
        'each of them',
      ),
    }),
  },
  'phone.gesture': {
    does: "What a person can do beside the app's own buttons.",
    params: record({
      ...asked,
      gesture: choice(
        [
          'going back',
          'tapping beside the pop-up',
          'turning the phone',
          'leaving the app for another',
          'returning to the app',
          'killing and reopening the app',
          'following a link into a conversation',
          'moving the focus on',
        ],
        'which',
      ),
    }),
    result: NOTHING,
  },
  'phone.enterBy': {
    does: 'Enters the app in another way than signing in.',
    params: record({
      ...asked,
      way: choice(['reopening the app', 'a link into a conversation', 'a renewed session'], 'which'),
    }),
    result: NOTHING,
  },
  'phone.continueAnyway': {
    does: 'Asks the server for the result of Continue, whatever the screen offers.',
    params: record(asked),
    result: NOTHING,
  },
  'phone.accessibilityTree': {
    does: 'The screen as a screen reader has it.',
    params: record(asked),
    result: record({ root: ref<AccessibleNode>('node') }),
  },
  'phone.setNetwork': {
    does: 'Takes the network away, or has every request go unanswered, refused, or answered with 500 (failing) or 429 (busy).',
    params: record({ ...asked, state: choice([...NETWORK_STATES], 'online at first') }),
    result: NOTHING,
  },
  'phone.claim': {
    does: 'Has the app send this besides in every request from now on, as a forger would; nothing ends it.',
    params: record({
      ...asked,
      headers: maybe(anyFields('headers of HTTP: a text each')),
      fields: maybe(anyFields('fields of JSON, for requests that may have a body')),
    }),
    result: NOTHING,
  },
  'phone.duplicate': {
    does: 'Another phone with the same keys, signed out.',
    params: record({ ...asked, copy: text('the name of the other phone') }),
    result: NOTHING,
  },
  'phone.putAway': { does: 'The phone is not used any more.', params: record(asked), result: NOTHING },
} as const satisfies Record<string, Call>;
