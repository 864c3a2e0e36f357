/** Where a value stands in an answer. */
export type Source =
  | { json: string }
  | { header: string }
  | { cookie: string }
  | { html: string }
  /** An expression whose first group is the value. */
  | { regex: string };

/** What an answer looks like; everything that is said has to hold. */
export interface Expectation {
  status?: number | number[];
  /** JSON Pointers to values that are there, and not null. */
  has?: string | string[];
  /** JSON Pointers to values that are not there, or null. */
  lacks?: string | string[];
  /** Values by JSON Pointer; a text is a template. */
  json?: Record<string, string | number | boolean | null>;
  /** Expressions by the name of a header field. */
  header?: Record<string, string>;
  /** An expression that stands anywhere in the text. */
  text?: string;
}

/** A request, in templates: `{{username}}` and the like. */
export interface DescribedRequest {
  /** Method and path, such as `POST /login`. */
  send: string;
  headers?: Record<string, string>;
  query?: Record<string, string>;
  /** The body as JSON ... */
  json?: unknown;
  /** ... or as a form. */
  form?: Record<string, string>;
  /** Whether redirects are followed. */
  follow?: boolean;
  /** Values of the answer, by the name that later requests use them under. */
  take?: Record<string, Source>;
}

/** A request that stands for something a person does. */
export interface Verb extends DescribedRequest {
  /** Requests that come first, each time, such as that of the page with the token. */
  before?: DescribedRequest[];
  success?: Expectation;
  needsCode?: Expectation;
  refused?: Expectation;
}

/** How an account is made. */
export interface AccountVerb extends Verb {
  /** Templates for what the account is called, and for its password. */
  username?: string;
  password?: string;
}

/** How the devices are listed. */
export interface ListVerb extends Verb {
  /** A JSON Pointer to the list. */
  list: string;
  /** A JSON Pointer to the name in one entry; left out where the entry is the name. */
  name?: string;
}

/** Everything that a person does at a portal, as requests. @see ../target.schema.json */
export interface Requests {
  /** Sent along with each of them; one whose value nobody has taken yet is left out. */
  headers?: Record<string, string>;
  createAccount?: AccountVerb;
  signIn: Verb;
  signInWithCode?: Verb;
  startRegistration: Verb;
  confirm: Verb;
  takeAway?: Verb;
  devices?: ListVerb;
  manualValues?: Verb;
  signOut?: Verb;
  protected?: Verb;
}

/** The names under which a start may take what it answers with. */
export const START_NAMES = ['uri', 'key', 'picture'] as const;

/** The parts that are verbs, by their names in the file. */
export const VERB_NAMES = [
  'createAccount',
  'signIn',
  'signInWithCode',
  'startRegistration',
  'confirm',
  'takeAway',
  'devices',
  'manualValues',
  'signOut',
  'protected',
] as const satisfies (keyof Requests)[];
export type VerbName = (typeof VERB_NAMES)[number];

/** Whether a start answers with the text of a QR code; of a key alone nobody can say how the portal would write it. */
export function givesKeyUri({ startRegistration: { take = {} } }: Requests): boolean {
  return take.uri !== undefined || take.picture !== undefined;
}
