import type { Page as Tab } from 'puppeteer';

/**
 * Stands at an address on an empty page of our own, put in where the browser would have asked the network for it: who
 * serves the site is not asked, and cannot say what is sent from there.
 */
export async function standOnBlankPage(tab: Tab, address: string): Promise<void> {
  const session = await tab.createCDPSession();
  session.on('Fetch.requestPaused', ({ requestId }) => {
    const responseHeaders = [{ name: 'content-type', value: 'text/html' }];
    // When it fails the page never comes, which is told where it is waited for.
    session.send('Fetch.fulfillRequest', { requestId, responseCode: 200, responseHeaders, body: '' }).catch(() => {});
  });
  await session.send('Fetch.enable', { patterns: [{ urlPattern: `${address}*` }] });
  await tab.goto(address, { waitUntil: 'load' });
  await session.detach();
}
