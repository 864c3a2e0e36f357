interface PortalCamera {
  /** Whether it is to take the place of the computer's camera. */
  isWanted(): boolean;
  /** Asks the page what is to be seen; {@link show} has the answer. */
  look(): void;
}

/**
 * In pixels: fine enough for the largest symbol, and no finer, for the app looks at each of them again and again, and
 * portal and phone are of one site, so that browsers give them one thread.
 */
const SIDE = 600;
/** A portal does not move, so it need not be looked at as often as a hand. */
const LOOK_MS = 250;
/** What a browser tells pages of a camera. */
const CAMERA = { deviceId: 'portal', groupId: '', kind: 'videoinput', label: 'The portal' } as const;

const film = document.createElement('canvas');
film.width = SIDE;
film.height = SIDE;
let seen: (() => void) | undefined;

/** What the camera has in view from now on. */
export function show(picture: ImageBitmap): void {
  film.getContext('2d')?.drawImage(picture, 0, 0, SIDE, SIDE);
  picture.close();
  seen?.();
}

/** Answers the app, where it asks the browser for a camera, with one that looks at the portal. */
export function lookAtPortal({ isWanted, look }: PortalCamera): void {
  const { mediaDevices, permissions } = navigator;
  const [getUserMedia, enumerateDevices] = [
    mediaDevices.getUserMedia.bind(mediaDevices),
    mediaDevices.enumerateDevices.bind(mediaDevices),
  ];
  const query = permissions.query.bind(permissions);
  mediaDevices.getUserMedia = (wanted) => (isWanted() ? filmed(look) : getUserMedia(wanted));
  mediaDevices.enumerateDevices = async () => (isWanted() ? [{ ...CAMERA, toJSON: () => CAMERA }] : enumerateDevices());
  permissions.query = async (asked) => {
    // No browser asks about it: the camera is none.
    const isCamera = (asked.name as string) === 'camera';
    return isCamera && isWanted() ? ({ state: 'granted' } as PermissionStatus) : query(asked);
  };
}

async function filmed(look: () => void): Promise<MediaStream> {
  await nextView(look);
  const stream = film.captureStream();
  const [track] = stream.getVideoTracks();
  const goOn = async () => {
    if (track?.readyState !== 'live') return;
    await nextView(look);
    setTimeout(() => void goOn(), LOOK_MS);
  };
  void goOn();
  return stream;
}

function nextView(look: () => void): Promise<void> {
  return new Promise((resolve) => {
    seen = resolve;
    look();
  });
}
