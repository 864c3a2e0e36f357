import type { Patient } from './patient.ts';

/** One thing that has to be there before a run can say anything. */
export interface Check {
  what: string;
  /** What is probably to be mended where it is not: a field of the target file, or a requirement that will fail. */
  otherwise: string;
  /** Whether a target has it at all; left out, each has. */
  isOf?(target: Patient['target']): boolean;
  /** @throws Blocked, TargetGone, HarnessFault or Unprovided when it is not there, Doubt where a run may lack it */
  look(patient: Patient): Promise<string | undefined>;
}

/** A run can begin, and may show less than it could. */
export class Doubt extends Error {
  override readonly name = 'Doubt';
}
