/**
 * The words of the document that a person on the web looks for, compared exactly after trimming (reading A-09); what
 * the document leaves unnamed (the fields of the sign-in) may be named in any of several usual ways.
 * @see the documented flow, sentences S8 and S12 to S19
 */
export interface Labels {
  /** The four named steps to the registration, in their order. */
  path: string[];
  next: string;
  notAbleToScan: string;
  submit: string;
  username: RegExp;
  password: RegExp;
  signIn: RegExp;
  /** What leads from the username to the password, where that is asked for on a page of its own. */
  afterUsername: RegExp;
  deviceName: RegExp;
  oneTimeCode: RegExp;
  /** What gives a registration up that was begun and left, for a portal that goes on with it. */
  startOver: RegExp;
  /** What goes on after proof of a registered device is given. */
  confirmIdentity: RegExp;
  signOut: RegExp;
  remove: RegExp;
  /** What says that a removal is meant. */
  confirmRemoval: RegExp;
  /** What leads somebody on who cannot sign in any more. */
  recovery: RegExp;
  sendRecovery: RegExp;
  newPassword: RegExp;
  repeatPassword: RegExp;
  savePassword: RegExp;
  /** Words that say, in the app, that the camera was refused or is needed; a hint where to hold the code has none. */
  aboutCamera: RegExp;
  /** Words that point to the phone's clock. "One-time code" and "You have 15 minutes" are none. */
  aboutClock: RegExp;
  /** Words that tell how much time there is. */
  aboutTimeLimit: RegExp;
  /** A number with a unit, in digits or in a word, or a time of day. */
  aboutWaiting: RegExp;
  /** Words that say, beside the list of devices, that a registration was begun and is none yet. */
  aboutUnfinished: RegExp;
  /** Words for what would help somebody on who has no phone in hand. */
  aboutOtherWays: RegExp;
}

export const ENGLISH_LABELS: Labels = {
  path: ['User profile', 'Access controls', 'Mobile authentication', 'Register new device'],
  next: 'Next',
  notAbleToScan: 'Not able to scan the QR code?',
  submit: 'Submit',
  username: /\b(user([ -]?(name|id))?|e-?mail|login|account( name)?)\b/i,
  password: /^((please )?(enter|type) )?((your|the|account|user) )?pass(word|phrase)\b/i,
  signIn: /^((sign|log)[ -]?(in|on)\b(?! with| as )|(continue|connect|authenticate)$)/i,
  afterUsername:
    /^(next|continue|proceed|go on|forward|submit|ok|enter|(sign|log)( me)?[ -]?(in|on))\b(?! with| as )|^go$/i,
  deviceName: /(?<!\b(user|log-?in|sign-?in|account)['’]?s?[ -])\bname\b|^(your |new |this )?device$/i,
  oneTimeCode: /\b(pass)?code\b|\bone-time\b|\bpin\b|\botp\b|\bdigits?\b/i,
  startOver: /^(start (over|again|anew)|begin again|cancel|discard|abandon|give up|stop)\b/i,
  confirmIdentity: /^(confirm|continue|verify|submit|next|proceed|ok)\b/i,
  signOut: /^(sign|log)( me)?[ -]?(out|off)\b(?! (of )?(all|every|(the )?other))/i,
  remove: /^(remove|delete|revoke|unregister|deactivate|unlink|forget|disconnect)\b/i,
  confirmRemoval: /^(yes|confirm|remove|delete|continue|ok|revoke|unregister|deactivate|unlink|forget|disconnect)\b/i,
  recovery: /\b(forg[eo]t|reset|recover|lost|trouble|cannot (sign|log) in|can't (sign|log) in|backup)/i,
  sendRecovery: /^(send|reset|continue|next|submit|request)\b/i,
  newPassword: /^(new )?password\b/i,
  repeatPassword: /^(repeat|confirm)\b.*\bpassword\b/i,
  savePassword: /^(save|set|change|reset|continue|submit)\b/i,
  aboutCamera:
    /\b(permission|access|allow(ed)?|grant(ed)?|denied|refused|blocked|unavailable|not available|cannot|can.?t|no camera|without (a|the|your) camera|needs?\b.*\bcamera|camera\b.*\bneeded)\b/i,
  aboutClock: /\bclock\b|\bdate\b|(?<!one[- ])\btime\b(?! ?(code|step|left|limit))/i,
  aboutTimeLimit: /\d+ ?min(ute)?s?\b|\bexpires?\b|\bvalid (for|until)\b/i,
  aboutWaiting:
    /\b(\d+|an?|one|two|three|five|ten|fifteen|twenty|thirty|sixty)[\s-]*(s|sec|seconds?|m|mins?|minutes?|h|hours?|days?)\b|\b\d{1,2}:\d\d\b/i,
  aboutUnfinished: /\b(not|isn.?t|hasn.?t|never)\b( been| yet)* (finished|completed?)\b|\bunfinished\b/i,
  aboutOtherWays:
    /\b(phone|device|authenticator|backup|recovery code|one-time|two-factor|2fa|another (way|factor|method))\b/i,
};

/** What to call in messages what the document leaves unnamed, and we know by patterns. */
const SAID: Partial<Record<keyof Labels, string>> = {
  username: '"Username" or "E-mail"',
  password: '"Password"',
  signIn: '"Sign in" or "Log in"',
  afterUsername: '"Next" or "Continue"',
  deviceName: '"Device name"',
  oneTimeCode: '"One-time code" or "Code"',
  confirmIdentity: '"Confirm" or "Continue"',
  signOut: '"Sign out" or "Log out"',
  remove: '"Remove" or "Delete"',
};

/** The words for one of our own patterns. */
export function saidOf(pattern: RegExp): string | undefined {
  const names = Object.keys(SAID) as (keyof typeof SAID)[];
  const name = names.find((one) => String(ENGLISH_LABELS[one]) === String(pattern));
  return name && SAID[name];
}

/**
 * What a target file says of its labels: a text that they begin with, or any of several; what begins with "about" may
 * stand anywhere.
 */
export type WrittenLabels = { path?: string[] } & Partial<Record<'next' | 'notAbleToScan' | 'submit', string>> &
  Partial<Record<Exclude<keyof Labels, 'path' | 'next' | 'notAbleToScan' | 'submit'>, string | string[]>>;

/** The labels of an implementation in another language, or with other words where the document has none. */
export function labelsOf(written: WrittenLabels = {}): Labels {
  const { path, next, notAbleToScan, submit, ...others } = written;
  const verbatim = Object.entries({ path, next, notAbleToScan, submit }).filter(([, text]) => text !== undefined);
  const patterns = Object.entries(others).map(([name, texts]) => [name, patternOf(name, [texts].flat())]);
  return { ...ENGLISH_LABELS, ...Object.fromEntries([...verbatim, ...patterns]) };
}

function patternOf(name: string, texts: string[]): RegExp {
  const anyOf = texts.map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|');
  return name.startsWith('about')
    ? new RegExp(`(?<!\\p{L})(?:${anyOf})(?!\\p{L})`, 'iu')
    : new RegExp(`^(?:${anyOf})(?!\\p{L})`, 'iu');
}
