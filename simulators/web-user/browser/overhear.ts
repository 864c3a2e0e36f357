import type { Page as Tab } from 'puppeteer';
import type { FormAround } from '../page.ts';
import { formOfRequest } from '../script-form.ts';

/**
 * What a script of the page would send of a sample that an act has it send. It never arrives: to the page the network
 * is gone at that moment.
 */
export async function overhear(tab: Tab, sample: string, act: () => Promise<void>): Promise<FormAround | undefined> {
  const session = await tab.createCDPSession();
  let heard: FormAround | undefined;
  session.on('Fetch.requestPaused', ({ requestId, request }) => {
    const { url: address, method, headers, postData: body = '' } = request;
    const form = formOfRequest({ address, method, headers, body }, sample);
    heard ??= form;
    const answer = form
      ? session.send('Fetch.failRequest', { requestId, errorReason: 'ConnectionFailed' })
      : session.send('Fetch.continueRequest', { requestId });
    // One that the page has dropped meanwhile is nobody's any more.
    answer.catch(() => {});
  });
  const patterns = (['XHR', 'Fetch'] as const).map((resourceType) => ({ urlPattern: '*', resourceType }));
  await session.send('Fetch.enable', { patterns });
  try {
    await act();
  } finally {
    await session.detach();
  }
  return heard;
}
