import type { PictureRefs } from '../testimony/shape.ts';

export type Level = 'MUST' | 'SHOULD' | 'MAY';

export type Status =
  | 'passed'
  | 'failed'
  | 'warned'
  | 'informed'
  | 'not run'
  | 'not claimed'
  | 'known failure'
  | 'flaky';

export type Outcome = 'conformant' | 'non-conformant' | 'incomplete' | 'harness error';

/** What everything comes to: plain data, written as `verdict.json`; every report says this and nothing of its own. */
export interface RunVerdict {
  schemaVersion: 1;
  suite: Versioned;
  /** What was asked for, in the order in which it was asked. */
  profiles: JudgedProfile[];
  target: Target;
  /** Of the order of the scenarios; absent where nothing was run. */
  seed?: number;
  /** In real time, ISO 8601. */
  startedAt: string;
  finishedAt: string;
  interrupted: boolean;
  outcome: Outcome;
  exitCode: number;
  /** One sentence for people. */
  reason: string;
  counts: Record<Status, number>;
  /** Of all scenarios of the claimed requirements, each counted once. */
  evidence: EvidenceSum;
  requirements: RequirementVerdict[];
  failures: Failure[];
  /** The line that runs all of it again, in the same order. */
  again: string;
  /** Bugs of ours, a target that went away: why nothing can be said. Words for people. */
  harnessErrors: string[];
  /** Ids of known failures of which everything holds now. */
  staleKnownFailures: string[];
}

export interface Versioned {
  name: string;
  version: string;
}

/** A frozen set of requirements that the run was asked for. */
export interface JudgedProfile extends Versioned {
  description: string;
  /** Their ids, in the order of the catalogue. */
  requirements: string[];
}

/** `drive` says how it is reached: "browser", "api", "adapter" … */
export interface Target {
  name: string;
  drive: string;
  /** What it says of itself where the document is silent; the tests expected just this. */
  declarations: Record<string, string | number | boolean>;
}

/** How many pieces of evidence the sentences owe, how many were recorded, and how many of those hold. */
export interface EvidenceSum {
  expected: number;
  reached: number;
  held: number;
}

export interface RequirementVerdict {
  id: string;
  chapter: string;
  role: string;
  level: Level;
  statement: string;
  /** What goes wrong for whom otherwise. */
  why?: string;
  /** The reading chosen where the document is silent or can be read in two ways. */
  reading?: string;
  sources: string[];
  sentences: Sentence[];
  status: Status;
  /** Why it is not simply passed. */
  reason?: string;
  evidence: EvidenceSum;
  scenarios: ScenarioVerdict[];
}

/** A sentence of the document that is judged by: the id a requirement's sources name it by, and its text. */
export interface Sentence {
  id: string;
  text: string;
}

export type ScenarioOutcome =
  | 'holds'
  | 'holds on a retry'
  | 'does not hold'
  | 'harness error'
  | 'capability missing'
  | 'left open'
  | 'left out'
  | 'blocked'
  | 'interrupted'
  | 'evidence missing';

export interface ScenarioVerdict {
  name: string;
  feature: string;
  /** `uri:line` */
  location: string;
  outcome: ScenarioOutcome;
  /** Why it does not simply hold. */
  reason?: string;
  attempts: number;
  evidence: EvidenceSum;
  pieces: EvidencePiece[];
  /** What was done between them, where that was pictured. */
  acts?: PicturedAct[];
  /** How both sides looked at the end. */
  pictures: PictureRefs;
}

/** A step that shows nothing by itself, and how both sides looked after it. */
export interface PicturedAct {
  /** The sentence with its keyword: "When Ada clicks Submit". */
  step: string;
  /** How many pieces of evidence there were before it. */
  after: number;
  pictures: PictureRefs;
}

export interface EvidencePiece {
  /** The sentence with its keyword: "Then the phone shows …". */
  step: string;
  expected: string;
  seen: string;
  holds: boolean;
  /** What was measured besides, for information. */
  note?: string;
  /** On the controlled clock, ISO 8601. */
  at: string;
  exchanges: string[];
  pictures: PictureRefs;
  /** What the step threw besides its evidence not holding. */
  error?: string;
}

/** One piece of evidence that does not hold, with all that is needed to look into it. */
export interface Failure extends EvidencePiece {
  requirement: string;
  level: Level;
  status: Status;
  scenario: string;
  location: string;
  sentences: Sentence[];
  /** The line that runs it again. */
  again: string;
}
