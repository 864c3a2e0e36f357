import type { Announcements, FieldState } from './accessibility.ts';

// These functions are sent into a browser's page as text too: each must stand alone, without anything of this module.

/** What a field says of itself, in a browser or in HTML that was only read. */
export function readField(field: Element): FieldState {
  const root = field.getRootNode() as Document;
  const given = (attribute: string) => field.getAttribute(attribute) ?? '';
  const textOf = (element: Element | null) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const named = (attribute: string) => given(attribute).split(/\s+/).filter(Boolean);
  // HTML that was only read has attributes and no more.
  const { type, validity, validationMessage, value } = field as Partial<HTMLInputElement>;
  // The browser's own complaint belongs to the field, is announced, and takes the focus there.
  const isComplainedOf = validity !== undefined && field.matches(':user-invalid');
  const isInvalid = isComplainedOf || !['', 'false'].includes(given('aria-invalid'));
  const ids = [
    ...named('aria-describedby'),
    ...named('aria-labelledby'),
    ...(isInvalid ? named('aria-errormessage') : []),
  ];
  const owners = [...ids.map((id) => root.querySelector(`[id="${id}"]`)), field.closest('label')];
  const labels = [...root.querySelectorAll('label[for]')].filter((label) => label.getAttribute('for') === given('id'));
  const texts = [...[...owners, ...labels].map(textOf), given('aria-label'), given('aria-description')];
  return {
    type: type || 'text',
    value: type === 'password' ? '' : (value ?? given('value')),
    isInvalid,
    texts: [...texts, (isComplainedOf && validationMessage) || ''].filter(Boolean),
    autocomplete: given('autocomplete'),
    inputMode: given('inputmode'),
  };
}

/** What a page tells by itself: left out in the browser, the page is its document. */
export function readAnnouncements(page: Document = document): Announcements {
  const textOf = (element: Element | null) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const regions =
    '[role=alert], [role=status], [role=log], [role=alertdialog], output, [aria-live]:not([aria-live=off])';
  // Where no script runs, what wants the focus has it.
  let focused = page.activeElement ?? page.querySelector('[autofocus]');
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  const isNowhere = !focused || ['BODY', 'HTML'].includes(focused.tagName);
  const around = focused?.closest('dialog, [role=dialog], [role=alertdialog]') ?? null;
  const ids = [focused, around].flatMap((element) =>
    ['aria-describedby', 'aria-labelledby', 'aria-errormessage'].flatMap((name) =>
      (element?.getAttribute(name) ?? '').split(/\s+/).filter(Boolean),
    ),
  );
  const texts = [textOf(focused), focused?.getAttribute('aria-label') ?? '', around?.getAttribute('aria-label') ?? ''];
  const labels = [...((focused as HTMLInputElement | null)?.labels ?? [])].map(textOf);
  const belonging = ids.map((id) => textOf(page.querySelector(`[id="${id}"]`)));
  return {
    live: [...page.querySelectorAll(regions)].map(textOf).filter(Boolean),
    focus: isNowhere ? [] : [...texts, ...labels, ...belonging].filter(Boolean),
    title: page.title,
  };
}
