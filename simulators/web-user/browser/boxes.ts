import type { ElementHandle } from 'puppeteer';

/** Whether a field is one of several that each take a single character of one text. */
export async function isBox(field: ElementHandle): Promise<boolean> {
  return (await (field as ElementHandle<Element>).evaluate(boxesAround)).length > 0;
}

/** What several boxes are called together, which is before the first, or said of their group. Sent into the page as text. */
export function nameOfGroup(box: Element): string {
  return box.closest('fieldset, [role=group]')?.getAttribute('aria-label') ?? '';
}

/**
 * The boxes for single characters around one of them; none where a field takes a whole text. They say that one character
 * fits, or are four or more that stand side by side, as high as they are wide. Sent into the page as text: it stands alone.
 */
export function boxesAround(field: Element): HTMLInputElement[] {
  const fewest = 4;
  const place = field.getBoundingClientRect();
  const isAlike = (other: Element) => {
    const { top, width, height } = other.getBoundingClientRect();
    return Math.abs(top - place.top) < 2 && Math.abs(width - place.width) < 2 && Math.abs(height - place.height) < 2;
  };
  const around = field.closest('form') ?? (field.getRootNode() as Document | ShadowRoot);
  const inputs = [
    ...around.querySelectorAll<HTMLInputElement>('input:not([type=hidden], [type=checkbox], [type=radio])'),
  ];
  const forOne = inputs.filter((input) => input.maxLength === 1);
  if (forOne.some((input) => input === field)) return forOne;
  const alike = inputs.filter(isAlike);
  return alike.length >= fewest && place.width < place.height * 2 ? alike : [];
}
