/**
 * Of several controls of one name, as in the rows of a list, the one that belongs to a text: the smallest part of the
 * page that holds both holds no other of them. A longer text that begins in the same way has a row of its own, which is
 * longer. Sent into pages as text: it must stand alone.
 *
 * @param text without any: a field that is filled in
 * @returns its place among them; 0 where none has the text to itself
 */
export function placeBeside(text: string, ...controls: readonly Element[]): number {
  const NO_FIELD =
    '[type=hidden], [type=submit], [type=button], [type=image], [type=reset], [type=checkbox], [type=radio]';
  const saying = (part: Element) => (part.textContent ?? '').replace(/\s+/g, ' ');
  const isFilled = (field: Element) => 'value' in field && field.value !== '' && !field.matches(NO_FIELD);
  const isFilledIn = (part: Element) => [...part.querySelectorAll('input')].some(isFilled);
  const holds = (part: Element) => (text === '' ? isFilledIn(part) : saying(part).includes(text));
  let best = { place: 0, length: Number.POSITIVE_INFINITY };
  for (const [place, control] of controls.entries()) {
    let part: Element | null = control;
    while (part && !holds(part)) part = part.parentElement;
    const isOwn = part && controls.every((other) => other === control || !part?.contains(other));
    if (part && isOwn && saying(part).length < best.length) best = { place, length: saying(part).length };
  }
  return best.place;
}
