import type { Pixels } from '../../camera/eye.ts';
import { LOOKS, readWithinBrackets } from './brackets.ts';

/** Looks again and again at what a camera has in view, each time in another way. */
export class SteadyLook {
  #looks = 0;
  #looksWithout = 0;
  #last: string | undefined;

  /** The text within the brackets: it has left them only when it can be read in none of the ways. */
  at(view: Pixels): string | undefined {
    const text = readWithinBrackets(view, this.#looks);
    this.#looks += 1;
    this.#looksWithout = text === undefined ? this.#looksWithout + 1 : 0;
    if (text !== undefined || this.#looksWithout >= LOOKS) this.#last = text;
    return this.#last;
  }
}
