import { plainName } from '../../simulators/web-user/plain-name.ts';
import type { SeenScreen } from '../browser-phone/seen-screen.ts';
import { flat, type NativeNode, readSource } from './native-source.ts';

/** How an element is found again. @see https://www.w3.org/TR/webdriver2/ section "Locator strategies" */
export interface Locator {
  using: 'accessibility id' | 'xpath';
  value: string;
}

/** What a person does with an element. */
export interface Hand {
  tap(locator: Locator): Promise<boolean>;
  type(locator: Locator, text: string): Promise<void>;
  enter(locator: Locator): Promise<void>;
}

/**
 * What is on a native app's screen, out of its source: a thing by its accessibility id, else by its text. Whether the
 * camera's picture is there is seen where its view is in the source, and else nobody can say.
 */
export function nativeScreen(xml: string, hand: Hand): SeenScreen {
  const all = readSource(xml).flatMap(flat);
  const popUp = all.findLast((node) => node.isPopUp && node.isShown);
  const here = (popUp ? flat(popUp) : all).filter(({ isShown }) => isShown);
  const fields = here.filter(({ isField, isEnabled }) => isField && isEnabled);
  const taps = here.filter(({ isTapped, isEnabled }) => isTapped && isEnabled);
  const linesBefore = (field: NativeNode) => here.slice(0, here.indexOf(field)).flatMap(linesOf);
  const isFilming = here.some(({ isFilm }) => isFilm);
  return {
    lines: here.flatMap(linesOf),
    headings: here.filter(({ isHeading }) => isHeading).map(nameOf),
    alerts: [],
    statuses: [],
    documentTitle: '',
    asksPassword: fields.some(({ isPassword }) => isPassword),
    isFilming,
    isFilmingHere: isFilming,
    brackets: false,
    popUp: popUp && (popUp.description || popUp.text || linesOf(popUp)[0] || ''),
    taps: taps.map((node) => ({ name: nameOf(node), tap: () => hand.tap(locatorOf(node, all)) })),
    fields: fields.map((node) => ({
      // A field is called as it is labelled, else as what stands before it.
      name: node.description || linesBefore(node).at(-1) || node.text,
      type: (text) => hand.type(locatorOf(node, all), text),
      enter: () => hand.enter(locatorOf(node, all)),
    })),
  };
}

/** What a person reads: what stands in a field is not for reports. */
function linesOf({ isField, text, description }: NativeNode): string[] {
  const [line] = isField ? [] : [text, description].filter(Boolean);
  return line === undefined ? [] : [line];
}

/** Its own, or what is said within it. */
function nameOf(node: NativeNode): string {
  const own = node.description || node.text;
  return plainName(own || node.children.flatMap(flat).flatMap(linesOf).join(' '));
}

/** The surest way to it that leads to nothing else. */
function locatorOf({ kind, description, text, nth }: NativeNode, all: readonly NativeNode[]): Locator {
  const isOnly = (said: (node: NativeNode) => string) =>
    all.filter((node) => said(node) === said({ description, text } as NativeNode)).length === 1;
  if (description && isOnly((node) => node.description)) return { using: 'accessibility id', value: description };
  if (text && isOnly((node) => node.text))
    return { using: 'xpath', value: `//*[@text=${quoted(text)} or @label=${quoted(text)}]` };
  return { using: 'xpath', value: `(//${kind})[${nth}]` };
}

/** XPath 1.0 has no way to write a quotation mark within its own kind. */
function quoted(text: string): string {
  if (!text.includes('"')) return `"${text}"`;
  return `concat(${text
    .split('"')
    .map((part) => `"${part}"`)
    .join(`, '"', `)})`;
}
