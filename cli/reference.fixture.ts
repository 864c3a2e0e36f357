import { startReferenceServer } from '../reference-server/server.ts';

interface Closing {
  after(close: () => Promise<void>): void;
}

/** A reference whose clock a run moves, until the test ends; gives its addresses as lines of a target file. */
export async function startTestReference(test: Closing, options: { secretSource?: () => Uint8Array } = {}) {
  let stoppedAtEpochMs = Date.now();
  const clock = {
    now: () => stoppedAtEpochMs,
    set: (atEpochMs: number) => {
      stoppedAtEpochMs = atEpochMs;
    },
  };
  const server = await startReferenceServer({ clock, control: {}, ...options });
  test.after(() => server.close());
  const { portalUrl, phoneApiUrl, controlUrl = '' } = server.addresses;
  return [`portalUrl: ${portalUrl}`, `phoneApiUrl: ${phoneApiUrl}`, `controlUrl: ${controlUrl}`];
}
