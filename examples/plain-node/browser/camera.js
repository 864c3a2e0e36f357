/** The brackets enclose the middle four fifths of the square that is shown (style.css); a little more is read. */
const READ_SHARE = 0.86;
const GLANCE_EVERY_MS = 120;

/**
 * Shows the camera in the video and tells what each QR code within the brackets says.
 *
 * @param {HTMLVideoElement} video
 * @param {(text: string) => Promise<void>} tell - awaited before the next glance
 * @returns {Promise<() => void>} stops the camera
 * @throws DOMException when the permission is denied or there is no camera
 */
export async function watch(video, tell) {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  let isOn = true;
  const stop = () => {
    isOn = false;
    stream.getTracks().forEach((track) => {
      track.stop();
    });
  };
  video.srcObject = stream;
  // A page that is left while the video starts rejects this; there is nobody to tell.
  await video.play().catch(() => {});
  const glance = async () => {
    const text = readWithinBrackets(video);
    if (text !== undefined && isOn) {
      await tell(text);
    }
    if (isOn) {
      setTimeout(() => void glance(), GLANCE_EVERY_MS);
    }
  };
  void glance();
  return stop;
}

function readWithinBrackets(video) {
  const side = Math.round(Math.min(video.videoWidth, video.videoHeight) * READ_SHARE);
  if (side === 0) {
    return undefined;
  }
  const left = (video.videoWidth - side) / 2;
  const top = (video.videoHeight - side) / 2;
  const canvas = new OffscreenCanvas(side, side);
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  pen.drawImage(video, left, top, side, side, 0, 0, side, side);
  return globalThis.jsQR(pen.getImageData(0, 0, side, side).data, side, side)?.data;
}
