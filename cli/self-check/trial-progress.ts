import { styleText } from 'node:util';
import type { KnownBadTrial, LawfulTrial } from '../../reports/kill-matrix/shape.ts';
import { complaintsOf, judgeTrial } from '../../reports/kill-matrix.ts';

/** One line for each known-bad as it is judged. */
export class TrialProgress {
  readonly #stream: NodeJS.WriteStream;
  readonly #total: number;
  #ended = 0;

  constructor(stream: NodeJS.WriteStream, total: number) {
    this.#stream = stream;
    this.#total = total;
  }

  tell(trial: KnownBadTrial): void {
    const { id, title, seconds, complaints, red } = judgeTrial(trial);
    const caught = complaints.length === 0 ? `caught by ${red.join(', ')}` : complaints.join('; ');
    this.#say(complaints.length === 0, `${id} ${title} (${seconds.toFixed(1)} s): ${caught}`);
  }

  tellVariant(trial: LawfulTrial): void {
    const complaints = complaintsOf('found', trial, trial.advice);
    const found = complaints.length === 0 ? 'nothing was found' : complaints.join('; ');
    this.#say(complaints.length === 0, `${trial.id} (${trial.seconds.toFixed(1)} s): ${found}`);
  }

  #say(isGood: boolean, words: string): void {
    this.#ended += 1;
    const count = String(this.#ended).padStart(String(this.#total).length);
    this.#stream.write(`${count}/${this.#total} ${this.#mark(isGood)} ${words}\n`);
  }

  #mark(isCaught: boolean): string {
    const stream = this.#stream as never;
    return isCaught ? styleText('green', '\u2714', { stream }) : styleText('red', '\u2718', { stream });
  }
}
