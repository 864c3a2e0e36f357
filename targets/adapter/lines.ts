/** A picture of a page in Base64 is a few megabytes at most. */
const MOST_CHARACTERS = 16 * 1024 * 1024;
const BEGINNING = 100;

/** Cuts what a program writes into lines. `node:readline` would wait for the end of one that never ends. */
export class Lines {
  #rest = '';

  /** The lines that are whole with this piece; or the beginning of one that is longer than 16 MB, and none of the others. */
  add(piece: string): { whole: string[]; endless?: string } {
    const lines = piece.split('\n');
    lines[0] = this.#rest + (lines[0] ?? '');
    const endless = lines.find(({ length }) => length > MOST_CHARACTERS);
    this.#rest = (endless === undefined ? lines.pop() : undefined) ?? '';
    if (endless !== undefined) return { whole: [], endless: endless.slice(0, BEGINNING) };
    return { whole: lines.map((line) => line.replace(/\r$/, '')) };
  }

  /** What came after the last line end. */
  get rest(): string {
    return this.#rest;
  }
}
