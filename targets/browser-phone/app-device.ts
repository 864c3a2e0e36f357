import type { Pixels } from '../../simulators/camera/eye.ts';
import type { AccessibleNode, Gesture } from '../../simulators/phone/phone.ts';
import type { Picture } from '../../simulators/picture.ts';
import type { SeenScreen } from './seen-screen.ts';

/**
 * The device on which a vendor's app is open: a browser of ours, or whatever a WebDriver server drives. It opens the app
 * when it is first asked for something of it. What it cannot do at all it says by `Unprovided`.
 */
export interface AppDevice {
  readonly isOpen: boolean;
  /** Whether the camera's picture can be told from the rest of the screen, and what the app does with the camera. */
  readonly seesFilm: boolean;
  /** Whether something can be added to what the app sends. */
  readonly addsClaims: boolean;
  /** Sees to it that the world around the phone is as it is now, where the app is open. */
  follow(): Promise<void>;
  see(): Promise<SeenScreen>;
  /**
   * Waits, where the phone's time was sent elsewhere since this was last asked, until a code is gone from the screen, or
   * no longer. @returns whether it went
   */
  hasLeft(code: string | undefined, patienceMs: number): Promise<boolean>;
  /** Whether a page did not come, and a browser shows its own in place of it. */
  showsNoPage(): Promise<boolean>;
  /** Waits until what was done has come to rest. */
  rest(): Promise<void>;
  /** What would be another if the app had noticed something. */
  signature(): Promise<string>;
  /** Waits until the signature is another, or no longer. @returns whether it is */
  noticed(before: string, patienceMs: number): Promise<boolean>;
  /** @param frame what is before the camera from now on; left out, nothing */
  show(frame?: Pixels): Promise<void>;
  /** Comes to where the app begins, anew. */
  home(): Promise<void>;
  /** Forgets the session, and with `keys` everything else. */
  forget(what: { keys: boolean }): Promise<void>;
  gesture(gesture: Gesture): Promise<void>;
  /** What servers have answered the app since this was last asked: statuses. */
  takeStatuses(): Promise<number[]>;
  /** The screen as a screen reader has it. */
  tree(seen: SeenScreen): Promise<AccessibleNode>;
  /** What was copied last. */
  clipboard(): Promise<string>;
  /** The screen as PNG, without codes, keys and QR codes. */
  picture(seen: SeenScreen): Promise<Picture>;
  putAway(): Promise<void>;
}
