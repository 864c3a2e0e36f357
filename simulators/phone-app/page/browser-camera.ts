import type { CameraState } from '../../phone/phone.ts';
import type { CameraAnswer } from '../../phone/phone-camera.ts';

/** What a browser says in place of a picture. @see Media Capture and Streams, "getUserMedia" */
const REFUSALS: Record<string, CameraAnswer> = {
  NotAllowedError: 'no permission',
  SecurityError: 'no permission',
  NotFoundError: 'no camera',
  OverconstrainedError: 'no camera',
};

const WANTED: MediaStreamConstraints = {
  audio: false,
  video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 960 } },
};

/** The browser's camera, and its owner's permission. */
export class BrowserCamera {
  stream: MediaStream | undefined;

  async start(): Promise<CameraAnswer> {
    this.stop();
    // Browsers have no camera for pages that came over an open network.
    if (!navigator.mediaDevices) return 'no camera';
    try {
      this.stream = await navigator.mediaDevices.getUserMedia(WANTED);
      return 'started';
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      return REFUSALS[error.name] ?? 'in use';
    }
  }

  stop(): void {
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.stream = undefined;
  }

  /** As far as the browser tells without asking its owner; the rest comes out when the camera is started. */
  async state(): Promise<CameraState> {
    const devices = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
    if (!devices.some(({ kind }) => kind === 'videoinput')) return 'none';
    return (await permission()) === 'denied' ? 'denied for good' : 'granted';
  }
}

/** Not every browser knows the name of this permission. */
async function permission(): Promise<PermissionState | undefined> {
  try {
    return (await navigator.permissions.query({ name: 'camera' })).state;
  } catch {
    return undefined;
  }
}
