import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Pixels } from '../../../camera/eye.ts';
import type { Handset } from '../handset.ts';
import { Actions, Page } from './parts.tsx';
import type { ScreenView } from './screen-view.ts';

/** Between two looks: a hand is not faster, and a battery lasts. */
const LOOK_MS = 100;
/** As fine as the largest symbol needs it, in pixels; and a second size, for one that falls badly on the first. */
const SIDES = [960, 720] as const;

/** The camera's view, with the brackets over it. */
export const Scanner: ScreenView = ({ shown, handset }) => {
  const film = useRef<HTMLVideoElement>(null);
  useLayoutEffect(() => (film.current ? watch(film.current, handset) : undefined), [handset]);
  return (
    <Page screen={shown.screen}>
      <div class="view">
        <video ref={film} playsInline muted aria-label="The view of the camera" />
        <div class="brackets" role="img" aria-label="Brackets: hold the QR code within them">
          <i />
          <i />
          <i />
          <i />
        </div>
      </div>
      <Actions buttons={shown.buttons} handset={handset} />
    </Page>
  );
};

/** Shows the film, and looks at it from time to time. @returns what ends it */
function watch(film: HTMLVideoElement, handset: Handset): () => void {
  const canvas = document.createElement('canvas');
  let isOver = false;
  let next: ReturnType<typeof setTimeout> | undefined;
  film.srcObject = handset.camera.stream ?? null;
  let looks = 0;
  const look = async () => {
    const view = viewOf(film, canvas, SIDES[looks++ % SIDES.length]);
    if (view) await handset.look(view);
    if (!isOver) next = setTimeout(() => void look(), LOOK_MS);
  };
  // It may be taken away before it has begun.
  film.play().then(look, () => undefined);
  return () => {
    isOver = true;
    clearTimeout(next);
    film.srcObject = null;
  };
}

/** The square in the middle of the film, which is what is shown of it. */
function viewOf(film: HTMLVideoElement, canvas: HTMLCanvasElement, most = 0): Pixels | undefined {
  const { videoWidth: width, videoHeight: height } = film;
  const square = Math.min(width, height);
  const side = Math.min(square, most);
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  if (side === 0 || !brush) return undefined;
  canvas.width = side;
  canvas.height = side;
  brush.drawImage(film, (width - square) / 2, (height - square) / 2, square, square, 0, 0, side, side);
  const { data } = brush.getImageData(0, 0, side, side);
  return { width: side, height: side, data: Uint8ClampedArray.from(data) };
}
