import type { Call } from './call.ts';
import type { SaidBy } from './schema.ts';
import { choice, flag, list, maybe, NOTHING, record, secret, text, whole } from './schema.ts';
import { ref, type SHAPES } from './shapes.ts';

type Form = SaidBy<typeof SHAPES.form>;

const session = text('one window of one person; a name that was not heard before is a fresh window, signed out');

/** What a person does on the web. */
export const WEB_CALLS = {
  'web.open': {
    does: 'Opens an address, or where a signed-in person lands.',
    isCore: true,
    params: record({ session, address: maybe(text("left out: the portal's own")) }),
    result: NOTHING,
  },
  'web.look': {
    does: 'Tells what is to be seen, and changes nothing.',
    isCore: true,
    params: record({ session }),
    result: ref<SaidBy<typeof SHAPES.page>>('page'),
  },
  'web.signIn': {
    does: 'Signs in with the password on the page that is open; a refusal is a message on the page, and no error.',
    isCore: true,
    params: record({ session, username: text('the name'), password: secret('the password') }),
    result: NOTHING,
  },
  'web.signOut': { does: 'Signs out.', params: record({ session }), result: NOTHING },
  'web.follow': {
    does: 'Presses what has exactly this name; the steps to the registration are pressed one by one.',
    params: record({ session, step: text('such as "User profile"') }),
    result: NOTHING,
  },
  'web.openRegistration': {
    does: 'Goes to the form that asks for the name of a new device, or for a code of a registered one first.',
    isCore: true,
    params: record({ session }),
    result: NOTHING,
  },
  'web.confirmIdentity': {
    does: 'Gives the code of a registered device where the portal wants it before a registration.',
    params: record({ session, code: secret('the code') }),
    result: NOTHING,
  },
  'web.nameDevice': {
    does: 'Types the name and selects Next; a refusal is a message on the page, and no error.',
    isCore: true,
    params: record({ session, name: text('the name, to the letter; may be empty') }),
    result: NOTHING,
  },
  'web.qrCode': {
    does: 'The QR code on the page, and nothing where there is none.',
    isCore: true,
    params: record({ session }),
    result: record({
      picture: maybe(secret('PNG in Base64: the pixels of the page, or of the picture in it')),
      text: maybe(secret('for an adapter without pixels: what the QR code says, to the letter')),
    }),
  },
  'web.manualValues': {
    does: 'Opens "Not able to scan the QR code?"; the values are then lines of the page.',
    params: record({ session }),
    result: NOTHING,
  },
  'web.submit': {
    does: 'Types the one-time code and clicks Submit; a refusal is a message on the page, and no error.',
    isCore: true,
    params: record({ session, code: secret('the code, to the letter; may be anything') }),
    result: NOTHING,
  },
  'web.devices': {
    does: 'The list of devices under Mobile authentication; the page that is open stays as it is.',
    params: record({ session }),
    result: record({
      lines: list(text('one line'), 'everything that can be read there, line by line, to the letter'),
      removable: list(text('one name'), 'the names of the devices that can be removed'),
    }),
  },
  'web.removeDevice': {
    does: 'Removes a device, and says that it is meant.',
    params: record({ session, name: text('its name'), code: maybe(secret('where one was asked for')) }),
    result: record({ codeAsked: flag('a code of a registered device is wanted, and nothing was removed yet') }),
  },
  'web.source': {
    does: 'What the page has received and holds, as text: what "view source" shows.',
    params: record({ session }),
    result: record({ text: secret('HTML, or the body of the answer') }),
  },
  'web.reload': { does: 'Asks for the page anew.', params: record({ session }), result: NOTHING },
  'web.goBack': { does: 'Goes to the page before this one.', params: record({ session }), result: NOTHING },
  'web.askForHelp': {
    does: 'Asks for a new password, as somebody who forgot theirs.',
    params: record({ session, username: text('the name') }),
    result: NOTHING,
  },
  'web.setPassword': {
    does: 'Opens the address that came by mail, and sets a password there.',
    params: record({ session, address: secret('the address'), password: secret('the new password') }),
    result: NOTHING,
  },
  'web.form': {
    does: 'The form around the field for the name or for the code, as it would be sent with this text in it; sends nothing.',
    params: record({ session, field: choice(['name', 'code'], 'which'), text: text('what is typed') }),
    result: ref<Form>('form'),
  },
  'web.send': {
    does: 'Sends a form, which may have been read in another window or altered, in place of the page.',
    params: record({ session, form: ref<Form>('form') }),
    result: NOTHING,
  },
  'web.sendTogether': {
    does: 'Sends forms at the same moment; the page that is open stays as it is.',
    params: record({ session, forms: list(ref<Form>('form'), 'each of them') }),
    result: record({ statuses: list(whole('an HTTP status'), 'what was answered, in the order of the forms') }),
  },
  'web.close': { does: 'The window is not used any more.', params: record({ session }), result: NOTHING },
} as const satisfies Record<string, Call>;
