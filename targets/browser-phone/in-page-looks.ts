import type { Look } from './in-page.ts';

// These functions live in the page as text, in one scope with the other in-page functions: nothing else is there.

declare function film(): Element | undefined;
declare function hasBrackets(shown: Element): boolean;

/** An element with everything in it, in the order of the document, open shadows included. */
function everything(root: Element | null): Element[] {
  if (!root) throw new Error('the page has no body yet');
  return [root, ...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...[...(element.shadowRoot?.children ?? [])].flatMap(everything),
  ]);
}

function isVisible(element: Element): boolean {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

function tidy(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

function textOf(element: Element): string {
  // biome-ignore lint/performance/useDomNodeTextContent: what a person sees, line by line, is wanted, not what there is
  return element.checkVisibility() ? ((element as HTMLElement).innerText ?? element.textContent ?? '') : '';
}

/** What a person reads, line by line: the text, that of open shadows, and of fields that cannot be written in. */
function linesOf(scope: Element): string[] {
  const all = everything(scope);
  const shadows = all
    .flatMap(({ shadowRoot }) => [...(shadowRoot?.children ?? [])])
    .filter((one) => !one.matches('style'));
  const fields = all.filter((one) => one.matches('input[readonly]:not([type=hidden])') && isVisible(one));
  const texts = [textOf(scope), ...shadows.map(textOf), ...fields.map((field) => (field as HTMLInputElement).value)];
  const lines = texts.flatMap((text) => text.split(/[\n\t]/).map(tidy)).filter((line) => line !== '');
  const numbers = all.map((one) => tidy(textOf(one))).filter((text) => /^\d[\d -]{4,9}\d$/.test(text));
  return lines.flatMap((line) => setApart(line, numbers));
}

/** A number in an element of its own stands apart to the eye, though no sign in the text parts it from its neighbours. */
function setApart(line: string, numbers: string[]): string[] {
  const number = numbers.find((one) => line !== one && line.includes(one));
  if (number === undefined) return [line];
  const at = line.indexOf(number);
  const rest = setApart(line.slice(at + number.length), numbers);
  return [line.slice(0, at), number, ...rest].map(tidy).filter((part) => part !== '');
}

function elementAt(x: number, y: number): Element | null {
  let hit = document.elementFromPoint(x, y);
  while (hit?.shadowRoot) {
    const inner: Element | null = hit.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  return hit;
}

/** Whether one lies in the other, through shadows. */
function holds(outer: Element, inner: Element | null): boolean {
  for (let at: Node | null = inner; at; at = at.parentNode ?? (at as ShadowRoot).host ?? null)
    if (at === outer) return true;
  return false;
}

/** Whether a finger on it would reach it: it is there, nothing lies over it, and it is not switched off. */
function isReachable(element: Element): boolean {
  if (!isVisible(element) || element.matches(':disabled, [aria-disabled=true]') || element.closest('[inert]'))
    return false;
  element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  const [box] = [...element.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  if (!box) return [...element.children].some(isReachable);
  return [0.5, 0.25, 0.75].some((part) => holds(element, elementAt(box.x + box.width * part, box.y + box.height / 2)));
}

function look(dialog: Element | null): Look {
  const scope = dialog ?? document.body;
  const here = everything(scope).filter(isVisible);
  const isLive = (one: Element) => one.matches('[role=alert], [role=status], [aria-live], output');
  // An announcement may lie outside of a pop-up, but not under it.
  const heard = dialog
    ? everything(document.body).filter((one) => isLive(one) && (holds(dialog, one) || isReachable(one)))
    : here;
  const textsOf = (elements: Element[], selector: string) =>
    elements
      .filter((one) => one.matches(selector))
      .map((one) => tidy(textOf(one)))
      .filter(Boolean);
  const onTop = here.filter((one) => one.matches('h1, h2, h3, h4, h5, h6, [role=heading]') && isReachable(one));
  const shown = film();
  return {
    lines: linesOf(scope),
    headings: onTop.map((one) => tidy(textOf(one))).filter(Boolean),
    alerts: textsOf(heard, '[role=alert], [aria-live=assertive]'),
    statuses: textsOf(heard, '[role=status], [aria-live=polite], output'),
    documentTitle: tidy(document.title),
    asksPassword: here.some((one) => one.matches('input[type=password]') && isReachable(one)),
    isFilming: shown !== undefined,
    isFilmingHere: shown !== undefined && holds(scope, shown),
    brackets: shown !== undefined && hasBrackets(shown),
  };
}

/** What looks as if it could be tapped without saying so: a finger is shown over it. Its texts, controls left out. */
function tappableTexts(controls: Element[], dialog: Element | null): string[] {
  return pointedAt(dialog)
    .filter((one) => !controls.some((control) => holds(control, one) || holds(one, control)))
    .map((one) => tidy(textOf(one)))
    .filter(Boolean);
}

function pointedAt(dialog: Element | null): Element[] {
  const hasFinger = (one: Element | null) => one !== null && getComputedStyle(one).cursor === 'pointer';
  const isOutermost = (one: Element) => hasFinger(one) && !hasFinger(one.parentElement);
  const all = everything(dialog ?? document.body).filter(
    (one) => !one.matches('label, input, select, textarea, option'),
  );
  return all.filter((one) => isOutermost(one) && isReachable(one));
}

function elementOfText(text: string, dialog: Element | null): Element | null {
  return pointedAt(dialog).find((one) => tidy(textOf(one)) === text) ?? null;
}

export const LOOKS: readonly ((...given: never[]) => unknown)[] = [
  everything,
  isVisible,
  tidy,
  textOf,
  linesOf,
  setApart,
  elementAt,
  holds,
  isReachable,
  look,
  tappableTexts,
  pointedAt,
  elementOfText,
];
