import { type ReferenceServerOptions, startReferenceServer } from '../reference-server/server.ts';
import { SystemClock } from '../simulators/clock/system-clock.ts';

interface Closing {
  after(close: () => Promise<void>): void;
}

/**
 * A reference whose clock a run moves, in this process, so that a test can get it wrong or end it.
 * @param wrongByMs how far its clock is ahead of what it is set to
 */
export async function startReference(options: Partial<ReferenceServerOptions> = {}, wrongByMs = 0) {
  const asSet = new SystemClock();
  const instants = new Set<number>();
  const clock = {
    now: () => asSet.now() + wrongByMs,
    set: (atEpochMs: number) => {
      asSet.set(atEpochMs);
      instants.add(atEpochMs);
    },
  };
  const server = await startReferenceServer({ clock, control: {}, ...options });
  const { portalUrl, controlUrl = '' } = server.addresses;
  return { server, flags: ['--portal-url', portalUrl, '--control-url', controlUrl], instants };
}

/** The same until the test ends; gives its addresses as lines of a target file. */
export async function startTestReference(test: Closing, options: Partial<ReferenceServerOptions> = {}) {
  const { server } = await startReference(options);
  test.after(() => server.close());
  const { portalUrl, phoneApiUrl, controlUrl = '' } = server.addresses;
  return [`portalUrl: ${portalUrl}`, `phoneApiUrl: ${phoneApiUrl}`, `controlUrl: ${controlUrl}`];
}
