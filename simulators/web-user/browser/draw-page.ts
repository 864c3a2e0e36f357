import type { Page as Tab } from 'puppeteer';
import { Recorder } from '../../network/recorder.ts';
import type { WebSession } from '../page.ts';
import { BrowserPage } from './browser-page.ts';
import type { Windows } from './windows.ts';

/**
 * The pixels of a page that was fetched without a browser: its HTML is not asked for again, which might be a new key;
 * what it needs beside that is fetched in its session.
 */
export async function drawPage(windows: Windows, session: WebSession, html: string): Promise<Uint8Array[]> {
  const window = await windows.take();
  const page = new BrowserPage(window, new Recorder());
  try {
    await answerFirst(window.tab, html);
    await page.resume(session);
    return await page.pictures();
  } finally {
    await page.close();
  }
}

async function answerFirst(tab: Tab, html: string): Promise<void> {
  let isAnswered = false;
  await tab.setRequestInterception(true);
  tab.on('request', (request) => {
    if (isAnswered) return void request.continue();
    isAnswered = true;
    return void request.respond({ contentType: 'text/html; charset=utf-8', body: html });
  });
}
