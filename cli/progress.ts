import { styleText } from 'node:util';
import {
  type Envelope,
  type TestStepResult,
  TestStepResultStatus,
  TimeConversion,
  type Timestamp,
} from '@cucumber/messages';
import { STEP_ERRORS } from '../reports/evidence.ts';

const MINUTE_MS = 60_000;

/** One line for each scenario as it ends: people see that it goes on, and logs keep what went on. */
export class Progress {
  readonly #stream: NodeJS.WriteStream;
  readonly #total: number;
  readonly #names = new Map<string, string>();
  readonly #results = new Map<string, TestStepResult>();
  readonly #running = new Map<string, string>();
  #ended = 0;
  #beganMs = 0;
  #minutes = 0;

  constructor(stream: NodeJS.WriteStream, total: number) {
    this.#stream = stream;
    this.#total = total;
  }

  begin(what: string): void {
    this.#stream.write(`${what}\n`);
  }

  update({ testRunStarted, pickle, testCase, testCaseStarted, testStepFinished, testCaseFinished }: Envelope): void {
    if (testRunStarted) this.#beganMs = TimeConversion.timestampToMillisecondsSinceEpoch(testRunStarted.timestamp);
    if (pickle) this.#names.set(pickle.id, pickle.name);
    if (testCase) this.#names.set(testCase.id, this.#names.get(testCase.pickleId) ?? '');
    if (testCaseStarted) this.#running.set(testCaseStarted.id, this.#names.get(testCaseStarted.testCaseId) ?? '');
    if (testStepFinished && testStepFinished.testStepResult.status !== TestStepResultStatus.PASSED) {
      const { testCaseStartedId, testStepResult } = testStepFinished;
      if (!this.#results.has(testCaseStartedId)) this.#results.set(testCaseStartedId, testStepResult);
    }
    if (!testCaseFinished) return;
    this.#tell(testCaseFinished.testCaseStartedId);
    this.#tellTime(testCaseFinished.timestamp);
  }

  end(): void {
    this.#stream.write('\n');
  }

  #tell(testCaseStartedId: string): void {
    this.#ended += 1;
    const count = String(this.#ended).padStart(String(this.#total).length);
    const name = this.#running.get(testCaseStartedId) ?? '';
    this.#stream.write(`${count}/${this.#total} ${this.#mark(this.#results.get(testCaseStartedId))} ${name}\n`);
  }

  /** Once a minute, how long it may still take: scenarios come in any order, so those to come are like those that were. */
  #tellTime(now: Timestamp): void {
    const goneMs = TimeConversion.timestampToMillisecondsSinceEpoch(now) - this.#beganMs;
    const minutes = Math.floor(goneMs / MINUTE_MS);
    const leftMs = (goneMs / this.#ended) * (this.#total - this.#ended);
    if (minutes === this.#minutes || leftMs <= 0) return;
    this.#minutes = minutes;
    this.#stream.write(`${minutes} min gone, about ${Math.ceil(leftMs / MINUTE_MS)} min to go\n`);
  }

  #mark(result: TestStepResult | undefined): string {
    const stream = this.#stream as never;
    if (result === undefined) return styleText('green', '\u2714', { stream });
    if (showsNothing(result)) return styleText('yellow', '-', { stream });
    return styleText('red', '\u2718', { stream });
  }
}

/** Where something was missing or led nowhere, nothing was shown, neither good nor bad: the report says why. */
function showsNothing({ status, exception }: TestStepResult): boolean {
  const { blocked, unprovided, notDemanded } = STEP_ERRORS;
  const saysNothing = [blocked, unprovided, notDemanded].some((name) => name === exception?.type);
  return status === TestStepResultStatus.SKIPPED || saysNothing;
}
