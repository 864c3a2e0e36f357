import type { Credentials } from '../phone/phone.ts';
import type { FormAround, Picture, Viewing, WebSession } from './page.ts';

/** What the page showed after an act that was not there before it: messages, in words. */
export type News = string[];

/** What the page offers for typing instead of scanning, as a person would copy it. */
export interface ManualValues {
  /** Every line that appeared when the values were asked for. */
  lines: string[];
  /** The lines that can only be a key: Base32 of at least 80 bits, in groups or not. */
  keys: string[];
}

/** A request for the code's place that no keyboard makes, in its form on the wire. */
export interface OddValue {
  contentType: string;
  /** Builds the body around the form's other fields. */
  body(fields: [name: string, value: string][], fieldName: string): string;
}

/**
 * A person at the web portal, played with or without a browser: acts and tells what is to be seen, and never judges.
 * Every act throws `Blocked` when the page does not offer it, and `TargetGone` when nobody answers.
 */
export interface WebUser {
  signIn(credentials: Credentials): Promise<void>;
  /** Whether the account is open: the way to the user's profile is offered. */
  isSignedIn(): Promise<boolean>;
  /** Opens the portal where a signed-in person lands. */
  openPortal(): Promise<void>;
  /** The names of everything that can be pressed or filled in, for telling what was there instead. */
  offers(): Promise<string[]>;
  /** Follows one named step of the path. @returns false when the page does not offer it */
  follow(step: string): Promise<boolean>;
  /** Goes to the registration form; where the portal first wants proof of a registered device, gives its code. */
  openRegistration(codeOfRegisteredDevice?: () => Promise<string>): Promise<void>;
  isAskedForName(): Promise<boolean>;
  nameDevice(name: string): Promise<void>;
  next(): Promise<News>;
  /** The picture (PNG) with the QR code, or nothing when none of the page's pixels hold one. */
  qrCode(): Promise<Uint8Array | undefined>;
  /** The same page on another screen, as PNG; `undefined` for a web user who sees no layout. */
  pageOn(viewing: Viewing): Promise<Uint8Array | undefined>;
  /** Whether anything that can only be a key can be read on the page. */
  showsKey(): Promise<boolean>;
  offersManualValues(): Promise<boolean>;
  openManualValues(): Promise<ManualValues>;
  isAskedForCode(): Promise<boolean>;
  typeCode(code: string): Promise<void>;
  submit(): Promise<News>;
  /** Sends the code's form with an odd value in its place. @returns the HTTP status */
  submitOdd(value: OddValue): Promise<number>;
  /** Sends the code's form many times at the same moment. @returns the HTTP statuses */
  submitTogether(code: string, times: number): Promise<number[]>;
  /** How often the list under Mobile authentication shows exactly this name. */
  countListed(name: string): Promise<number>;
  /** Everything that can be read under Mobile authentication, line by line. */
  devicesPage(): Promise<string[]>;
  address(): string;
  open(address: string): Promise<void>;
  source(): Promise<string>;
  /** The form that names the device, as it would be sent, for somebody else to send. */
  nameForm(name: string): Promise<FormAround>;
  replay(form: FormAround): Promise<void>;
  session(): Promise<WebSession>;
  /** Goes on where another window has got to. */
  resume(session: WebSession): Promise<void>;
  /** What the person sees, for a report: without symbol, key, password and code. */
  picture(): Promise<Picture>;
  close(): Promise<void>;
}
