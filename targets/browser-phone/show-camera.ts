import type { Pixels } from '../../simulators/camera/eye.ts';
import type { AppUse } from './app-use.ts';

/** How long an app may take to read what it sees; one that rightly ignores it shows nothing. */
const LOOK_MS = 3000;

/**
 * Holds things before the camera, one after the other, until the app notices one: it stops scanning, or shows other
 * words. The last one stays in view until the next act.
 * @throws {Blocked} when the app does not look
 */
export async function showCamera(use: AppUse, frames: Pixels[]): Promise<void> {
  const { isFilming } = await use.see();
  if (use.device.seesFilm && !isFilming) throw await use.blocked("the camera's view");
  const { device } = use;
  for (const frame of frames) {
    const before = await device.signature();
    await device.show(frame);
    if (await device.noticed(before, LOOK_MS)) break;
  }
  await device.rest();
  await use.see();
}
