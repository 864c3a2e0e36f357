import type { KnownBad, Severity } from '../protocol/known-bad.ts';
import { isRed } from './kill-matrix/colours.ts';
import type { KillMatrix, KnownBadTrial, KnownBadVerdict, NotShown, Score, TwinTrial } from './kill-matrix/shape.ts';
import type { Versioned } from './verdict/shape.ts';

/** All that the trial of the suite came to, before it is judged. */
export interface TrialRecord {
  suite: Versioned;
  /** In real time, ISO 8601. */
  startedAt: string;
  finishedAt: string;
  seconds: number;
  twin: TwinTrial;
  trials: readonly KnownBadTrial[];
  notShown: readonly NotShown[];
  /** What went wrong outside of the trials. */
  problems: readonly string[];
}

const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

/** Judges the suite: the correct implementation is wholly green, and each known-bad caught by the requirements it names. */
export function judgeSuite({ trials, twin, problems, ...facts }: TrialRecord): KillMatrix {
  const knownBads = trials.map(judgeTrial);
  const isGreen = Object.values(twin.statuses).every((status) => status === 'passed' || status === 'not claimed');
  const complaints = [
    ...problems,
    ...twin.problems.map((problem) => `the correct implementation: ${problem}`),
    ...Object.entries(twin.statuses)
      .filter(([, status]) => status !== 'passed' && status !== 'not claimed')
      .map(([id, status]) => `the correct implementation: ${id} ${status}`),
    ...knownBads.flatMap(({ id, complaints: own }) => own.map((complaint) => `${id}: ${complaint}`)),
  ];
  return {
    schemaVersion: 1,
    ...facts,
    holds: complaints.length === 0 && knownBads.length > 0,
    complaints,
    twin: { ...twin, isGreen },
    score: SEVERITIES.map((severity) => scoreOf(severity, knownBads)),
    knownBads,
  };
}

/** One known-bad: which requirements noticed it, and whether those were the right ones. */
export function judgeTrial(trial: KnownBadTrial): KnownBadVerdict {
  const { fault, statuses, problems } = trial;
  const red = Object.keys(statuses).filter((id) => isRed(statuses[id]));
  const missed = fault.breaks.filter((id) => !red.includes(id));
  const surprises = red.filter((id) => !fault.breaks.includes(id) && fault.companions?.[id] === undefined);
  const complaints = [
    ...problems,
    ...activityComplaints(trial),
    ...(red.length === 0 ? ['it survived: no requirement noticed it'] : []),
    ...(red.length === 0
      ? []
      : missed.map((id) => `${id} should have noticed it, and was ${statuses[id] ?? 'not run'}`)),
    ...surprises.map((id) => `${id} turned red too, and nobody had said why`),
  ];
  return { ...describe(fault), seconds: trial.seconds, red, surprises, isKilled: missed.length === 0, complaints };
}

function activityComplaints({ isActive, isTwinActive }: KnownBadTrial): string[] {
  return [
    ...(isActive ? [] : ['it was not active: its own probe found nothing wrong']),
    ...(isTwinActive ? ['its probe finds the same in the correct implementation, so it proves nothing'] : []),
  ];
}

function describe({ id, title, behaviour, severity, evidence, breaks, companions = {}, needsBrowser }: KnownBad) {
  return {
    id,
    title,
    behaviour,
    severity,
    evidence,
    breaks,
    companions,
    drive: needsBrowser ? 'browser' : 'api',
  } as const;
}

function scoreOf(severity: Severity, knownBads: readonly KnownBadVerdict[]): Score {
  const these = knownBads.filter((one) => one.severity === severity);
  return { severity, tried: these.length, killed: these.filter(({ isKilled }) => isKilled).length };
}
