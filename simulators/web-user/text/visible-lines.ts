/** Elements whose text flows within a line; every other one stands on lines of its own. */
const INLINE = new Set([
  'A',
  'ABBR',
  'B',
  'BDI',
  'CODE',
  'EM',
  'I',
  'KBD',
  'MARK',
  'SMALL',
  'SPAN',
  'STRONG',
  'TIME',
  'U',
  'WBR',
]);
const NEVER_SHOWN = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'HEAD', 'NOSCRIPT']);
const ELEMENT = 1;

/** What can be read on a page, line by line, with the values of its text fields unless they are not wanted. */
export function visibleLines(document: Document, { withFields } = { withFields: true }): string[] {
  const lines: string[] = [''];
  collect(document.body, { lines, withFields });
  return lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '');
}

/** Whether an element, or one around it, is hidden by its markup. */
export function isHidden(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (at.tagName === 'DIALOG' && !at.hasAttribute('open')) return true;
    if (at.hasAttribute('hidden') || /display:\s*none/.test(at.getAttribute('style') ?? '')) return true;
    const details = at.tagName === 'SUMMARY' ? null : at.parentElement;
    if (details?.tagName === 'DETAILS' && !details.hasAttribute('open')) return true;
  }
  return false;
}

function collect(node: Node, into: { lines: string[]; withFields: boolean }): void {
  const { lines, withFields } = into;
  if (node.nodeType !== ELEMENT) return append(lines, node.nodeType === 3 ? (node.textContent ?? '') : '');
  const element = node as Element;
  if (NEVER_SHOWN.has(element.tagName) || isHidden(element)) return;
  const isInline = INLINE.has(element.tagName);
  if (!isInline) lines.push('');
  if (withFields && isReadable(element)) append(lines, element.getAttribute('value') ?? '');
  for (const child of element.childNodes) collect(child, into);
  if (!isInline) lines.push('');
}

function isReadable(element: Element): boolean {
  return element.tagName === 'INPUT' && !['hidden', 'password'].includes(element.getAttribute('type') ?? 'text');
}

function append(lines: string[], text: string): void {
  lines.push(`${lines.pop() ?? ''}${text}`);
}
