import type { Testimony } from '../testimony/shape.ts';
import type { JudgedProfile, Level, Sentence, Target, Versioned } from './shape.ts';

/** What is judged, what was asked for, and how the run went. */
export interface JudgeInput {
  suite: Versioned;
  profiles: readonly JudgedProfile[];
  target: Target;
  /** The rows of the catalogue that the profiles ask for: what is not shown of these is never green. */
  requirements: readonly ExpectedRequirement[];
  /** The sentences of the document, to quote those that a requirement names among its sources. */
  sentences: readonly Sentence[];
  /** What has to be told, whatever the testimony says of itself. */
  manifest: Manifest;
  testimony: Testimony;
  run: RunFacts;
}

/** For each requirement the names of its scenarios, and how many pieces of evidence each owes. */
export type Manifest = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A row of the catalogue, as far as it is needed to judge and to explain. */
export interface ExpectedRequirement {
  id: string;
  role: string;
  level: Level;
  statement: string;
  sources: readonly string[];
  /** The chapter's title; the letters of the id when it has none. */
  chapter?: string;
  /** What goes wrong for whom otherwise. */
  why?: string;
  /** The reading chosen where the document is silent or can be read in two ways. */
  reading?: string;
}

export interface RunFacts {
  /** In real time, ISO 8601. */
  startedAt: string;
  finishedAt: string;
  /** Somebody stopped it. A message stream without its end counts as interrupted anyhow. */
  interrupted?: boolean;
  /** Of the random order. */
  seed?: number;
  /** The expression of `--tags`, where it was given: what it leaves out is not run. */
  tags?: string;
  /** How the command line is called here: "npm run paircheck --" in a checkout. */
  command?: string;
  /** The flags to give again, without secrets, for the line that runs one requirement again. */
  flags?: readonly string[];
  /** The ids of `--only`, where it was given. */
  only?: readonly string[];
  /** Where not every requirement was asked for: those that were, and by which flags; every other is not claimed. */
  selection?: { ids: readonly string[]; by: string };
  /** What the target says it does not have: not claimed, with its reason. */
  declaredAbsent?: readonly Listed[];
  /** What the target is known to get wrong: still run; red when all of it holds. */
  knownFailures?: readonly Listed[];
  /** What went wrong outside of Cucumber: it threw, a server that we started ended. */
  problems?: readonly string[];
}

export interface Listed {
  id: string;
  reason: string;
}
