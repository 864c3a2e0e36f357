import type { Credentials } from '../phone/phone.ts';
import type { Picture } from '../picture.ts';
import type { AccessibleUser } from './accessible-user.ts';
import type { DeviceList } from './device-list.ts';
import type { Viewing, WebSession } from './page.ts';
import type { Recovery } from './recovery.ts';
import type { ManualValues, News } from './told.ts';
import type { WireUser } from './wire-user.ts';

/**
 * A person at the web portal, played with or without a browser: acts and tells what is to be seen, and never judges.
 * Every act throws `Blocked` when the page does not offer it, and `TargetGone` when nobody answers.
 */
export interface WebUser {
  /** The same person, who does not see the page, or uses no mouse. */
  readonly accessible: AccessibleUser;
  readonly devices: DeviceList;
  readonly recovery: Recovery;
  readonly wire: WireUser;
  /** @param codeOfRegisteredDevice given where the portal asks for a second factor; left out, it stays asked for */
  signIn(credentials: Credentials, codeOfRegisteredDevice?: () => Promise<string>): Promise<void>;
  /** Signs in on the page that is open, which may lead back to where the person wanted to go. */
  signInHere(credentials: Credentials): Promise<void>;
  /** Signs in and goes to the registration form, on the shortest way that was found before. */
  signInToRegister(credentials: Credentials, codeOfRegisteredDevice?: () => Promise<string>): Promise<void>;
  signOut(): Promise<void>;
  /** Opens the page with the sign-in, which may be a step away from where a stranger arrives. */
  openSignIn(): Promise<void>;
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
  /** Selects Next; where the portal then first wants proof of a registered device, gives its code. */
  next(codeOfRegisteredDevice?: () => Promise<string>): Promise<News>;
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
  address(): string;
  open(address: string): Promise<void>;
  goBack(): Promise<void>;
  reload(): Promise<void>;
  /** Everything that can be read on the page, line by line. */
  lines(): Promise<string[]>;
  /** Opens every page that can be reached by links from where a signed-in person lands. @returns their addresses */
  visitAll(): Promise<string[]>;
  /** Another tab of the same session, with nothing in it yet. */
  newTab(): Promise<WebUser>;
  session(): Promise<WebSession>;
  /** Goes on where another window has got to. */
  resume(session: WebSession): Promise<void>;
  /** What the person sees, for a report: without symbol, key, password and code. */
  picture(): Promise<Picture>;
  close(): Promise<void>;
}
