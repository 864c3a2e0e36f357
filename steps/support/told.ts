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

/** Lines as one line of a report. */
export function wordsOf(lines: string[]): string {
  return lines.join(' / ');
}
