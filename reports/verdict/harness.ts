import { ENDING_ERRORS, STEP_ERRORS } from '../evidence.ts';
import type { Attempt, ScenarioTestimony, StepStatus, StepTestimony } from '../testimony/shape.ts';
import { sentenceOf } from './words.ts';

/**
 * What is wrong with the telling rather than with the implementation: errors of ours, a target that went away, steps
 * that nobody wrote, evidence that does not fit its sentence. Only the last attempt counts: one that was repeated
 * shows as flaky.
 */
export function harnessErrorsOf(scenario: ScenarioTestimony): string[] {
  const attempt = scenario.attempts.at(-1);
  return attempt ? [...attempt.steps.flatMap(stepErrors), ...attemptErrors(attempt)] : [];
}

const UNUSABLE: readonly StepStatus[] = ['undefined', 'ambiguous', 'pending', 'unknown'];

/** What ends a scenario early and is no error of ours. */
const ITS_OWN_END: readonly (string | undefined)[] = [
  STEP_ERRORS.blocked,
  STEP_ERRORS.unprovided,
  STEP_ERRORS.notDemanded,
];

function stepErrors(step: StepTestimony): string[] {
  const errors = [brokenStep(step), wrongEvidence(step)].filter((error) => error !== undefined);
  return errors.map((error) => `at "${sentenceOf(step)}": ${error}`);
}

function brokenStep(step: StepTestimony): string | undefined {
  if (UNUSABLE.includes(step.status)) return `the step is ${step.status}`;
  if (step.status !== 'failed' || ITS_OWN_END.includes(step.error?.name)) return undefined;
  const showsFailure = step.evidence.some(({ holds }) => !holds);
  if (step.error?.name === STEP_ERRORS.evidenceFails && showsFailure) return undefined;
  const { name = 'Error', message = 'no message' } = step.error ?? {};
  return ENDING_ERRORS.includes(name) ? message : `${name}: ${message}`;
}

function wrongEvidence({ expectsEvidence, evidence }: StepTestimony): string | undefined {
  if (!expectsEvidence && evidence.length > 0) return 'evidence was recorded outside of a Then';
  return evidence.length > 1 ? `${evidence.length} pieces of evidence were recorded where one is asked for` : undefined;
}

function attemptErrors(attempt: Attempt): string[] {
  return [...attempt.hookErrors.map(({ name, message }) => `in a hook: ${name}: ${message}`), ...attempt.unreadable];
}
