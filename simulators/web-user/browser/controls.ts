import type { ElementHandle, SerializedAXNode, Page as Tab } from 'puppeteer';
import type { ControlName } from '../page.ts';

/** Chromium's names for what a person presses and what a person types into. */
const ROLES: Record<ControlName['kind'], string[]> = {
  press: ['link', 'button', 'menuitem', 'tab', 'DisclosureTriangle', 'DisclosureTriangleGrouped'],
  fill: ['textbox', 'searchbox', 'spinbutton'],
};

/** All controls of the page, as assistive technology is told of them. */
export async function controlsOf(tab: Tab): Promise<(SerializedAXNode & { name: string })[]> {
  const tree = await tab.accessibility.snapshot();
  const controls = tree ? flatten(tree) : [];
  return controls.filter(isControl).map((node) => ({ ...node, name: (node.name ?? '').replace(/\s+/g, ' ').trim() }));
}

/** The first control of this kind and name, ready to be used. */
export async function findControl(tab: Tab, { kind, name }: ControlName): Promise<ElementHandle | null | undefined> {
  const fits = (text: string) => (typeof name === 'string' ? text === name : name.test(text));
  const controls = await controlsOf(tab);
  return controls.find((node) => ROLES[kind].includes(node.role) && fits(node.name))?.elementHandle();
}

/** Puts a text into a field, in place of what was there. */
export async function fillIn(field: ElementHandle, { text, tab }: { text: string; tab: Tab }): Promise<void> {
  await field.evaluate((element) => (element as HTMLInputElement).select());
  if (text === '') return tab.keyboard.press('Delete');
  // One insertion, as from an input method or the clipboard: keyboards cannot type every character of a name.
  return tab.keyboard.sendCharacter(text);
}

function isControl({ role }: SerializedAXNode): boolean {
  return Object.values(ROLES).some((roles) => roles.includes(role));
}

function flatten(node: SerializedAXNode): SerializedAXNode[] {
  return [node, ...(node.children ?? []).flatMap(flatten)];
}
