import type { CameraState } from '../../simulators/phone/phone.ts';

/** What a phone's system keeps of what apps do, whatever becomes of their windows. */
export class Told {
  /** What its owner will answer, or has answered for good. */
  camera: CameraState = 'granted';
  readonly links: string[] = [];
  readonly log: string[] = [];
  readonly cameraEvents: string[] = [];
  #permissionGranted = false;

  /** @param what `started`, `stopped`, or the name of the error that the app got in place of the camera */
  cameraDid(what: string): void {
    if (what === 'stopped') this.cameraEvents.push('camera stopped');
    if (what === 'started') this.#answered('permission granted', 'camera started');
    // Any other error, such as that there is no camera, comes without a question.
    if (what === 'NotAllowedError') this.#answered('permission denied');
  }

  #answered(...answer: string[]): void {
    if (this.#permissionGranted) {
      this.cameraEvents.push(...answer.filter((event) => !event.startsWith('permission')));
      return;
    }
    // Once denied for good, the system answers by itself and shows the owner no question.
    const asked = this.camera === 'denied for good' ? [] : ['permission asked'];
    this.cameraEvents.push(...asked, ...answer);
    this.#permissionGranted = answer.includes('permission granted');
  }
}
