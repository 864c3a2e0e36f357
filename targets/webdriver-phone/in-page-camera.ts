import type { CameraState } from '../../simulators/phone/phone.ts';

// These functions live in the page as text, in one scope with the other in-page functions: nothing else is there.

/** What our scripts in the page hold of the camera that they play. */
export interface PlayedCamera {
  state: CameraState;
  /** What is before it; without one, a light wall. */
  picture: ImageBitmap | undefined;
}

declare const camera: PlayedCamera & { wasAllowed?: boolean };

/** A camera of ours in place of the browser's: it films what it is given, and answers as the phone's owner does. */
function playCamera(): void {
  const cameras = window.MediaDevices?.prototype;
  if (!cameras) return;
  const { getUserMedia, enumerateDevices } = cameras;
  cameras.getUserMedia = async function (this: MediaDevices, wanted?: MediaStreamConstraints) {
    if (!wanted?.video) return getUserMedia.call(this, wanted);
    if (camera.state === 'none') throw new DOMException('Requested device not found', 'NotFoundError');
    if (camera.state !== 'granted') throw new DOMException('Permission denied', 'NotAllowedError');
    camera.wasAllowed = true;
    return filming();
  };
  cameras.enumerateDevices = async function (this: MediaDevices) {
    const others = (await enumerateDevices.call(this)).filter(({ kind }) => kind !== 'videoinput');
    return camera.state === 'none' ? others : [...others, ownCamera()];
  };
  playPermission();
}

function ownCamera(): MediaDeviceInfo {
  const facts = { kind: 'videoinput', deviceId: 'played', groupId: 'played', label: camera.wasAllowed ? 'Camera' : '' };
  return { ...facts, toJSON: () => facts } as MediaDeviceInfo;
}

function playPermission(): void {
  const permissions = window.Permissions?.prototype;
  if (!permissions) return;
  const { query } = permissions;
  permissions.query = async function (this: Permissions, wanted: PermissionDescriptor) {
    if ((wanted.name as string) !== 'camera') return query.call(this, wanted);
    const answered = camera.state === 'denied for good' ? 'denied' : 'prompt';
    const state = camera.state === 'granted' && camera.wasAllowed ? 'granted' : answered;
    return Object.assign(new EventTarget(), { name: 'camera', state, onchange: null }) as unknown as PermissionStatus;
  };
}

/** Twenty pictures a second, as long as somebody takes them. */
function filming(): MediaStream {
  const [width, height, everyMs] = [1280, 960, 50];
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const paint = canvas.getContext('2d') as CanvasRenderingContext2D;
  const draw = () => {
    paint.fillStyle = '#c8c8c8';
    paint.fillRect(0, 0, width, height);
    if (!camera.picture) return;
    const fitting = Math.min(width / camera.picture.width, height / camera.picture.height);
    // A large one is fine-grained: were some of its pixels doubled and others not, weak readers would lose count.
    const scale = fitting > 1 && fitting < 2 ? 1 : fitting;
    const [wide, high] = [Math.floor(camera.picture.width * scale), Math.floor(camera.picture.height * scale)];
    paint.imageSmoothingEnabled = scale < 1;
    paint.drawImage(camera.picture, Math.floor((width - wide) / 2), Math.floor((height - high) / 2), wide, high);
  };
  draw();
  const stream = canvas.captureStream(1000 / everyMs);
  const timer = setInterval(() => {
    if (stream.getTracks().some(({ readyState }) => readyState === 'live')) draw();
    else clearInterval(timer);
  }, everyMs);
  return stream;
}

/** @param png what is before the camera from now on, in base64; empty for nothing */
async function showFrame(png: string): Promise<void> {
  const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
  camera.picture = png === '' ? undefined : await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
}

function setCamera(state: CameraState): void {
  camera.state = state;
}

export const CAMERA: readonly ((...given: never[]) => unknown)[] = [
  playCamera,
  ownCamera,
  playPermission,
  filming,
  showFrame,
  setCamera,
];
