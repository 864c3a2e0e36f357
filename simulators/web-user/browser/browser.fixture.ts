import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer';
import { findBrowser } from '../../browser/find-browser.ts';
import { launchBrowser } from '../../browser/launch-browser.ts';

/** The browser that a run would find on this machine. */
export async function startTestBrowser(): Promise<Browser> {
  const cacheDirectory = join(homedir(), '.cache', 'paircheck');
  return launchBrowser(await findBrowser({ environment: process.env, cacheDirectory }));
}
