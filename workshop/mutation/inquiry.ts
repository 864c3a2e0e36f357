import type { Envelope, Timestamp } from '@cucumber/messages';
import { startOfRun } from '../../cli/prepare-run.ts';
import { askReference } from '../../cli/self-check/ask-reference.ts';
import { EVIDENCE_MEDIA_TYPE, type Evidence } from '../../reports/evidence.ts';
import type { ScenarioTestimony } from '../../reports/testimony/shape.ts';
import { testimonyOf } from '../../reports/testimony.ts';
import { judgeScenario } from '../../reports/verdict/scenario.ts';
import type { ScenarioOutcome } from '../../reports/verdict/shape.ts';
import { locationOf } from '../../reports/verdict/words.ts';
import { halt } from '../../steps/support/stage.ts';

/** What one scenario says of the reference, in the words of the verdict. */
export interface Answer {
  /** `uri:line` */
  place: string;
  name: string;
  requirements: string[];
  outcome: ScenarioOutcome;
  reason: string;
  /** In real time. */
  milliseconds: number;
}

/** What is asked: everything that needs no browser, or only what stands at these places. */
export interface Inquiry {
  places?: readonly string[] | undefined;
  /** Hears where each scenario stands when it begins, and `undefined` when it has ended. */
  onScenario(place: string | undefined): void;
}

/**
 * Lets the scenarios ask the reference that lies beside this file, until one says that it does wrong.
 * @returns what those say that came to an end by themselves
 * @throws Error when the reference cannot be started, or Cucumber cannot run
 */
export async function inquire({ places, onScenario }: Inquiry): Promise<Answer[]> {
  const course = new Course(onScenario);
  await askReference({
    tags: 'not @needs-browser',
    places,
    parameters: { drive: 'api', startEpochMs: startOfRun() },
    onMessage: (envelope) => course.hear(envelope),
  });
  const { problems, scenarios } = testimonyOf(course.envelopes);
  if (problems.length > 0) throw new Error(problems.join('; '));
  return scenarios.filter((one) => course.times.has(locationOf(one))).map((one) => answerOf(one, course));
}

function answerOf(scenario: ScenarioTestimony, { times }: Course): Answer {
  const { name, outcome, reason = '' } = judgeScenario(scenario);
  const place = locationOf(scenario);
  return { place, name, requirements: scenario.requirements, outcome, reason, milliseconds: times.get(place) ?? 0 };
}

/** The messages of one run as they come: which scenario is on, how long each took, and when there is enough. */
class Course {
  readonly envelopes: Envelope[] = [];
  /** In milliseconds, by place; of what was not begun any more there is none. */
  readonly times = new Map<string, number>();
  readonly #onScenario: Inquiry['onScenario'];
  readonly #places = new Map<string, string>();
  #current: { place: string; atMs: number } | undefined;
  #isEnough = false;

  constructor(onScenario: Inquiry['onScenario']) {
    this.#onScenario = onScenario;
  }

  hear(envelope: Envelope): void {
    this.envelopes.push(envelope);
    const { pickle, testCase, testCaseStarted, testCaseFinished, attachment } = envelope;
    if (pickle) this.#places.set(pickle.id, locationOf({ uri: pickle.uri, line: pickle.location?.line ?? 0 }));
    if (testCase) this.#places.set(testCase.id, this.#places.get(testCase.pickleId) ?? '');
    if (testCaseStarted && !this.#isEnough) this.#begin(testCaseStarted);
    if (attachment?.mediaType === EVIDENCE_MEDIA_TYPE) this.#weigh(JSON.parse(attachment.body));
    if (testCaseFinished) this.#end(testCaseFinished);
  }

  #begin({ testCaseId, timestamp }: { testCaseId: string; timestamp: Timestamp }): void {
    const place = this.#places.get(testCaseId) ?? '';
    this.#current = { place, atMs: millisecondsOf(timestamp) };
    this.#onScenario(place);
  }

  #weigh({ holds }: Evidence): void {
    if (holds) return;
    this.#isEnough = true;
    halt('one scenario has said that it does not hold');
  }

  #end({ timestamp }: { timestamp: Timestamp }): void {
    if (this.#current) this.times.set(this.#current.place, millisecondsOf(timestamp) - this.#current.atMs);
    this.#current = undefined;
    this.#onScenario(undefined);
  }
}

function millisecondsOf({ seconds, nanos }: Timestamp): number {
  return seconds * 1000 + nanos / 1_000_000;
}
