import { Unprovided } from '../../errors.ts';
import type { FormAround } from '../page.ts';

type Field = [name: string, value: string];

const BOXES = 'each character goes into a box of its own, and scripts put them together: leave out --drive api';

/** Puts a text into a field. @throws {Unprovided} where that takes one character alone */
export function typeInto(field: Element, text: string): void {
  if (field.getAttribute('maxlength') === '1' && text.length > 1) throw new Unprovided('a browser', BOXES);
  field.setAttribute('value', text);
}

/** What pressing a link, or the form that a control belongs to, sends, with what its fields hold; else `undefined`. */
export function readForm(control: Element, pageAddress: string): FormAround | undefined {
  const target = control.tagName === 'A' ? control.getAttribute('href') : null;
  if (target !== null) {
    return { action: new URL(target, pageAddress).href, method: 'GET', fields: [], fieldName: '' };
  }
  const form = ownerOf(control);
  if (!form) return undefined;
  const inputs = [...form.ownerDocument.querySelectorAll('input, textarea, select')];
  return {
    action: new URL(form.getAttribute('action') || pageAddress, pageAddress).href,
    method: (form.getAttribute('method') ?? 'get').toUpperCase(),
    fields: inputs.filter((input) => ownerOf(input) === form && isSent(input)).flatMap(fieldsOf),
    fieldName: control.getAttribute('name') ?? '',
  };
}

/** What one control adds to a form that is sent: a button adds its value only when it is the one that was pressed. */
export function fieldsOf(control: Element): Field[] {
  const name = control.getAttribute('name');
  if (name === null || name === '') return [];
  if (control.tagName === 'SELECT') return [[name, chosenIn(control)]];
  const unsaid = control.matches('[type=checkbox], [type=radio]') ? 'on' : (control.textContent ?? '');
  return [[name, control.getAttribute('value') ?? unsaid]];
}

/** Whether pressing this sends its form; other buttons do what a script makes of them. @see HTML, "submit button" */
export function isSubmitter(control: Element): boolean {
  return control.matches('button:not([type=button], [type=reset], [disabled]), input[type=submit]:not([disabled])');
}

/** The option that was chosen by the page, or the first. */
function chosenIn(select: Element): string {
  const option = select.querySelector('option[selected]') ?? select.querySelector('option');
  return option?.getAttribute('value') ?? option?.textContent?.trim() ?? '';
}

function ownerOf(control: Element): Element | null {
  const id = control.getAttribute('form');
  return id === null ? control.closest('form') : control.ownerDocument.getElementById(id);
}

function isSent(input: Element): boolean {
  const type = input.getAttribute('type') ?? 'text';
  if (input.hasAttribute('disabled') || ['submit', 'button', 'reset', 'image', 'file'].includes(type)) return false;
  return !['checkbox', 'radio'].includes(type) || input.hasAttribute('checked');
}
