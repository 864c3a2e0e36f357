import type { ElementHandle, Page as Tab } from 'puppeteer';

/** Puts a text into a field, in place of what was there. */
export async function typeInto(tab: Tab, field: ElementHandle, text: string): Promise<void> {
  if (await field.evaluate(isBox)) return typeIntoBoxes(tab, field, text);
  await field.evaluate(select);
  if (text === '') return tab.keyboard.press('Delete');
  // One insertion, as from an input method or the clipboard: keyboards cannot type every character of a name.
  return tab.keyboard.sendCharacter(text);
}

/**
 * Where there is a box for each character, all are emptied, and then it is typed key by key: what leads from one box to
 * the next is the page.
 */
async function typeIntoBoxes(tab: Tab, first: ElementHandle, text: string): Promise<void> {
  const around = await first.evaluateHandle((box) => box.closest('form') ?? document.body);
  for (const box of await around.$$('input[maxlength="1"]')) {
    await box.evaluate(select);
    await tab.keyboard.press('Delete');
  }
  await first.evaluate(select);
  await tab.keyboard.type(text);
}

// Sent into the page as text: each must stand alone.

function isBox(field: Element): boolean {
  return (field as HTMLInputElement).maxLength === 1;
}

function select(field: Element): void {
  (field as HTMLInputElement).focus();
  (field as HTMLInputElement).select();
}
