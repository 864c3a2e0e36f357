import type { Page as Tab } from 'puppeteer';
import { screenshot } from '../../browser/tabs.ts';
import type { Viewing } from '../page.ts';

/** The whole page's pixels (PNG) on another screen; the tab is left as it was. */
export async function takePixelsOn(tab: Tab, { widthPx, pixelRatio, theme }: Viewing): Promise<Uint8Array> {
  const before = tab.viewport();
  await tab.setViewport({ width: widthPx, height: 800, deviceScaleFactor: pixelRatio });
  await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
  try {
    return await screenshot(tab, { fullPage: true });
  } finally {
    await tab.emulateMediaFeatures([]);
    await tab.setViewport(before);
  }
}
