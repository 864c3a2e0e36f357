import type { Outcome, RunVerdict, ScenarioOutcome, Status } from '../verdict/shape.ts';

/** What changed from one run to the next: plain data, which `paircheck diff --json` prints. */
export interface Comparison {
  /** Something newly fails, or is no longer shown. */
  worse: boolean;
  before: ComparedRun;
  after: ComparedRun;
  /** What was not the same to begin with: other versions, another target. */
  differences: Difference[];
  newlyFailing: Change[];
  noLongerShown: Change[];
  newlyPassing: Change[];
  otherChanges: Change[];
  evidence: EvidenceChange[];
  appeared: Presence;
  gone: Presence;
}

/** One of the two runs, in a line. */
export interface ComparedRun {
  /** In real time, ISO 8601. */
  startedAt: string;
  outcome: Outcome;
  counts: RunVerdict['counts'];
}

export interface Difference {
  /** Such as "suite" or "declares throttleMax". */
  what: string;
  /** Absent where there was no such thing. */
  before?: string;
  after?: string;
}

/** A requirement with another status; or, where that is the same, one of its scenarios with another outcome. */
export interface Change {
  requirement: string;
  /** Of the requirement. */
  statement: string;
  scenario?: string;
  /** Absent where the run did not have it. */
  before?: Status | ScenarioOutcome;
  after?: Status | ScenarioOutcome;
  /** Why it is as it is now. */
  reason?: string;
}

/** The same sentence of the same scenario, for which something else was expected or seen. */
export interface EvidenceChange {
  requirement: string;
  scenario: string;
  step: string;
  before: Seen;
  after: Seen;
}

export interface Seen {
  expected: string;
  seen: string;
  holds: boolean;
}

/** What only one of the runs has. Scenarios of requirements that both have. */
export interface Presence {
  requirements: string[];
  scenarios: { requirement: string; scenario: string }[];
}
