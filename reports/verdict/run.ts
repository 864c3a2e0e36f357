import type { EvidenceSum, Level, Outcome, RequirementVerdict, Status } from './shape.ts';
import { count } from './words.ts';

/** All that the run's own outcome is made of. */
export interface Findings {
  requirements: readonly RequirementVerdict[];
  evidence: EvidenceSum;
  harnessErrors: readonly string[];
  staleKnownFailures: readonly string[];
  interrupted: boolean;
}

/** The gravest that is true: a harness error first, for after it nothing else can be trusted. */
export function outcomeOf(findings: Findings): { outcome: Outcome; reason: string } {
  const broken = harnessReason(findings);
  if (broken !== undefined) return { outcome: 'harness error', reason: broken };
  const against = nonConformantReason(findings);
  if (against !== undefined) return { outcome: 'non-conformant', reason: against };
  const lacking = incompleteReason(findings);
  if (lacking !== undefined) return { outcome: 'incomplete', reason: lacking };
  return { outcome: 'conformant', reason: conformantReason(findings) };
}

function harnessReason(findings: Findings): string | undefined {
  const [first, ...others] = findings.harnessErrors;
  if (first === undefined) return undefined;
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  const failed = idsWith(findings, 'failed');
  const already = failed.length > 0 ? `; evidence had failed already: ${failed.join(', ')}` : '';
  return `nothing can be said of the whole: ${first}${more}${already}`;
}

function nonConformantReason(findings: Findings): string | undefined {
  const failed = idsWith(findings, 'failed');
  const stale = findings.staleKnownFailures;
  const reasons = [
    failed.length > 0 && `${failed.length} of ${claimedWords(findings)} failed (${failed.join(', ')})`,
    stale.length > 0 &&
      `${stale.join(', ')} ${stale.length === 1 ? 'is' : 'are'} listed as known failure, yet everything holds: take it off the list`,
  ];
  return joined(reasons);
}

function incompleteReason(findings: Findings): string | undefined {
  const claimed = findings.requirements.filter(({ status }) => status !== 'not claimed');
  const nothingRan = claimed.every(({ status }) => status === 'not run');
  const musts = idsWith(findings, 'not run', 'MUST');
  const flaky = idsWith(findings, 'flaky', 'MUST');
  return joined([
    findings.interrupted && 'the run was interrupted',
    claimed.length === 0 && 'no requirement was asked for, so nothing is shown',
    claimed.length > 0 && nothingRan && nothingShown(findings),
    !nothingRan &&
      musts.length > 0 &&
      `${musts.length} of ${claimedWords(findings, 'MUST')} at level MUST did not run (${musts.join(', ')})`,
    flaky.length > 0 && `passed only on a retry: ${flaky.join(', ')}`,
  ]);
}

/** A requirement is shown when all of its scenarios are: some evidence may be there, and none of them complete. */
function nothingShown({ evidence: { reached, expected } }: Findings): string {
  if (reached === 0) return 'nothing ran, so nothing is shown';
  return `no requirement was shown as a whole, with ${reached} of ${count(expected, 'piece')} of evidence reached`;
}

function conformantReason(findings: Findings): string {
  const known = idsWith(findings, 'known failure');
  const { expected, reached } = findings.evidence;
  const told = [
    known.length > 0 && `but for ${count(known.length, 'known failure')} (${known.join(', ')})`,
    passedWords(findings),
    ...(['warned', 'informed', 'flaky', 'not run', 'not claimed'] as const).map((status) => amountOf(findings, status)),
    `${reached} of ${count(expected, 'piece')} of evidence`,
  ];
  return told.filter(Boolean).join(', ');
}

function passedWords(findings: Findings): string {
  const passed = idsWith(findings, 'passed').length;
  const hasMust = findings.requirements.some(({ level, status }) => level === 'MUST' && status !== 'not claimed');
  const words = `${passed} of ${claimedWords(findings)} passed`;
  return passed > 0 || hasMust ? words : `nothing at level MUST was asked for, ${words}`;
}

function amountOf(findings: Findings, status: Status): string | false {
  const ids = idsWith(findings, status);
  return ids.length > 0 && `${ids.length} ${status}`;
}

function claimedWords({ requirements }: Findings, wantedLevel?: Level): string {
  const isClaimed = ({ status, level }: RequirementVerdict) =>
    status !== 'not claimed' && (wantedLevel ?? level) === level;
  return count(requirements.filter(isClaimed).length, 'requirement');
}

function idsWith({ requirements }: Findings, wanted: Status, wantedLevel?: Level): string[] {
  const isWanted = ({ status, level }: RequirementVerdict) => status === wanted && (wantedLevel ?? level) === level;
  return requirements.filter(isWanted).map(({ id }) => id);
}

function joined(reasons: (string | false)[]): string | undefined {
  const told = reasons.filter((reason) => reason !== false);
  return told.length > 0 ? told.join('; ') : undefined;
}
