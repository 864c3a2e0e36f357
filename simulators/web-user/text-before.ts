/**
 * What stands before a field that has no name of its own, as a person reads it: up to the control before it, and no more
 * than a line or two. Sent into a browser's page as text too, so it stands alone.
 */
export function textBefore(field: Element): string {
  const controls = 'input:not([type=hidden]), textarea, select, button, a[href]';
  const longest = 120;
  const before = (at: Node | null): Node | null => {
    if (!at || at.nodeName === 'BODY') return null;
    return at.previousSibling ?? before(at.parentNode);
  };
  for (let at = before(field); at; at = before(at)) {
    const element = at.nodeType === 1 ? (at as HTMLElement) : undefined;
    // What nobody sees parts nothing: widgets of some libraries hide fields of their own between a text and its field.
    if (element?.hidden || /display:\s*none/.test(element?.getAttribute('style') ?? '')) continue;
    if (element?.matches(controls) || element?.querySelector(controls)) return '';
    const text = element?.matches('script, style') ? '' : (at.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (text !== '') return text.length > longest ? '' : text;
  }
  return '';
}
