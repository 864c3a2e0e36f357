/**
 * What stands before a field that has no name of its own, as a person reads it: up to the control before it, and no more
 * than a line or two. Sent into a browser's page as text too, so it stands alone.
 */
export function textBefore(field: Element): string {
  const controls = 'input:not([type=hidden]), textarea, select, button, a[href]';
  const longest = 120;
  for (let at: Element | null = field; at && at.tagName !== 'BODY'; at = at.parentElement) {
    for (let before = at.previousSibling; before; before = before.previousSibling) {
      const element = before.nodeType === 1 ? (before as Element) : undefined;
      if (element?.matches(`${controls}, script, style`) || element?.querySelector(controls)) return '';
      const text = (before.textContent ?? '').replace(/\s+/g, ' ').trim();
      if (text !== '') return text.length > longest ? '' : text;
    }
  }
  return '';
}
