// These functions live in the page as text, in one scope with the other in-page functions: nothing else is there.

declare function everything(root: Element): Element[];
declare function isVisible(element: Element): boolean;
declare function isReachable(element: Element): boolean;
declare function holds(outer: Element, inner: Element | null): boolean;
declare function linesOf(scope: Element): string[];
declare function tidy(text: string | null | undefined): string;

/** Everything that could be a pop-up, in the order of the document; the server says which are. */
function popUps(): Element[] {
  return exposed(document.body, 'dialog, [role=dialog], [role=alertdialog]').filter(isReachable);
}

/** Everything that could be used now, with a pop-up open in it alone; the server says what each is. */
function controls(popUp: Element | null): Element[] {
  const selector =
    'a[href], button, input:not([type=hidden]), textarea, select, summary, [role], [contenteditable], [tabindex]';
  return exposed(popUp ?? document.body, selector).filter((one) => one !== popUp && isReachable(one));
}

/** What assistive technology is told of. @see WAI-ARIA, "aria-hidden"; HTML, "inert" and the top layer */
function exposed(scope: Element, selector: string): Element[] {
  const modal = everything(document.body).find((one) => one.matches(':modal'));
  return everything(scope).filter(
    (one) =>
      one.matches(selector) &&
      isVisible(one) &&
      !one.closest('[inert], [aria-hidden=true]') &&
      (!modal || holds(modal, one)),
  );
}

/** What a screen reader names one by one. */
function named(): Element[] {
  const selector =
    'dialog, [role], a[href], button, input:not([type=hidden]), textarea, select, summary, [contenteditable], h1, h2, h3, h4, h5, h6, img';
  return exposed(document.body, selector);
}

/** What only the page knows of them, one for one. */
export interface Facts {
  /** Nothing outside of it can be reached. */
  modal: boolean;
  focused: boolean;
  /** Where in the list that is in which it lies, and -1 for none. */
  within: number;
}

function factsOf(elements: Element[]): Facts[] {
  let focus = document.activeElement;
  while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
  return elements.map((one, at) => ({
    modal: one.matches(':modal, [aria-modal=true]'),
    focused: one === focus,
    within: elements.findLastIndex((outer, place) => place < at && outer !== one && holds(outer, one)),
  }));
}

/** Whether a text could be put in place of what a field holds, in one insertion as from an input method. */
function insertText(field: Element, text: string): boolean {
  (field as HTMLInputElement).focus();
  (field as HTMLInputElement).select?.();
  return document.execCommand(text === '' ? 'delete' : 'insertText', false, text);
}

/** What stands on the page, and what it is called. */
function titled(): { title: string; lines: string[] } {
  return { title: tidy(document.title), lines: linesOf(document.body) };
}

export const CONTROLS: readonly ((...given: never[]) => unknown)[] = [
  popUps,
  controls,
  exposed,
  named,
  factsOf,
  insertText,
  titled,
];
