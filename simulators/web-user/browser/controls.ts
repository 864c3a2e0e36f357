import type { ElementHandle, SerializedAXNode, Page as Tab } from 'puppeteer';
import type { ControlName } from '../page.ts';
import { goesBy, plainName } from '../plain-name.ts';
import { placeBeside } from '../row-of.ts';
import { textBefore } from '../text-before.ts';
import { isBox, nameOfGroup } from './boxes.ts';

/** Chromium's names for what a person presses and what a person types into. */
const ROLES: Record<ControlName['kind'], string[]> = {
  press: ['link', 'button', 'menuitem', 'tab', 'DisclosureTriangle', 'DisclosureTriangleGrouped'],
  fill: ['textbox', 'searchbox', 'spinbutton'],
};

/** All controls of the page, as assistive technology is told of them. */
export async function controlsOf(tab: Tab): Promise<(SerializedAXNode & { name: string })[]> {
  const tree = await tab.accessibility.snapshot();
  const controls = tree ? flatten(tree) : [];
  return controls.filter(isControl).map((node) => ({ ...node, name: plainName(node.name ?? '') }));
}

/** The first control of this kind and name, or the one in the row of a text, ready to be used. */
export async function findControl(
  tab: Tab,
  { kind, name, beside }: ControlName,
): Promise<ElementHandle | null | undefined> {
  const fits = goesBy(name);
  const all = (await controlsOf(tab)).filter((node) => ROLES[kind].includes(node.role));
  const meant = all.filter((node) => fits(node.name));
  if (meant.length === 0 && kind === 'fill') return findByTextBefore(all, fits);
  // Of several of one name, people use what can be used.
  const first = meant.find(({ disabled }) => !disabled) ?? meant[0];
  if (beside === undefined || meant.length < 2) return first?.elementHandle();
  const handles = (await Promise.all(meant.map((node) => node.elementHandle()))).filter((handle) => handle !== null);
  return handles[await tab.evaluate(placeBeside, beside, ...(handles as ElementHandle<Element>[]))];
}

/**
 * A field that has no name for assistive technology is what stands before it, to whoever sees it; one of several boxes for
 * a text, which has a name of its own, is that too.
 */
async function findByTextBefore(
  fields: SerializedAXNode[],
  fits: (text: string) => boolean,
): Promise<ElementHandle | null> {
  for (const node of fields) {
    const field = (await node.elementHandle()) as ElementHandle<Element> | null;
    if (!field || ((node.name ?? '').trim() !== '' && !(await isBox(field)))) continue;
    if (fits(await field.evaluate(textBefore)) || fits(await field.evaluate(nameOfGroup))) return field;
  }
  return null;
}

function isControl({ role }: SerializedAXNode): boolean {
  return Object.values(ROLES).some((roles) => roles.includes(role));
}

function flatten(node: SerializedAXNode): SerializedAXNode[] {
  return [node, ...(node.children ?? []).flatMap(flatten)];
}
