/** The shortest and the longest code there is. @see RFC 4226, sections 4 (R4) and 5.3 */
const SHORTEST = 6;
const LONGEST = 8;

/** Digits in one piece, one by one, or in groups of one size, as codes are shown; a date has groups of several sizes. */
const CODE =
  /(?<![\d.,:/+-])(?:\d{6,8}|\d{2}(?:[ \u00a0-]\d{2}){2,3}|\d{3}[ \u00a0-]\d{3,4}|\d{4}[ \u00a0-]\d{3,4}|\d(?:[ \u00a0]\d){5,7})(?![\d.,:/-])/;
const WHOLE = new RegExp(`^${CODE.source}$`);
const INSIDE = new RegExp(CODE.source, 'g');
/** A line that says what the digits in it are. */
const SAYS_CODE = /\bcode\b|\bone-time\b|\bpin\b|\botp\b/i;

/** A line of a screen, and the code that it shows. */
interface Line {
  text: string;
  code?: string;
}

/** The one-time codes on a screen, each with what is said before it, from its lines as a person sees them. */
export function codesIn(lines: readonly string[]): string[] {
  return markCodes(lines).flatMap(({ code }) => code ?? []);
}

/** What a screen says, with every code left out. */
export function withoutCodes(lines: readonly string[]): string[] {
  return markCodes(lines)
    .flatMap(({ text, code }) => (code === undefined ? text : hidden(text)))
    .filter(Boolean);
}

/** For whom there are codes: for each, all that is said beside it; of several, what is said before each. */
export function accountsIn(lines: readonly string[]): string[] {
  const marked = markCodes(lines);
  const places = marked.flatMap(({ code }, at) => (code === undefined ? [] : at));
  if (places.length === 1)
    return [
      marked
        .map(({ text, code }) => (code === undefined ? text : hidden(text)))
        .join(' ')
        .trim(),
    ];
  return places.map((place, nth) => {
    const before = marked.slice(nth === 0 ? 0 : (places[nth - 1] ?? 0) + 1, place);
    return before.map(({ text }) => text).join(' ');
  });
}

function hidden(text: string): string {
  return WHOLE.test(text) || /^\d+$/.test(text) ? '' : text.replace(INSIDE, '\u2022\u2022\u2022');
}

/** A key may stand on the screen where it is typed, and in no report. @see RFC 4648, section 6 */
export function withoutKeys(text: string): string {
  return text.replace(/\b(?:[A-Z2-7]{4}[ -]?){4,}[A-Z2-7]*\b/g, '\u2022\u2022\u2022');
}

function markCodes(lines: readonly string[]): Line[] {
  const joined = joinBoxes(lines);
  const alone = joined.map((text): Line => (WHOLE.test(text) ? { text, code: digitsOf(text) } : { text }));
  if (alone.some(({ code }) => code !== undefined)) return alone;
  // A number within a sentence is a code only where the sentence says so.
  return alone.map(({ text }) => {
    const [code] = SAYS_CODE.test(text) ? (text.match(INSIDE) ?? []) : [];
    return code === undefined ? { text } : { text, code: digitsOf(code) };
  });
}

/** A code in boxes of its own for each digit, or each group, comes as one short line after the other. */
function joinBoxes(lines: readonly string[]): string[] {
  const joined: string[] = [];
  let boxes: string[] = [];
  const close = () => {
    const size = boxes.join('').length;
    const isCode =
      boxes.length > 1 && size >= SHORTEST && size <= LONGEST && new Set(boxes.map((box) => box.length)).size === 1;
    joined.push(...(isCode ? [boxes.join('')] : boxes));
    boxes = [];
  };
  for (const line of lines) {
    const isBox = /^\d{1,4}$/.test(line);
    if (isBox) boxes.push(line);
    if (!isBox) {
      close();
      joined.push(line);
    }
  }
  close();
  return joined;
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
