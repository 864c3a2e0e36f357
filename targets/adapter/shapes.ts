import type { AccessibleNode } from '../../simulators/phone/phone.ts';
import { choice, flag, list, maybe, record, type Schema, text } from './schema.ts';

/** One thing on the screen; it may hold others like it. */
const node: Schema<AccessibleNode> = record(
  {
    role: text('as in WAI-ARIA: dialog, button, text ...'),
    name: text('what is read out'),
    modal: maybe(flag('nothing outside of it can be reached')),
    focused: maybe(flag('it has the focus')),
    children: maybe(list(ref<AccessibleNode>('node'), 'what lies within it')),
  },
  'one thing on the screen as a screen reader has it',
);

/** What several calls answer with. */
export const SHAPES = {
  page: record(
    {
      address: text('the address that is open, or about:blank', { pattern: '^(https?://|about:blank$)' }),
      lines: list(
        text('one line'),
        'everything that can be read on the page, line by line, to the letter, messages among it; no HTML',
      ),
      offers: list(text('one name'), 'the names of everything that can be pressed or filled in, to the letter'),
      asksFor: list(
        choice(['username', 'password', 'name', 'code'], 'one field'),
        'the fields that are there to be filled in: of the sign-in, for the name of the device, for a one-time code',
      ),
      isSignedIn: flag('whether the account is open: the way to the user profile is offered'),
    },
    'a page of the portal as it is now',
  ),
  screen: record(
    {
      title: text('the heading, in the words of the document where it has one: "Verify device", "Device registered"'),
      actions: list(text('one name'), 'the names of everything that can be tapped now, in order, to the letter'),
      message: maybe(text('what the app says there; never the one-time code')),
      notice: maybe(text("what it says on every screen, such as that the phone's clock is wrong")),
      isScanning: flag("whether the camera's picture is on the screen, and QR codes are read from it"),
      brackets: flag('whether a frame shows where to hold the QR code'),
      isProtected: flag('whether anything of the account can be read here, such as its conversations'),
      accounts: list(text('one account'), 'for whom there are codes on the screen: one text for each code'),
    },
    "what is on the phone's screen",
  ),
  form: record(
    {
      action: text('the address that it goes to'),
      method: text('get or post'),
      fields: list(record({ name: text('its name on the wire'), value: text('what is in it') }), 'all that is sent'),
      fieldName: text('the name on the wire of the field that was asked for'),
    },
    'a form of the page as it would be sent',
  ),
  node,
} as const;

export function ref<Said>(name: string): Schema<Said> {
  return { $ref: `#/definitions/${name}` };
}
