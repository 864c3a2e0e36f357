import type { ScenarioTestimony, StepTestimony } from '../testimony/shape.ts';

/** A sentence with its keyword: "Then the phone shows …". */
export function sentenceOf(step: StepTestimony): string {
  return `${step.keyword} ${step.text}`.trim();
}

/** Where a scenario stands: `features/otp.feature:12`. */
export function locationOf(scenario: Pick<ScenarioTestimony, 'uri' | 'line'>): string {
  return `${scenario.uri}:${scenario.line}`;
}

/** "1 requirement", "2 requirements". */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
