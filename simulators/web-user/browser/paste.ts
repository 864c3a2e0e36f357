import type { ElementHandle, Page as Tab } from 'puppeteer';
import { typeInto } from './type-into.ts';

/**
 * Pastes a text into a field as a person does, through the clipboard and with the event that pages listen to.
 * @returns what the fields of its form hold of it afterwards, one after the other: a page may spread it over several
 */
export async function pasteInto(
  field: ElementHandle,
  { text, tab, errandTab }: { text: string; tab: Tab; errandTab: Tab },
): Promise<string> {
  await copy(errandTab, text);
  // The same text pasted again would change nothing.
  await typeInto(tab, field, '');
  const before = await field.evaluate(valuesAround);
  await field.evaluate((element) => (element as HTMLInputElement).focus());
  await tab.keyboard.press('KeyV', { commands: ['paste'] });
  const after = await field.evaluate(valuesAround);
  return after.filter((value, at) => value !== before[at]).join('');
}

/** Into the clipboard, by way of a page of our own, for the portal's may be forbidden to use it. */
async function copy(tab: Tab, text: string): Promise<void> {
  await tab.goto('about:blank');
  await tab.evaluate((words) => {
    const area = document.createElement('textarea');
    area.value = words;
    document.body.append(area);
    area.select();
  }, text);
  await tab.keyboard.press('KeyC', { commands: ['copy'] });
}

/** Sent into the page as text: what a person has put into each field of a field's form. */
function valuesAround(field: Element): string[] {
  const around: ParentNode = field.closest('form') ?? document;
  const inputs = [...around.querySelectorAll<HTMLInputElement>('input:not([type=hidden])')];
  return inputs.map((input) => input.value);
}
