import { ACTIONS } from '../../simulators/phone/screens.ts';

/**
 * What apps call the things that the document leaves unnamed, in whole: where a name fits, it has one meaning. The
 * document's own words, such as Cancel, are left as they are written.
 */
const OURS: readonly [RegExp, string][] = [
  [
    /^try (it )?again\b|^retry\b|^ask again\b|^(allow|enable|grant)\b.*\b(camera|access|permission)\b/i,
    ACTIONS.tryAgain,
  ],
  [
    /manual|by hand|not able to scan|(can.?t|cannot|unable to) scan|^type\b|^enter .*\b(values?|key|code)\b/i,
    ACTIONS.typeInstead,
  ],
  [/^use (these|the) (values|key)\b/i, ACTIONS.useValues],
  [/^(sign|log) ?-?in$/i, ACTIONS.signIn],
  [/^(sign|log) ?-?out\b/i, ACTIONS.signOut],
];

/** What else a name may be when somebody looks for one of our actions and nothing fits it better. */
const ALSO: Record<string, RegExp> = {
  [ACTIONS.cancel]:
    /^cancel\b|^(go )?back$|^close$|^abort$|^stop\b|^start (over|again)$|^[\u00d7\u2715\u2716\u2190\u2039]$/i,
  [ACTIONS.continue]: /^continue\b/i,
  [ACTIONS.scanQr]: /^scan( the| a)? qr( code)?$/i,
  [ACTIONS.ok]: /^(ok|okay|done|close|got it|finish|all right|dismiss)\b/i,
  // After a permission was given the app may have begun again, and then Scan QR is another try.
  [ACTIONS.tryAgain]: /\b(again|retry|use (the )?camera|open (the )?camera|allow)\b|^scan( the| a)? qr( code)?$/i,
  [ACTIONS.useValues]:
    /^use\b(?!.*\b(camera|scan|qr)\b)|^(confirm|continue|next|submit|save|add|verify|register|pair|done|ok)\b|^(show|get)\b.*\bcode\b/i,
  [ACTIONS.signIn]: /^(sign|log) ?-?in\b|^(continue|next|submit)$/i,
  [ACTIONS.signOut]: /\b(sign|log) ?-?(me )?out\b/i,
  [ACTIONS.typeInstead]: /\b(type|enter|values?|key)\b/i,
};

/** Fields by what they are called. */
export const FIELDS = {
  username: /\b(user ?name|user|e-?mail( address)?|login|account)\b/i,
  password: /\bpass(word|phrase)\b/i,
  deviceName: [/\bdevice\b.*\bname\b|\bname\b.*\bdevice\b/i, /\bname\b/i, /\b(account|device|label)\b/i],
  key: [/\b(key|secret)\b/i, /\bcode\b/i],
  code: /\bcode\b|\bone-time\b|\bpin\b|\bdigits?\b/i,
} as const;

/** What leads from a screen that asks for the username alone to the password. */
export const AFTER_USERNAME = /^(next|continue|proceed|go on|(sign|log) ?in)\b/i;

/** What a screen that asks who somebody is may be called. */
export const SIGN_IN = /^(please )?(sign|log) ?-?in\b/i;

/** Where an app may have what concerns the account, such as Sign out: a tab, a menu. */
export const ABOUT_ACCOUNT =
  /^((my|your|the|open|show|user|this) )*(account|profile|settings?|menu|more|options|me|device|phone)\b|^[\u2630\u22ee\u22ef\u2026\u2699]\ufe0f?$/i;

/** What shows a registered phone's code when it is wanted. */
export const SHOW_CODE = /^((show|get|view|see)\b.*|my |the )?\b(one-time )?(codes?|pin)$/i;

/** The buttons that go on from a form with a code in it. "Use this code" may do no more than to write it there. */
export const CONFIRM = /^(confirm|continue|verify|submit|next|send|sign in|log in|ok)\b/i;
export const USE_CODE = /^use\b/i;

/** What has a registered phone send its code itself. */
export const SEND_CODE = /^(send|submit|use|confirm)\b.*\b(code|pin)\b/i;

/** What leads from the question for a code of a registered phone to the registration of this one. */
export const REGISTER_THIS =
  /\b(verify|register|pair|set up)\b.*\b(device|phone)\b|\b(device|phone)\b.*\b(verify|register|pair)\b/i;

/** What leads to where nobody is let in yet: the sign-in, the pop-up, another try. */
export const LEADS_BACK =
  /\b(sign|log) ?-?in\b|\bscan\b.*\bqr\b|\b(verify|register|pair)\b.*\b(device|phone)\b|\b(device|phone)\b.*\b(verify|register|pair)\b|\bstart (over|again)\b|\btry again\b|\bretry\b|^restart\b/i;

/** What is said to somebody who is not let in, where that is all that is said. */
export const NOT_LET_IN =
  /\bcancel+ed\b|\bnot (been )?(verified|registered|allowed|signed in)\b|\b(sign|log) ?-?in\b|\bsigned out\b|\bexpired\b|\bdenied\b|\bverify\b|\berror\b|\bwent wrong\b|\bloading\b/i;

/** Headings of a screen for somebody who is signed in and not let in yet. */
export const KEPT_OUT =
  /\bverif(y|ied|ication)\b|\bregist(er|ered|ration)\b|\block(ed)?\b|\b(required|needed)\b|\bcancel+ed\b/i;

/** What an app says that does something by itself. */
export const BUSY =
  /\b(one|a) moment\b|\bplease wait\b|\bwaiting for\b|\bhold on\b|\b(confirming|checking|verifying)\b|\bsigning( you)? in\b|\b(\.\.\.|\u2026)$/i;

/** What has to come first, said of the account. */
export const UNTIL = /\b(as soon as|until|unless|once|first)\b.*\b(verif|regist)|\b(verif|regist)\w* .*\bfirst\b/i;

/** A date from which on something is demanded, or leave to do it another time: who reads that is let in. */
export const SAYS_WHEN =
  /\b(from|by|after|until|before|on|starting)\b.{0,16}\b(january|february|march|april|20\d\d)\b|\b(not now|remind me)\b/i;

/** The name in our words where its meaning is certain, else to the letter. How large its letters are drawn is no matter. */
export function inOurWords(name: string): string {
  const isSame = (action: string) => action.toLowerCase() === name.toLowerCase();
  return Object.values(ACTIONS).find(isSame) ?? OURS.find(([pattern]) => pattern.test(name))?.[1] ?? name;
}

/** Which of some names somebody means who looks for an action: to the letter first, then by what it may be called. */
export function meant(action: string, names: readonly string[]): string | undefined {
  const isSame = (name: string) => name.toLowerCase() === action.toLowerCase();
  const also = ALSO[action];
  return (
    names.find((name) => name === action) ??
    names.find(isSame) ??
    names.find((name) => inOurWords(name) === action) ??
    names.find((name) => also?.test(name))
  );
}
