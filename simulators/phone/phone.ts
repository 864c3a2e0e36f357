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
  /** Whether a frame shows where to hold the QR code. */
  brackets: boolean;
}

/** `granted` and the others are what the phone's owner will answer, or has answered for good; `none`: no camera. */
export type CameraState = 'granted' | 'denied' | 'denied for good' | 'none';

/** Whether the app showed one protected thing, such as the conversations. */
export interface Access {
  resource: string;
  shown: boolean;
}

/**
 * A phone with the app on it, played by whoever: it acts and tells what is to be seen, and never judges.
 * Every act throws `Blocked` when the app does not offer it, and `TargetGone` when nobody answers.
 */
export interface Phone {
  /** @param sends what is sent in place of the phone's code, for a phone in the wrong hands; left out, the code itself */
  signIn(credentials: Credentials, sends?: (code: string) => string): Promise<void>;
  signOut(): Promise<void>;
  screen(): Promise<Screen>;
  /** Taps what has this name. */
  tap(action: string): Promise<void>;
  /** Holds the camera so that a picture (PNG) fills its view. */
  pointCameraAt(picture: Uint8Array): Promise<void>;
  typeValues(values: TypedValues): Promise<void>;
  /** The code on the screen. */
  oneTimeCode(): Promise<string>;
  /** Tries to reach everything that a verified phone may read. */
  protectedData(): Promise<Access[]>;
  setCamera(state: CameraState): void;
  /** How far the phone's own clock is ahead of the true time, in seconds; negative when it is slow. */
  setDrift(seconds: number): void;
  /** What the app did with the camera, oldest first: "permission asked", "permission granted", "camera started" ... */
  cameraEvents(): string[];
  /** Another phone with the same keys, signed out. */
  duplicate(): Phone;
  /** The screen as SVG, without code and key. */
  picture(): string;
}
