import type { KnownBad, Severity } from '../protocol/known-bad.ts';
import { isRed } from './kill-matrix/colours.ts';
import type {
  KillMatrix,
  KnownBadTrial,
  KnownBadVerdict,
  LawfulTrial,
  NotShown,
  Score,
  TwinTrial,
} from './kill-matrix/shape.ts';
import type { Status, Versioned } from './verdict/shape.ts';

/** All that the trial of the suite came to, before it is judged. */
export interface TrialRecord {
  suite: Versioned;
  /** In real time, ISO 8601. */
  startedAt: string;
  finishedAt: string;
  seconds: number;
  /** Somebody stopped it: what is here is what had been tried by then. */
  interrupted: boolean;
  /** How many known-bads or lawful variants were to be tried. */
  planned: number;
  twin: TwinTrial;
  trials: readonly KnownBadTrial[];
  lawful: readonly LawfulTrial[];
  notShown: readonly NotShown[];
  /** What went wrong outside of the trials. */
  problems: readonly string[];
}

const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

/**
 * Judges the suite: the correct implementation is wholly green, however it goes about it, and each known-bad caught by
 * the requirements it names.
 */
export function judgeSuite({ trials, twin, lawful, problems, ...facts }: TrialRecord): KillMatrix {
  const knownBads = trials.map(judgeTrial);
  const complaints = [
    ...problems,
    ...(knownBads.length > 0 && !isCutOff(twin, facts) ? complaintsOf('the correct implementation', twin) : []),
    ...lawful.flatMap((variant) => complaintsOf(`lawful ${variant.id}`, variant, variant.advice)),
    ...knownBads.flatMap(({ id, complaints: own }) => own.map((complaint) => `${id}: ${complaint}`)),
  ];
  return {
    schemaVersion: 1,
    ...facts,
    holds: complaints.length === 0 && knownBads.length + lawful.length > 0 && !facts.interrupted,
    complaints,
    twin: { ...twin, isGreen: isGreen(twin) },
    score: SEVERITIES.map((severity) => scoreOf(severity, knownBads)),
    knownBads,
    lawful: lawful.map((variant) => ({ ...variant, isGreen: isGreen(variant, variant.advice) })),
  };
}

/** Of what nothing was asked before the end came, nothing can be said. */
function isCutOff({ statuses }: TwinTrial, { interrupted }: Pick<TrialRecord, 'interrupted'>): boolean {
  return interrupted && Object.keys(statuses).length === 0;
}

type Advice = LawfulTrial['advice'];

function isGreen(trial: TwinTrial, advice?: Advice): boolean {
  return complaintsOf('', trial, advice).length === 0;
}

/** Whatever is neither passed, nor left to another drive, nor advice that was to be expected. */
export function complaintsOf(name: string, { statuses, reasons, problems }: TwinTrial, advice: Advice = {}): string[] {
  const isAdvice = (id: string, status: Status) => id in advice && (status === 'warned' || status === 'informed');
  const notGreen = Object.entries(statuses).filter(
    ([id, status]) => status !== 'passed' && status !== 'not claimed' && !isAdvice(id, status),
  );
  return [
    ...problems.map((problem) => `${name}: ${problem}`),
    ...notGreen.map(([id, status]) => `${name}: ${id} ${status}${because(reasons[id])}`),
    ...(Object.keys(statuses).length > 0 ? [] : [`${name}: nothing was asked of it`]),
  ];
}

/** One known-bad: which requirements noticed it, and whether those were the right ones. */
export function judgeTrial(trial: KnownBadTrial): KnownBadVerdict {
  const { fault, statuses, reasons, problems } = trial;
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
    ...surprises.map((id) => `${id} turned red too, and nobody had said why${because(reasons[id])}`),
  ];
  return { ...describe(fault), seconds: trial.seconds, red, surprises, isKilled: missed.length === 0, complaints };
}

function because(reason: string | undefined): string {
  return reason === undefined ? '' : `: ${reason}`;
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
