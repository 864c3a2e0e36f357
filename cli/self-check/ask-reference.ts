import type { ISupportCodeLibrary } from '@cucumber/cucumber/api';
import type { Seams } from '../../reference-server/seams.ts';
import { startReferenceServer } from '../../reference-server/server.ts';
import { SystemClock } from '../../simulators/clock/system-clock.ts';
import type { PhoneAppOptions, ServedPhoneApp } from '../../simulators/phone-app/page-server.ts';
import type { WorldParameters } from '../../steps/support/stage.ts';
import { type Target, targetAt } from '../../targets/target.ts';
import { type CucumberRun, nowhere, runSentences } from '../cucumber.ts';
import { REFERENCE_DECLARES } from '../prepare-run.ts';

/** What our own server is called in a verdict. */
export const REFERENCE_NAME = 'the reference';
/** Loaded with the first run of this thread, and used by all. */
let support: ISupportCodeLibrary | undefined;

/** Which scenarios ask, and what is changed about the server and the phones. */
export interface Asking extends Pick<CucumberRun, 'tags' | 'places' | 'onMessage'> {
  seams?: Seams | undefined;
  /** Where the phone is the app's page: the module of its defect. */
  page?: Pick<PhoneAppOptions, 'faultFile'>;
  variant?: Pick<Target, 'declares' | 'labels'> | undefined;
  parameters: Omit<WorldParameters, 'targets' | 'start'>;
}

/** Scenarios ask a fresh reference. It lives in this thread: nothing has to be started for it but a socket. */
export async function askReference({ seams, variant, page, parameters, ...run }: Asking): Promise<void> {
  const clock = new SystemClock();
  clock.set(parameters.startEpochMs);
  const server = await startReferenceServer({ clock, control: {}, seams });
  const app = page && (await startApp({ ...page, phoneApiUrl: server.addresses.phoneApiUrl }));
  const addresses = { ...server.addresses, appUrl: app?.appUrl, conversationUrl: app?.conversationUrl };
  try {
    support = await runSentences({
      ...run,
      order: 'defined',
      parameters: {
        ...parameters,
        targets: [{ ...targetAt(REFERENCE_NAME, addresses), declares: REFERENCE_DECLARES, ...variant }],
      },
      workers: 1,
      stderr: nowhere(),
      support,
    });
  } finally {
    await app?.close();
    await server.close();
  }
}

/** Loaded when there is to be one, for it brings a bundler. */
async function startApp(options: PhoneAppOptions): Promise<ServedPhoneApp> {
  return (await import('../../simulators/phone-app/page-server.ts')).startPhoneApp(options);
}
