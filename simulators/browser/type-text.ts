import type { Page as Tab } from 'puppeteer';

/** What a keyboard writes, and not so much of it that nobody would type it. */
const TYPED = /^[\x20-\x7e]{1,64}$/;

/**
 * Puts a text where the focus is. Pages listen to keys, so it is typed key by key; what keys do not write is inserted, as
 * from an input method or the clipboard, and one key follows that changes nothing.
 */
export async function typeText({ keyboard }: Tab, text: string): Promise<void> {
  if (TYPED.test(text)) return keyboard.type(text);
  await keyboard.sendCharacter(text);
  await keyboard.press('End');
}
