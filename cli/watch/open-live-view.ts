import open from 'open';
import type { Surroundings } from '../surroundings.ts';
import { LiveView } from './live-view.ts';

/** The page on which a run is watched; it says where that is, and opens it where somebody sits before a screen. */
export async function openLiveView(total: number, { env, platform, stderr }: Watching): Promise<LiveView> {
  const view = new LiveView(total);
  const address = await view.open();
  stderr.write(`watch the run at ${address}\n`);
  const hasScreen = platform !== 'linux' || env.DISPLAY !== undefined || env.WAYLAND_DISPLAY !== undefined;
  // Where it cannot be opened its address has been said.
  if (stderr.isTTY && hasScreen) await open(address).catch(() => {});
  return view;
}

type Watching = Pick<Surroundings, 'env' | 'stderr' | 'platform'>;
