import type { ControlName } from '../page.ts';
import { findControl } from './controls.ts';
import { isHidden } from './visible-lines.ts';

/** The first control of this kind and name; where none is to be seen, what hides one is opened, and nothing else. */
export function unfoldTo(document: Document, wanted: ControlName, opened = new Set<Element>()): Element | undefined {
  const found = findControl(document, wanted);
  const folded = found ? [] : [...document.querySelectorAll('summary, [aria-expanded=false][aria-controls]')];
  const closed = folded.filter((control) => !isHidden(control) && !isOpen(control) && !opened.has(control));
  for (const control of closed) opened.add(control);
  for (const control of closed) {
    toggle(control);
    const within = unfoldTo(document, wanted, opened);
    if (within) return within;
    toggle(control);
  }
  return found;
}

/** Opens or closes what a control says that it does, by the page's markup alone. @returns whether it says so */
export function toggle(control: Element): boolean {
  if (control.tagName === 'SUMMARY') {
    control.parentElement?.toggleAttribute('open');
    return true;
  }
  const controlled = control.ownerDocument.getElementById(control.getAttribute('aria-controls') ?? '');
  if (!controlled || !control.hasAttribute('aria-expanded')) return false;
  controlled.toggleAttribute('hidden', isOpen(control));
  control.setAttribute('aria-expanded', String(!isOpen(control)));
  return true;
}

function isOpen(control: Element): boolean {
  if (control.tagName === 'SUMMARY') return control.parentElement?.hasAttribute('open') === true;
  return control.getAttribute('aria-expanded') === 'true';
}
