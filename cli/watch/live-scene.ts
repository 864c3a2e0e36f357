import type { Attachment, Envelope, Pickle, TestCase, TestStepFinished } from '@cucumber/messages';
import { STEP_ERRORS } from '../../reports/evidence.ts';
import { type Outline, outlineOf } from '../../reports/testimony/outline.ts';
import { pictureIn } from '../../reports/testimony/pictures.ts';

/** What an onlooker sees of a run. */
export interface Shown {
  total: number;
  /** How many scenarios have ended. */
  ended: number;
  feature: string;
  scenario: string;
  /** The sentences of the scenario, with their keywords. */
  steps: { text: string; status: StepStatus }[];
  /** The two sides after the last step that was pictured, as addresses of data. */
  pictures: { web?: string; phone?: string };
  /** They are of the scenario before: nothing of this one has been pictured yet. */
  isPast: boolean;
  /** The scenarios in which evidence did not hold. */
  failed: string[];
  /** What the run came to, once it is over. */
  verdict?: string;
}

/** As Cucumber has it; `running` and `to come` before it is known. */
type StepStatus = string;

/** Follows the messages of a run, one scenario after another, and says what changes for an onlooker. */
export class LiveScene {
  readonly #shown: Shown;
  readonly #outline: Outline = { features: new Map(), keywords: new Map() };
  readonly #pickles = new Map<string, Pickle>();
  readonly #testCases = new Map<string, TestCase>();
  /** By the id of the test step, its place among the scenario's sentences. */
  #places = new Map<string, number>();

  constructor(total: number) {
    this.#shown = { total, ended: 0, feature: '', scenario: '', steps: [], pictures: {}, isPast: false, failed: [] };
  }

  /** All of it, as it is now. */
  now(): Shown {
    return this.#shown;
  }

  /** @returns what is new, if anything is */
  take(envelope: Envelope): Partial<Shown> | undefined {
    const { pickle, testCase, testCaseStarted, testStepStarted, testStepFinished, attachment, testCaseFinished } =
      envelope;
    if (envelope.gherkinDocument) this.#note(envelope);
    if (pickle) this.#pickles.set(pickle.id, pickle);
    if (testCase) this.#testCases.set(testCase.id, testCase);
    if (testCaseStarted) return this.#begin(testCaseStarted.testCaseId);
    if (testStepStarted) return this.#mark(testStepStarted.testStepId, 'running');
    if (attachment) return this.#picture(attachment);
    if (testStepFinished) return this.#end(testStepFinished);
    return testCaseFinished && this.#change({ ended: this.#shown.ended + 1 });
  }

  #note(envelope: Envelope): void {
    const { features, keywords } = outlineOf([envelope]);
    for (const [uri, name] of features) this.#outline.features.set(uri, name);
    for (const [id, keyword] of keywords) this.#outline.keywords.set(id, keyword);
  }

  #begin(testCaseId: string): Partial<Shown> {
    const testCase = this.#testCases.get(testCaseId);
    const pickle = this.#pickles.get(testCase?.pickleId ?? '');
    const sentences = pickle?.steps ?? [];
    const places = sentences.map(({ id }) => testCase?.testSteps.find(({ pickleStepId }) => pickleStepId === id)?.id);
    this.#places = new Map(places.flatMap((id, place) => (id === undefined ? [] : [[id, place] as const])));
    const keywordOf = (ids: readonly string[]) => this.#outline.keywords.get(ids[0] ?? '') ?? '';
    return this.#change({
      feature: this.#outline.features.get(pickle?.uri ?? '') ?? '',
      scenario: pickle?.name ?? '',
      steps: sentences.map(({ text, astNodeIds }) => ({ text: `${keywordOf(astNodeIds)} ${text}`, status: 'to come' })),
      isPast: true,
    });
  }

  #end({ testStepId, testStepResult: { status, exception } }: TestStepFinished): Partial<Shown> | undefined {
    const { failed, scenario } = this.#shown;
    const fails = exception?.type === STEP_ERRORS.evidenceFails ? { failed: [...failed, scenario] } : {};
    const change = this.#mark(testStepId, status.toLowerCase());
    return change && { ...change, ...this.#change(fails) };
  }

  #mark(testStepId: string, status: StepStatus): Partial<Shown> | undefined {
    const place = this.#places.get(testStepId);
    if (place === undefined) return undefined;
    return this.#change({
      steps: this.#shown.steps.map((step, index) => (index === place ? { ...step, status } : step)),
    });
  }

  #picture(attachment: Attachment): Partial<Shown> | undefined {
    const picture = pictureIn(attachment);
    if (!picture) return undefined;
    const { name, mediaType, base64 } = picture;
    const pictures = { ...this.#shown.pictures, [name]: `data:${mediaType};base64,${base64}` };
    return this.#change({ pictures, isPast: false });
  }

  #change(change: Partial<Shown>): Partial<Shown> {
    Object.assign(this.#shown, change);
    return change;
  }
}
