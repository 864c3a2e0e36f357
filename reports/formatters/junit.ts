import junitReportBuilder, { type Builder, type TestCase, type TestSuite } from 'junit-report-builder';
import type { Failure, RequirementVerdict, RunVerdict } from '../verdict/shape.ts';
import { byChapter } from './groups.ts';
import { profilesText } from './profiles-text.ts';

/** Its type file describes an ES module, its code is CommonJS: the import *is* the builder. */
const builder = junitReportBuilder as unknown as Builder;

/**
 * For build servers: a suite for each chapter, a case for each requirement, and one case for the run as a whole, which
 * is red whenever the run is, for a requirement that did not run is only "skipped" in this format.
 * @see https://github.com/testmoapp/junitxml
 */
export function junit(verdict: RunVerdict): string {
  const report = builder.newBuilder().name(`${verdict.suite.name} ${profilesText(verdict)}`);
  addRun(report.testSuite(), verdict);
  for (const { title, requirements } of byChapter(verdict)) {
    const suite = report.testSuite().name(clean(title)).timestamp(verdict.startedAt);
    for (const requirement of requirements) addRequirement(suite, requirement, verdict);
  }
  return report.build();
}

function addRun(suite: TestSuite, verdict: RunVerdict): void {
  suite.name('The run').timestamp(verdict.startedAt);
  const whole = suite.testCase().className(verdict.suite.name).name('The verdict');
  if (verdict.outcome === 'non-conformant') whole.failure(clean(verdict.reason), verdict.outcome);
  else if (verdict.outcome !== 'conformant') whole.error(clean(verdict.reason), verdict.outcome);
  else whole.standardOutput(clean(verdict.reason));
  for (const error of verdict.harnessErrors) {
    suite.testCase().className(verdict.suite.name).name('Harness error').error(clean(error), 'harness error');
  }
}

function addRequirement(suite: TestSuite, requirement: RequirementVerdict, verdict: RunVerdict): void {
  const { id, status, level, statement, reason = '' } = requirement;
  const testCase = suite
    .testCase()
    .className(verdict.suite.name)
    .name(clean(`${id} ${statement}`));
  testCase.property('level', level).property('status', status);
  if (reason !== '') testCase.property('reason', clean(reason));
  if (status !== 'passed') testCase.standardOutput(clean([status, reason, ...told(requirement, verdict)].join('\n')));
  mark(testCase, requirement);
}

/** Only what a MUST fails or owes is red; the format has no other word for the rest than "skipped" or silence. */
function mark(testCase: TestCase, { status, level, reason = '' }: RequirementVerdict): void {
  if (status === 'failed') testCase.failure(clean(reason), status);
  if (status === 'flaky' && level === 'MUST') testCase.error(clean(reason), status);
  if (status === 'not run' || status === 'not claimed' || status === 'known failure') testCase.skipped();
}

function told({ id }: RequirementVerdict, { failures }: RunVerdict): string[] {
  return failures.filter(({ requirement }) => requirement === id).map(failureText);
}

function failureText(failure: Failure): string {
  const { scenario, location, step, expected, seen, at, exchanges, again } = failure;
  const lines = [`${scenario} (${location})`, step, `expected: ${expected}`, `seen: ${seen}`, `when: ${at}`];
  return [...lines, ...exchanges, `again: ${again}`].join('\n');
}

/** XML 1.0 has no way to write control characters, not even escaped, and one would make the whole file unreadable. */
function clean(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
}
