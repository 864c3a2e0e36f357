import { ReportBuilder, type Test, type TestStatus } from 'ctrf';
import type { Outcome, RequirementVerdict, RunVerdict, Status } from '../verdict/shape.ts';
import { profilesText } from './profiles-text.ts';
import { traceOf } from './trace.ts';

/**
 * "passed" is said of nothing else. What does not hold and yet is not red (a SHOULD, a MAY, a failure that is known), and
 * what held only on a retry, is "other"; the status itself stands beside it as `rawStatus`.
 */
const STATUSES: Record<Status, TestStatus> = {
  passed: 'passed',
  failed: 'failed',
  warned: 'other',
  informed: 'other',
  'not run': 'skipped',
  'not claimed': 'skipped',
  'known failure': 'other',
  flaky: 'other',
};
const RUN_STATUSES: Record<Outcome, TestStatus> = {
  conformant: 'passed',
  'non-conformant': 'failed',
  incomplete: 'failed',
  'harness error': 'failed',
};

/**
 * The Common Test Report Format: a test for each requirement, and one for the run as a whole, which is red whenever the
 * run is, for a requirement that did not run is only "skipped" in this format.
 * @see https://ctrf.io
 */
export function ctrf(verdict: RunVerdict): string {
  const { suite, target, outcome, exitCode, reason, seed } = verdict;
  const { profiles, counts, evidence, finishedAt } = verdict;
  const report = new ReportBuilder()
    .timestamp(finishedAt)
    .generatedBy(`${suite.name} ${suite.version}`)
    .tool({ name: suite.name, version: suite.version })
    .environment({
      reportName: `${suite.name} ${profilesText(verdict)}`,
      appName: target.name,
      testEnvironment: target.drive,
      healthy: verdict.harnessErrors.length === 0,
      extra: { declarations: target.declarations },
    })
    .addTests([runTest(verdict), ...verdict.requirements.map((requirement) => requirementTest(requirement, verdict))])
    .summaryOverrides(timesOf(verdict))
    .extra({ outcome, exitCode, reason, seed, profiles, counts, evidence })
    .build();
  return `${JSON.stringify(report, null, 2)}\n`;
}

function runTest(verdict: RunVerdict): Test {
  const { outcome, reason, harnessErrors } = verdict;
  const told = harnessErrors.map((error) => `harness error: ${error}`);
  return {
    testId: 'run',
    name: 'The run as a whole',
    status: RUN_STATUSES[outcome],
    rawStatus: outcome,
    suite: ['The run'],
    message: reason,
    ...timesOf(verdict),
    ...(told.length > 0 && { trace: told.join('\n\n') }),
  };
}

function requirementTest(requirement: RequirementVerdict, verdict: RunVerdict): Test {
  const { id, statement, status, chapter, level, reason, scenarios } = requirement;
  const trace = traceOf(id, verdict);
  const asking = verdict.profiles.filter(({ requirements }) => requirements.includes(id));
  return {
    testId: id,
    name: `${id} ${statement}`,
    status: STATUSES[status],
    rawStatus: status,
    // The format asks for a number, and a verdict knows no time of its own for a requirement.
    duration: 0,
    suite: [chapter],
    tags: [...asking.map(({ name, version }) => `${name} ${version}`), level],
    flaky: status === 'flaky',
    retries: Math.max(0, ...scenarios.map(({ attempts }) => attempts - 1)),
    ...(reason !== undefined && { message: reason }),
    ...(trace !== '' && { trace }),
    ...placeOf(requirement),
  };
}

/** Where the first of its scenarios stands. */
function placeOf({ scenarios: [first] }: RequirementVerdict): { filePath?: string; line?: number } {
  const [, filePath, line] = /^(.+):(\d+)$/.exec(first?.location ?? '') ?? [];
  return filePath === undefined ? {} : { filePath, line: Number(line) };
}

function timesOf({ startedAt, finishedAt }: RunVerdict): { start: number; stop: number; duration: number } {
  const [start, stop] = [Date.parse(startedAt), Date.parse(finishedAt)];
  return { start, stop, duration: stop - start };
}
