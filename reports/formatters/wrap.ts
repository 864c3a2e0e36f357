/** How wide plain text is set. */
export const TEXT_WIDTH = 100;

/**
 * Breaks a text between words so that no line is wider than `TEXT_WIDTH`; a word that is wider by itself is left whole.
 * Every line begins with `indent`, the first one with `first` where that is given.
 */
export function wrap(text: string, indent: string, first = indent): string {
  const lines: string[] = [];
  let line = first;
  let filled = false;
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const longer = filled ? `${line} ${word}` : line + word;
    const fits = !filled || longer.length <= TEXT_WIDTH;
    if (!fits) lines.push(line);
    line = fits ? longer : indent + word;
    filled = true;
  }
  return [...lines, line].join('\n');
}
