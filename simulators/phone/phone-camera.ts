import type { CameraState } from './phone.ts';

/** Either the camera runs, or why it does not. */
export type CameraAnswer = 'started' | 'no camera' | 'no permission' | 'in use';

/** The camera of one phone and the system's permission to use it. */
export class PhoneCamera {
  state: CameraState = 'granted';
  readonly events: string[] = [];
  #permissionGranted = false;

  /** What an app has to do before it sees anything. */
  async start(): Promise<CameraAnswer> {
    if (this.state === 'none') return 'no camera';
    if (!this.#permissionGranted) this.#askForPermission();
    if (!this.#permissionGranted) return 'no permission';
    this.events.push('camera started');
    return 'started';
  }

  #askForPermission(): void {
    // Once denied for good, the system answers by itself and shows the owner no question.
    if (this.state !== 'denied for good') this.events.push('permission asked');
    this.#permissionGranted = this.state === 'granted';
    this.events.push(this.#permissionGranted ? 'permission granted' : 'permission denied');
  }
}
