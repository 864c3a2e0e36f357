import {
  type Envelope,
  type Pickle,
  PickleStepType,
  type TestCaseStarted,
  type TestStep,
  type TestStepResult,
  TestStepResultStatus,
} from '@cucumber/messages';
import { ENDING_ERRORS } from './evidence.ts';
import { type Attached, readAttachments } from './testimony/attachments.ts';
import { type Outline, outlineOf } from './testimony/outline.ts';
import { PictureShelf } from './testimony/pictures.ts';
import type { Attempt, ScenarioTestimony, StepError, StepStatus, StepTestimony, Testimony } from './testimony/shape.ts';
import { type Stream, stepKey, streamOf } from './testimony/stream.ts';

const REQUIREMENT_TAG = /^@([A-Z]{2,}-\d{2})$/;

/**
 * Reads the messages of one run, complete or cut off anywhere. Every planned scenario is there, whether it ran or not,
 * for Cucumber names them all before it starts the first.
 * @see https://github.com/cucumber/messages
 */
export function testimonyOf(envelopes: readonly Envelope[]): Testimony {
  const reader = { outline: outlineOf(envelopes), stream: streamOf(envelopes), shelf: new PictureShelf() };
  const scenarios = envelopes.flatMap(({ pickle }) => (pickle ? [readScenario(reader, pickle)] : []));
  return {
    scenarios,
    pictures: reader.shelf.files(),
    problems: envelopes.flatMap(problemsOf),
    finished: envelopes.some(({ testRunFinished }) => testRunFinished !== undefined),
  };
}

interface Reader {
  outline: Outline;
  stream: Stream;
  shelf: PictureShelf;
}

function readScenario(reader: Reader, pickle: Pickle): ScenarioTestimony {
  const testCase = reader.stream.testCases.get(pickle.id);
  const attempts = testCase ? (reader.stream.attempts.get(testCase.id) ?? []) : [];
  return {
    uri: pickle.uri,
    line: pickle.location?.line ?? 0,
    name: pickle.name,
    feature: reader.outline.features.get(pickle.uri) ?? '',
    requirements: pickle.tags.flatMap(({ name }) => REQUIREMENT_TAG.exec(name)?.[1] ?? []),
    expectedEvidence: pickle.steps.filter(({ type }) => type === PickleStepType.OUTCOME).length,
    attempts: attempts.map((started) => readAttempt(reader, { pickle, steps: testCase?.testSteps ?? [], started })),
  };
}

interface Course {
  pickle: Pickle;
  steps: readonly TestStep[];
  started: TestCaseStarted;
}

function readAttempt(reader: Reader, course: Course): Attempt {
  const attempt: Attempt = {
    finished: reader.stream.finished.has(course.started.id),
    steps: [],
    hookErrors: [],
    missing: [],
    pictures: {},
    unreadable: [],
  };
  for (const step of course.steps) readStep(reader, { course, step, attempt });
  return attempt;
}

function readStep(reader: Reader, at: { course: Course; step: TestStep; attempt: Attempt }): void {
  const key = stepKey(at.course.started.id, at.step.id);
  const attachments = reader.stream.attachments.get(key) ?? [];
  const attached = readAttachments(attachments);
  const result = reader.stream.results.get(key);
  const pictures = reader.shelf.add(attachments);
  at.attempt.missing.push(...attached.missing);
  at.attempt.unreadable.push(...attached.unreadable);
  const sentence = at.course.pickle.steps.find(({ id }) => id === at.step.pickleStepId);
  if (sentence) {
    const keyword = reader.outline.keywords.get(sentence.astNodeIds[0] ?? '') ?? '';
    const expectsEvidence = sentence.type === PickleStepType.OUTCOME;
    at.attempt.steps.push({ keyword, text: sentence.text, expectsEvidence, pictures, ...told(result, attached) });
    return;
  }
  at.attempt.pictures = { ...at.attempt.pictures, ...pictures };
  if (result && !isFine(result)) at.attempt.hookErrors.push(errorOf(result));
}

function told(
  result: TestStepResult | undefined,
  { evidence }: Attached,
): Pick<StepTestimony, 'status' | 'evidence' | 'error'> {
  const status = (result?.status.toLowerCase() ?? 'not reached') as StepStatus;
  if (result?.status !== TestStepResultStatus.FAILED) return { status, evidence };
  return { status, evidence, error: errorOf(result) };
}

function isFine(result: TestStepResult): boolean {
  return result.status === TestStepResultStatus.PASSED || result.status === TestStepResultStatus.SKIPPED;
}

function errorOf(result: TestStepResult): StepError {
  const message = result.exception?.message ?? result.message ?? result.status.toLowerCase();
  return { name: result.exception?.type ?? 'Error', message };
}

function problemsOf(envelope: Envelope): string[] {
  const { parseError, testRunHookFinished, testRunFinished, undefinedParameterType } = envelope;
  if (parseError) return [`a feature file cannot be read: ${parseError.source.uri ?? ''}: ${parseError.message}`];
  if (testRunHookFinished && !isFine(testRunHookFinished.result)) {
    const { name, message } = errorOf(testRunHookFinished.result);
    return [ENDING_ERRORS.includes(name) ? message : `a hook of the whole run failed: ${name}: ${message}`];
  }
  if (undefinedParameterType) return [`no parameter type {${undefinedParameterType.name}} is defined`];
  const broken = testRunFinished?.exception?.message ?? testRunFinished?.message;
  return broken === undefined ? [] : [`the run broke off: ${broken}`];
}
