import { STEP_ERRORS } from '../evidence.ts';
import type { ScenarioTestimony, StepTestimony } from '../testimony/shape.ts';
import { evidenceSumOf } from './evidence-sum.ts';
import { harnessErrorsOf } from './harness.ts';
import type { EvidencePiece, PicturedAct, ScenarioOutcome, ScenarioVerdict } from './shape.ts';
import { locationOf, sentenceOf } from './words.ts';

/** What one scenario comes to, by its last attempt: it holds only when every piece it owes was recorded and holds. */
export function judgeScenario(scenario: ScenarioTestimony): ScenarioVerdict {
  const attempt = scenario.attempts.at(-1);
  const judged = outcomeOf(scenario);
  const acts = actsOf(attempt?.steps ?? []);
  return {
    name: scenario.name,
    feature: scenario.feature,
    location: locationOf(scenario),
    ...judged,
    attempts: scenario.attempts.length,
    evidence: judged.outcome === 'left open' ? NOTHING_OWED : evidenceSumOf(scenario),
    pieces: attempt?.steps.flatMap(piecesOf) ?? [],
    ...(acts.length > 0 && { acts }),
    pictures: attempt?.pictures ?? {},
  };
}

/** Of something that the document does not ask for, and that is not there. */
const NOTHING_OWED = { expected: 0, reached: 0, held: 0 };

interface Judged {
  outcome: ScenarioOutcome;
  reason?: string;
}

type Question = (scenario: ScenarioTestimony) => Judged | undefined;

/** The first that has an answer decides: a failure that was seen is never hidden by what went wrong beside it. */
const QUESTIONS: readonly Question[] = [failing, harness, missing, blocked, interrupted, unproven];

function outcomeOf(scenario: ScenarioTestimony): Judged {
  for (const question of QUESTIONS) {
    const judged = question(scenario);
    if (judged) return judged;
  }
  if (scenario.attempts.length === 1) return { outcome: 'holds' };
  return { outcome: 'holds on a retry', reason: `"${scenario.name}" held only on attempt ${scenario.attempts.length}` };
}

function failing(scenario: ScenarioTestimony): Judged | undefined {
  const evidence = lastSteps(scenario).flatMap((step) => step.evidence);
  const failed = evidence.find(({ holds }) => !holds);
  return failed && { outcome: 'does not hold', reason: `expected ${failed.expected}; seen ${failed.seen}` };
}

function harness(scenario: ScenarioTestimony): Judged | undefined {
  const [first] = harnessErrorsOf(scenario);
  return first === undefined ? undefined : { outcome: 'harness error', reason: `harness error ${first}` };
}

function missing(scenario: ScenarioTestimony): Judged | undefined {
  const [lack] = scenario.attempts.at(-1)?.missing ?? [];
  if (!lack) return undefined;
  if (lack.because) return { outcome: lack.because, reason: `${lack.capability}: ${lack.provide}` };
  return { outcome: 'capability missing', reason: `needs ${lack.capability}: ${lack.provide}` };
}

function blocked(scenario: ScenarioTestimony): Judged | undefined {
  const step = lastSteps(scenario).find(({ error }) => error?.name === STEP_ERRORS.blocked);
  return step && { outcome: 'blocked', reason: `blocked at "${sentenceOf(step)}": ${step.error?.message ?? ''}` };
}

function interrupted(scenario: ScenarioTestimony): Judged | undefined {
  const attempt = scenario.attempts.at(-1);
  if (attempt?.finished) return undefined;
  const how = attempt ? 'before it had ended' : 'before it began';
  return { outcome: 'interrupted', reason: `interrupted: "${scenario.name}" was cut off ${how}` };
}

function unproven(scenario: ScenarioTestimony): Judged | undefined {
  const { expected, reached } = evidenceSumOf(scenario);
  if (expected === 0)
    return { outcome: 'evidence missing', reason: `"${scenario.name}" has no Then, so it shows nothing` };
  if (reached === expected) return undefined;
  return { outcome: 'evidence missing', reason: `evidence ${reached} of ${expected} reached in "${scenario.name}"` };
}

function lastSteps(scenario: ScenarioTestimony): StepTestimony[] {
  return scenario.attempts.at(-1)?.steps ?? [];
}

function piecesOf(step: StepTestimony): EvidencePiece[] {
  const isBesides = step.error !== undefined && step.error.name !== STEP_ERRORS.evidenceFails;
  const error = isBesides && step.error ? { error: `${step.error.name}: ${step.error.message}` } : {};
  return step.evidence.map((piece) => ({ step: sentenceOf(step), ...piece, pictures: step.pictures, ...error }));
}

function actsOf(steps: readonly StepTestimony[]): PicturedAct[] {
  const isAct = ({ evidence, pictures }: StepTestimony) => evidence.length === 0 && Object.keys(pictures).length > 0;
  return steps.flatMap((step, index) => {
    const after = steps.slice(0, index).reduce((sum, { evidence }) => sum + evidence.length, 0);
    return isAct(step) ? [{ step: sentenceOf(step), after, pictures: step.pictures }] : [];
  });
}
