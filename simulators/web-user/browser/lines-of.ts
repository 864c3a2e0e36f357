/** Texts as a person reads them, line by line, without empty ones. */
export function linesOf(texts: string[]): string[] {
  const lines = texts.join('\n').split(/[\n\t]/);
  return lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '');
}
