import type { ElementHandle, Page as Tab } from 'puppeteer';
import { typeText } from '../../browser/type-text.ts';
import { Unprovided } from '../../errors.ts';
import { boxesAround, isBox } from './boxes.ts';

/** Puts a text into a field, in place of what was there. */
export async function typeInto(tab: Tab, field: ElementHandle, text: string): Promise<void> {
  if (await isBox(field)) return typeIntoBoxes(tab, field, text);
  await field.evaluate(select);
  if (text === '') return tab.keyboard.press('Delete');
  return typeText(tab, text);
}

/**
 * Where there is a box for each character, all are emptied, and then it is typed key by key: what leads from one box to
 * the next is the page.
 */
async function typeIntoBoxes(tab: Tab, first: ElementHandle, text: string): Promise<void> {
  const { length } = await first.evaluate(boxesAround);
  if (text.length > length) throw new Unprovided(`room for ${text.length} characters`, `there are ${length} boxes`);
  const all = await first.evaluateHandle(boxesAround);
  for (let nth = 0; nth < length; nth += 1) {
    const box = await all.evaluateHandle((boxes, at) => boxes[at] ?? document.body, nth);
    await box.evaluate(select);
    await tab.keyboard.press('Delete');
  }
  await first.evaluate(select);
  await tab.keyboard.type(text);
}

// Sent into the page as text: each must stand alone.

function select(field: Element): void {
  (field as HTMLInputElement).focus();
  (field as HTMLInputElement).select();
}
