import { styleText } from 'node:util';
import type { KnownBadTrial } from '../../reports/kill-matrix/shape.ts';
import { judgeTrial } from '../../reports/kill-matrix.ts';

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
    this.#ended += 1;
    const { id, title, seconds, complaints, red } = judgeTrial(trial);
    const count = String(this.#ended).padStart(String(this.#total).length);
    const caught = complaints.length === 0 ? `caught by ${red.join(', ')}` : complaints.join('; ');
    const mark = this.#mark(complaints.length === 0);
    this.#stream.write(`${count}/${this.#total} ${mark} ${id} ${title} (${seconds.toFixed(1)} s): ${caught}\n`);
  }

  #mark(isCaught: boolean): string {
    const stream = this.#stream as never;
    return isCaught ? styleText('green', '\u2714', { stream }) : styleText('red', '\u2718', { stream });
  }
}
