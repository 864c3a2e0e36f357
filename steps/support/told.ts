/** Shorter texts stand in others by chance. */
const SHORTEST = 3;

/** Whether any of the lines says what any of the texts says: one may hold more words than the other. */
export function belongTogether(lines: string[], texts: string[]): boolean {
  const [long, others] = [lines, texts].map((all) => all.filter((text) => text.length >= SHORTEST)) as [
    string[],
    string[],
  ];
  return long.some((line) => others.some((text) => text.includes(line) || line.includes(text)));
}

const SECONDS: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** Every length of time that a text tells in digits, in seconds: "15 minutes" is 900. */
export function secondsTold(text: string): number[] {
  const told = text.matchAll(/(\d+)[\s-]*([smhd])/gi);
  return [...told].map(([, digits, unit = '']) => Number(digits) * (SECONDS[unit.toLowerCase()] ?? 0));
}

/** Lines as one line of a report. */
export function wordsOf(lines: string[]): string {
  return lines.join(' / ');
}
