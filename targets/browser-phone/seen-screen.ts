import type { ElementHandle, SerializedAXNode } from 'puppeteer';
import { typeText } from '../../simulators/browser/type-text.ts';
import { hitControl } from '../../simulators/web-user/browser/hit-control.ts';
import { plainName } from '../../simulators/web-user/plain-name.ts';
import { textBefore } from '../../simulators/web-user/text-before.ts';
import type { AppTab } from './app-tab.ts';
import type { InPage, Look } from './in-page.ts';
import { meant } from './words.ts';

/** Chromium's names for what a finger is for, and for what is typed into. */
export const TAPPED = ['link', 'button', 'menuitem', 'tab', 'DisclosureTriangle', 'DisclosureTriangleGrouped'];
export const TYPED_INTO = ['textbox', 'searchbox', 'spinbutton'];
export const POP_UPS = ['dialog', 'alertdialog'];

declare const paircheck: InPage;

interface Usable {
  name: string;
  element: ElementHandle<Element>;
}

/** Something that can be tapped now: its name to the letter. */
interface Tap {
  name: string;
  /** Taps it with a finger. @returns whether it was still there */
  tap(): Promise<boolean>;
}

/** Something that can be typed into now. */
export interface Field {
  name: string;
  /** Puts a text into it, in place of what was there. */
  type(text: string): Promise<void>;
  /** Sends its form by its key on the keyboard. */
  enter(): Promise<void>;
}

/** Everything that a person sees on the app's screen and can use there now; with a pop-up open, of the pop-up alone. */
export interface SeenScreen extends Look {
  /** Whether a pop-up is open; its name is empty where it has none. */
  popUp: string | undefined;
  taps: Tap[];
  fields: Field[];
}

/** Looks at the app's screen. */
export function see(app: AppTab): Promise<SeenScreen> {
  return app.attempt(async () => {
    const nodes = flat(await app.tab.accessibility.snapshot());
    const popUp = await lastReachable(nodes.filter(({ role }) => POP_UPS.includes(role)));
    const here = popUp ? flat(popUp.node) : nodes;
    const taps = await usable(here.filter(({ role }) => TAPPED.includes(role)));
    const fields = await asSeen(await usable(here.filter(({ role }) => TYPED_INTO.includes(role))));
    const dialog = popUp?.element ?? null;
    const look = await app.tab.evaluate((element) => paircheck.look(element), dialog);
    const controls = [...taps, ...fields].map(({ element }) => element);
    const others = await app.tab.evaluate(
      (element, ...known) => paircheck.tappableTexts(known, element),
      dialog,
      ...controls,
    );
    return {
      ...look,
      popUp: popUp && nameOf(popUp.node),
      taps: [...taps.map((one) => tapOf(app, one)), ...others.map((name) => tapOfText(app, name))],
      fields: fields.map((one) => fieldOf(app, one)),
    };
  });
}

/** A field that has no name for assistive technology is what stands before it, to whoever sees it. */
function asSeen(fields: Usable[]): Promise<Usable[]> {
  const nameSeen = async (one: Usable) => (one.name === '' ? one.element.evaluate(textBefore) : one.name);
  return Promise.all(fields.map(async (one) => ({ ...one, name: await nameSeen(one) })));
}

/** Taps what somebody means by an action. @returns whether there was such a thing */
export async function tapOn({ taps }: SeenScreen, action: string): Promise<boolean> {
  const name = meant(
    action,
    taps.map((one) => one.name),
  );
  const found = taps.find((one) => one.name === name);
  return (await found?.tap()) ?? false;
}

function tapOf(app: AppTab, { name, element }: Usable): Tap {
  const tap = async () => {
    await app.change(() => hitControl(element, () => element.tap()));
    return true;
  };
  return { name, tap };
}

/** Of what only looks as if it could be tapped: it is looked for when it is. */
function tapOfText(app: AppTab, name: string): Tap {
  const tap = async () => {
    const handle = await app.tab.evaluateHandle((text) => paircheck.elementOfText(text, null), name);
    const element = handle.asElement() as ElementHandle<Element> | null;
    if (element) await app.change(() => hitControl(element, () => element.tap()));
    return element !== null;
  };
  return { name, tap };
}

function fieldOf(app: AppTab, { name, element }: Usable): Field {
  return {
    name,
    type: (text) => typeInto(app, element, text),
    enter: () => app.change(() => element.press('Enter')),
  };
}

async function typeInto(app: AppTab, field: ElementHandle<Element>, text: string): Promise<void> {
  await app.change(async () => {
    await field.evaluate((element) => {
      (element as HTMLInputElement).focus();
      (element as HTMLInputElement).select?.();
    });
    await (text === '' ? app.tab.keyboard.press('Delete') : typeText(app.tab, text));
  });
}

/** The field that fits the first of some patterns for which there is one. */
export function fieldLike({ fields }: SeenScreen, ...patterns: readonly RegExp[]): Field | undefined {
  for (const pattern of patterns) {
    const field = fields.find(({ name }) => pattern.test(name));
    if (field) return field;
  }
  return undefined;
}

function flat(node: SerializedAXNode | null): SerializedAXNode[] {
  return node ? [node, ...(node.children ?? []).flatMap(flat)] : [];
}

export function nameOf({ name }: SerializedAXNode): string {
  return plainName(name ?? '');
}

async function usable(nodes: SerializedAXNode[]): Promise<Usable[]> {
  const all = await Promise.all(nodes.map(async (node) => ({ name: nameOf(node), element: await elementOf(node) })));
  const reached: Usable[] = [];
  // One after the other, for each may have to be scrolled to.
  for (const { name, element } of all) {
    if (element && (await isReachable(element))) reached.push({ name, element });
  }
  return reached;
}

async function lastReachable(nodes: SerializedAXNode[]) {
  for (const node of nodes.toReversed()) {
    const element = await elementOf(node);
    if (element && (await isReachable(element))) return { node, element };
  }
  return undefined;
}

async function elementOf(node: SerializedAXNode): Promise<ElementHandle<Element> | null> {
  return (await node.elementHandle()) as ElementHandle<Element> | null;
}

function isReachable(element: ElementHandle<Element>): Promise<boolean> {
  return element.evaluate((one) => paircheck.isReachable(one));
}
