import type { Pixels } from '../../simulators/camera/eye.ts';
import type { AppUse } from './app-use.ts';
import type { InPage } from './in-page.ts';

/** How long an app may take to read what it sees; one that rightly ignores it shows nothing. */
const LOOK_MS = 3000;

declare const paircheck: InPage;

/**
 * Holds things before the camera, one after the other, until the app notices one: it stops scanning, or shows other
 * words. The last one stays in view until the next act.
 * @throws {Blocked} when the app does not look
 */
export async function showCamera(use: AppUse, frames: Pixels[]): Promise<void> {
  const { isFilming } = await use.see();
  if (!isFilming) throw await use.blocked("the camera's view");
  const app = await use.window.app();
  const feed = await use.window.feed();
  for (const frame of frames) {
    const before = await app.attempt(() => app.tab.evaluate(() => paircheck.signature()));
    feed.show(frame);
    if (await app.noticed(before, LOOK_MS)) break;
  }
  await app.change(async () => {});
  await use.see();
}
