import { computeAccessibleName, getRole } from 'dom-accessibility-api';
import type { ControlName } from '../page.ts';
import { goesBy, plainName } from '../plain-name.ts';
import { placeBeside } from '../row-of.ts';
import { textBefore } from '../text-before.ts';
import { isHidden } from './visible-lines.ts';

/** A thing to press or to fill, with the role and the name that a screen reader would say. */
interface Control {
  element: Element;
  role: string;
  name: string;
}

/** Roles that a person presses, and roles that a person types into. @see WAI-ARIA 1.2 */
const ROLES = {
  press: ['link', 'button', 'menuitem', 'tab'],
  fill: ['textbox', 'searchbox', 'spinbutton'],
} as const;

/** Where such a thing can be found. */
const CANDIDATES = {
  press: 'a[href], button, input, summary, [role]',
  fill: 'input, textarea, [role]',
} as const;
const ANY = 'a[href], button, input, textarea, summary, [role]';
/** No style sheet is read here: the name comes from the markup alone. */
const UNSTYLED = { getPropertyValue: () => '', display: 'block', visibility: 'visible', content: '' };
/** How names and descriptions are computed without a style sheet. */
export const FROM_MARKUP = { getComputedStyle: () => UNSTYLED as unknown as CSSStyleDeclaration };

/** All controls of a page that are not hidden by its markup. */
export function controlsOf(document: Document): Control[] {
  const shown = [...document.querySelectorAll(ANY)].filter((element) => !isHidden(element));
  return shown.flatMap((element) => {
    const role = roleOf(element);
    return role === undefined ? [] : [{ element, role, name: nameOf(element) }];
  });
}

/** The first control of this kind and name, or the one in the row of a text. */
export function findControl(document: Document, { kind, name, beside }: ControlName): Element | undefined {
  const roles: readonly string[] = ROLES[kind];
  const fits = goesBy(name);
  // A name takes long to compute, so it is asked of those alone that may be meant.
  const isOfKind = (element: Element) => roles.includes(roleOf(element) ?? '') && !isHidden(element);
  const isMeant = (element: Element) => isOfKind(element) && fits(nameOf(element));
  const candidates = [...document.querySelectorAll(CANDIDATES[kind])];
  // A field that has no name for assistive technology is what stands before it, to whoever sees it.
  const isSeen = (element: Element) => isOfKind(element) && nameOf(element) === '' && fits(textBefore(element));
  if (beside === undefined) return candidates.find(isMeant) ?? (kind === 'fill' ? candidates.find(isSeen) : undefined);
  const meant = candidates.filter(isMeant);
  return meant[placeBeside(beside, ...meant)];
}

function roleOf(element: Element): string | undefined {
  const type = element.getAttribute('type') ?? 'text';
  if (element.tagName === 'INPUT' && type === 'hidden') return undefined;
  // A password field has no role of its own in the standard; browsers treat it as a text box, and so do people.
  if (element.tagName === 'INPUT' && ['text', 'password'].includes(type)) return 'textbox';
  return getRole(element) ?? undefined;
}

/** The name that a screen reader would say. */
export function nameOf(element: Element): string {
  return plainName(computeAccessibleName(element, FROM_MARKUP));
}
