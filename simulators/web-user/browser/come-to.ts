import type { Page as Tab } from 'puppeteer';

/** Opens an address, and has its page as it is now: a browser goes to another place in a document without asking for it. */
export async function comeTo(tab: Tab, address: string): Promise<void> {
  const answer = await tab.goto(address, { waitUntil: 'load' });
  if (!answer && new URL(address).hash !== '') await tab.reload({ waitUntil: 'load' });
}
