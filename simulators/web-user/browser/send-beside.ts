import type { Page as Tab } from 'puppeteer';
import type { Recorder } from '../../network/recorder.ts';
import type { RawRequest } from '../page.ts';
import { standOnBlankPage } from './blank-page.ts';
import { sendAll } from './in-page.ts';
import { Settling } from './settling.ts';
import { TabTraffic } from './tab-traffic.ts';

/** Where requests are sent from, and who takes note of the answers. */
interface Beside {
  /** A tab of the same session: the portal's own pages may rightly forbid to send anything. */
  tab: Tab;
  /** An address of the portal. */
  at: string;
  recorder: Recorder;
}

/** Sends requests at the same moment, beside what the pages show. @returns the HTTP statuses, redirects followed */
export async function sendBeside({ tab, at, recorder }: Beside, requests: RawRequest[]): Promise<number[]> {
  await standOnBlankPage(tab, new URL('/blank-page-beside', at).href);
  const traffic = new TabTraffic(tab, recorder);
  const settling = new Settling(tab);
  try {
    await traffic.prickUpEars();
    const statuses = await tab.evaluate(sendAll, requests);
    await settling.rest();
    return statuses;
  } finally {
    settling.stop();
    await traffic.leave();
  }
}
