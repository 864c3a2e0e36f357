import type { Picture } from '../picture.ts';
import type { PageAccessibility } from './accessibility.ts';

/** Beside what was filled in: what sends a form, and not a link of the same name at the head of the page. */
export const BESIDE_FILLED = '';

/** How a control is known to a person or a screen reader. A text is compared exactly, an expression is tried. */
export interface ControlName {
  kind: 'press' | 'fill';
  name: string | RegExp;
  /** Of several the one in the row of this text; left out, the first. */
  beside?: string | undefined;
}

/**
 * A form as it would be sent: where to, and with which fields; `fieldName` is the one that was asked for, and empty when
 * what is typed into it is not sent under a name of its own.
 */
export interface FormAround {
  action: string;
  method: string;
  fields: [name: string, value: string][];
  fieldName: string;
  /** Where a script sends it: with which headers of its own, and beside what of an object, where it sends one. */
  script?: { headers: Record<string, string>; json?: Record<string, unknown> };
}

/** A session as it can be handed from one window to another: where it is, and its cookies. */
export interface WebSession {
  address: string;
  cookies: SessionCookie[];
}

/** One cookie; `expires` is in seconds since the epoch, and -1 when it ends with the session. */
export interface SessionCookie {
  name: string;
  value: string;
  domain: string;
  path: string;
  expires: number;
  httpOnly: boolean;
  secure: boolean;
  sameSite?: 'Strict' | 'Lax' | 'None' | undefined;
}

/** How a page is looked at: width of the window and pixels of the screen for each CSS pixel. */
export interface Viewing {
  widthPx: number;
  pixelRatio: number;
  theme: 'light' | 'dark';
}

/** How a page of another site makes a browser send something here. */
export type ForeignRequest = 'a form' | 'a form of plain text' | 'a link';

/** A request made with the page's own cookies, beside what its controls can say. */
export interface RawRequest {
  address: string;
  /** POST, if left out. */
  method?: string;
  contentType: string;
  headers?: Record<string, string>;
  body: string;
}

/**
 * One page of a web portal as a person meets it, whoever renders it. Nothing is found by markup: controls by role and
 * accessible name, everything else as visible text and pixels.
 */
export interface Page {
  open(address: string): Promise<void>;
  address(): string;
  /**
   * Presses what has this name (link, button, menu item, tab, summary), and waits for what that sets off. Where there is
   * no such thing to be seen, what the page has folded away is opened.
   * @param beside of several the one in the row of this text; left out, the first
   */
  press(name: string | RegExp, beside?: string): Promise<boolean>;
  /** Puts a text into the field of this name, in place of what was there. */
  fill(name: string | RegExp, text: string): Promise<boolean>;
  has(control: ControlName): Promise<boolean>;
  /** The same, after opening what the page has folded away, one level after another, where it is not to be seen. */
  reach(control: ControlName): Promise<boolean>;
  /** The accessible names of all controls, for messages about what was there instead. */
  controlNames(): Promise<string[]>;
  /** What can be read on the page, line by line, the values of its fields included. */
  lines(): Promise<string[]>;
  /** The page's pixels, or those of its pictures, as PNG: where a QR code may be. Taken once between two acts. */
  pictures(): Promise<Uint8Array[]>;
  /** The page's pixels (PNG) on another screen; `undefined` where nothing is laid out. */
  pixelsOn(viewing: Viewing): Promise<Uint8Array | undefined>;
  formAround(control: ControlName): Promise<FormAround | undefined>;
  /** Where pages have scripts: what one would send of a sample, were it not kept from it. */
  overhear?(sample: string, act: () => Promise<void>): Promise<FormAround | undefined>;
  /** Sends requests at the same moment. @returns the HTTP statuses, redirects followed */
  sendTogether(requests: RawRequest[]): Promise<number[]>;
  /** Sends a form as it was read elsewhere, in place of the page. */
  replay(form: FormAround): Promise<void>;
  /** A second page of the same session, in a tab of its own. */
  secondTab(): Promise<Page>;
  /** What another window needs to go on here. */
  session(): Promise<WebSession>;
  /** Goes on where another window has got to. */
  resume(session: WebSession): Promise<void>;
  readonly accessibility: PageAccessibility;
  /** Goes to the page before this one. */
  back(): Promise<void>;
  /** Asks for this page anew. */
  reload(): Promise<void>;
  /** Every address that the page has asked for since it was opened, or names, whole. */
  addresses(): Promise<string[]>;
  /** Everything that scripts could read of what the browser keeps for the site, as text. */
  storage(): Promise<string[]>;
  /** The pages of the same site that the page links to. */
  links(): Promise<string[]>;
  /** Where it can stand on another site: what that site would make a browser send. @returns the HTTP status */
  sendFromElsewhere?(form: FormAround, how: ForeignRequest): Promise<number>;
  /** A picture for people, as PNG or SVG, in which every symbol, key, password and code is painted over. */
  picture(secretLines: string[]): Promise<Picture>;
  /** Everything the page has received and holds, as text: what a curious person finds with "view source". */
  source(): Promise<string>;
  close(): Promise<void>;
}
