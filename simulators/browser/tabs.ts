import type { BrowserContext, ScreenshotOptions, Page as Tab } from 'puppeteer';

// A full browser, other than a headless shell, draws of each window the tab in front alone, and others wait for ever.

/** A further tab, that lives as if it were in front. */
export async function openTab(context: BrowserContext): Promise<Tab> {
  const tab = await context.newPage();
  await tab.emulateFocusedPage(true);
  return tab;
}

/** The pixels of a tab, which comes to the front for that: a PNG. */
export async function screenshot(tab: Tab, options: Omit<ScreenshotOptions, 'encoding' | 'type'>): Promise<Uint8Array> {
  await tab.bringToFront();
  return tab.screenshot(options);
}
