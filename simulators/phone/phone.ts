import type { Pixels } from '../camera/eye.ts';
import type { NetworkState } from '../network/phone-network.ts';
import type { Picture } from '../picture.ts';

/** What a person signs in with, on either side. */
export interface Credentials {
  username: string;
  password: string;
}

/** The values that a person types instead of scanning. */
export interface TypedValues {
  deviceName: string;
  key: string;
}

/** What is on the phone's screen, in the words a person reads there. The one-time code is not among them. */
export interface Screen {
  title: string;
  /** The names of everything that can be tapped, in order. */
  actions: string[];
  message?: string;
  /** What the app has to say on every screen, such as that the phone's clock is wrong. */
  notice?: string;
  /** Whether the camera's picture is on the screen, and QR codes are read from it. */
  isScanning: boolean;
  /** Whether a frame shows where to hold the QR code. */
  brackets: boolean;
  /** Whether anything of the account can be read here, such as its conversations. */
  isProtected: boolean;
  /** For whom there are codes here: one text for each code that is shown. */
  accounts: string[];
}

/** `granted` and the others are what the phone's owner will answer, or has answered for good; `none`: no camera. */
export type CameraState = 'granted' | 'denied' | 'denied for good' | 'none';

/** Whether the app showed one protected thing, such as the conversations. */
export interface Access {
  resource: string;
  shown: boolean;
}

/** A way into the app other than signing in. */
export type WayIn = 'reopening the app' | 'a link into a conversation' | 'a renewed session';

/** What a person can do to a phone beside the app's own buttons. */
export type Gesture =
  | 'going back'
  | 'tapping beside the pop-up'
  | 'turning the phone'
  | 'leaving the app for another'
  | 'returning to the app'
  | 'killing and reopening the app'
  | 'following a link into a conversation'
  | 'moving the focus on';

/** What a forger has the app send besides, in every request from then on. */
export interface Claims {
  headers?: Record<string, string>;
  /** JSON fields, for requests that may have a body. */
  fields?: Record<string, unknown>;
}

/** One thing on the screen as a screen reader has it. */
export interface AccessibleNode {
  /** As in WAI-ARIA: `dialog`, `button`, `text` ... */
  role: string;
  name: string;
  /** Nothing outside of it can be reached. */
  modal?: boolean;
  focused?: boolean;
  children?: AccessibleNode[];
}

/** One text that somebody who looks into the phone can read, and where. */
export interface ReadableText {
  where: 'screen' | 'log' | 'clipboard' | 'export';
  text: string;
}

/**
 * A phone with the app on it, played by whoever: it acts and tells what is to be seen, and never judges.
 * Every act throws `Blocked` when the app does not offer it, and `TargetGone` when nobody answers although the phone
 * has a network.
 */
export interface Phone {
  /** Whether it has the document's app; else it shows codes, and the portal is all that there is to sign in to. */
  readonly hasApp: boolean;
  /** @param sends what is sent in place of the phone's code, for a phone in the wrong hands; left out, the code itself */
  signIn(credentials: Credentials, sends?: (code: string) => string): Promise<void>;
  /** The password alone: stops where a code is asked for. */
  startSignIn(credentials: Credentials): Promise<void>;
  /** Sends a code as the second factor, whatever the screen offers, and with no session where there is none. */
  sendCode(code: string): Promise<void>;
  enterBy(way: WayIn): Promise<void>;
  signOut(): Promise<void>;
  screen(): Promise<Screen>;
  /** Taps what has this name. */
  tap(action: string): Promise<void>;
  /** Asks the server for the result of Continue, whatever the screen offers. */
  continueAnyway(): Promise<void>;
  gesture(gesture: Gesture): Promise<void>;
  /** Holds the camera so that the QR code of a picture (PNG) lies within the brackets. */
  pointCameraAt(picture: Uint8Array): Promise<void>;
  /** What the camera sees, as it is. */
  seeFrame(frame: Pixels): Promise<void>;
  typeValues(values: TypedValues): Promise<void>;
  /** The code on the screen. */
  oneTimeCode(): Promise<string>;
  /** Tries to reach everything that a verified phone may read. */
  protectedData(): Promise<Access[]>;
  setCamera(state: CameraState): Promise<void>;
  setNetwork(state: NetworkState): Promise<void>;
  /** How far the phone's own clock is ahead of the true time, in seconds; negative when it is slow. */
  setDrift(seconds: number): Promise<void>;
  /** @param zone a name of the IANA time zone database */
  setTimeZone(zone: string): Promise<void>;
  /** The time in the status bar, such as "14:05". */
  statusBarTime(): Promise<string>;
  /** What the app did with the camera, oldest first: "permission asked", "permission granted", "camera started" ... */
  cameraEvents(): Promise<string[]>;
  /** Every address that was handed to the phone to be opened, by the app or by its owner, oldest first. */
  openedLinks(): Promise<string[]>;
  accessibilityTree(): Promise<AccessibleNode>;
  /** Every text that somebody who looks into the phone can read now, with all that was logged so far. */
  readable(): Promise<ReadableText[]>;
  /** Another phone with the same keys, signed out. */
  duplicate(): Phone;
  /** Another phone, without keys, that holds this one's session as it is now: what a thief of the token has. */
  copySession(): Phone;
  claim(claims: Claims): void;
  /** What is on the screen, for a report: without code and key. */
  picture(): Promise<Picture>;
  /** Puts the phone away for good. */
  putAway(): Promise<void>;
}
