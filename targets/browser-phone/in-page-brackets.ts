// These functions live in the page as text, in one scope with the other in-page functions: nothing else is there.

declare function everything(root: Element | null): Element[];
declare function isVisible(element: Element): boolean;
declare function tidy(text: string | null | undefined): string;

/**
 * Whether a frame shows where to hold the QR code. One of these does, and text never does:
 * - something over the film that is drawn with lines, a shadow, a mask or a picture, smaller than the film and at least
 *   a fifth of it high and wide;
 * - something drawn over all of it: a picture, a drawing, or a shade with a hole in it;
 * - small marks in at least three of its four quarters, which are corners;
 * - lines of two pixels and more around the film itself;
 * - what calls itself brackets, a frame or a viewfinder, for those who cannot see it.
 */
function hasBrackets(shown: Element): boolean {
  const around = shown.getBoundingClientRect();
  if (hasLines(getComputedStyle(shown), 2) || isTightlyLined(shown.parentElement, around)) return true;
  const others = everything(document.body).filter((one) => one !== shown && !one.contains(shown) && isVisible(one));
  const marks = [
    ...others.filter((one) => !isControlOrText(one)).flatMap((one) => [...drawnOf(one)]),
    ...drawnAfter(shown.parentElement, shown),
  ].filter((box) => isWithin(box, around));
  const isFrame = ({ width, height }: DOMRect) => width >= around.width / 5 && height >= around.height / 5;
  if (marks.some(isFrame)) return true;
  const quarter = ({ x, y, width, height }: DOMRect) =>
    `${x + width / 2 < around.x + around.width / 2}/${y + height / 2 < around.y + around.height / 2}`;
  return new Set(marks.map(quarter)).size >= 3;
}

function isTightlyLined(parent: Element | null, { width, height }: DOMRect): boolean {
  if (!parent) return false;
  const box = parent.getBoundingClientRect();
  const isTight = box.width - width < 48 && box.height - height < 48;
  return isTight && hasLines(getComputedStyle(parent), 2);
}

/** Where an element, or what its style puts before and after it, draws something. */
function drawnOf(element: Element): DOMRect[] {
  const box = element.getBoundingClientRect();
  const says = tidy(element.getAttribute('aria-label') ?? element.getAttribute('alt') ?? element.getAttribute('title'));
  const isDrawing =
    element.matches('svg, canvas, img, picture, object') && element.closest('svg, canvas, img') === element;
  const isDrawn = isDrawing || /bracket|frame|viewfinder/i.test(says) || isDrawnBy(getComputedStyle(element));
  return [...(isDrawn ? [box] : []), ...drawnAfter(element)];
}

/** What the style of an element puts before or after its content has no box of its own: its style tells its size. */
function drawnAfter(element: Element | null, only?: Element): DOMRect[] {
  if (!element) return [];
  const { x, y, width, height } = (only ?? element).getBoundingClientRect();
  return ['::before', '::after'].flatMap((which) => {
    const style = getComputedStyle(element, which);
    if (style.content === 'none' || style.content === 'normal' || style.display === 'none') return [];
    if (!isDrawnBy(style) && !/[\u231c-\u231f\u250c\u2510\u2514\u2518[\]]/.test(style.content)) return [];
    const [left, top] = [Number.parseFloat(style.left) || 0, Number.parseFloat(style.top) || 0];
    const [wide, high] = [Number.parseFloat(style.width) || width, Number.parseFloat(style.height) || height];
    return [new DOMRect(x + left, y + top, wide, high)];
  });
}

function isDrawnBy(style: CSSStyleDeclaration): boolean {
  const { boxShadow, backgroundImage, clipPath, maskImage, borderImageSource } = style;
  return (
    hasLines(style, 1) ||
    [boxShadow, backgroundImage, clipPath, maskImage, borderImageSource].some((value) => value && value !== 'none')
  );
}

function hasLines(style: CSSStyleDeclaration, least: number): boolean {
  const sides = ['Top', 'Right', 'Bottom', 'Left'] as const;
  const isLine = (width: string, kind: string, colour: string) =>
    Number.parseFloat(width) >= least &&
    kind !== 'none' &&
    kind !== 'hidden' &&
    !/^rgba\(.*, 0\)$|transparent/.test(colour);
  return (
    sides.some((side) =>
      isLine(style[`border${side}Width`], style[`border${side}Style`], style[`border${side}Color`]),
    ) || isLine(style.outlineWidth, style.outlineStyle, style.outlineColor)
  );
}

/** A button over the film is no frame, nor is a line of text with a ground of its own. */
function isControlOrText(element: Element): boolean {
  if (element.closest('a, button, input, select, textarea, summary, label, [role=button], [role=link]')) return true;
  return [...element.childNodes].some(
    (node) => node.nodeType === Node.TEXT_NODE && /[\p{L}\p{N}]/u.test(node.textContent ?? ''),
  );
}

function isWithin(box: DOMRect, around: DOMRect): boolean {
  const isSeen = box.width > 0 && box.height > 0;
  return (
    isSeen &&
    box.left >= around.left - 2 &&
    box.right <= around.right + 2 &&
    box.top >= around.top - 2 &&
    box.bottom <= around.bottom + 2
  );
}

export const BRACKETS = [
  hasBrackets,
  isTightlyLined,
  drawnOf,
  drawnAfter,
  isDrawnBy,
  hasLines,
  isControlOrText,
  isWithin,
];
