import junitReportBuilder, { type Builder, type TestCase, type TestSuite } from 'junit-report-builder';
import type { RequirementVerdict, RunVerdict } from '../verdict/shape.ts';
import { byChapter } from './groups.ts';
import { profilesText } from './profiles-text.ts';
import { traceOf } from './trace.ts';

/** Its type file describes an ES module, its code is CommonJS: the import *is* the builder. */
const builder = junitReportBuilder as unknown as Builder;

/**
 * For build servers: a suite for each chapter, a case for each requirement, and one case for the run as a whole, which
 * is red whenever the run is, for a requirement that did not run is only "skipped" in this format. Only the run has a
 * time: a verdict knows none of its requirements.
 * @see https://github.com/testmoapp/junitxml
 */
export function junit(verdict: RunVerdict): string {
  const report = builder.newBuilder().name(clean(`${verdict.suite.name} ${profilesText(verdict)}`));
  addRun(report.testSuite(), verdict);
  for (const { title, requirements } of byChapter(verdict)) {
    const suite = report.testSuite().name(clean(title)).timestamp(verdict.startedAt);
    for (const requirement of requirements) addRequirement(suite, requirement, verdict);
  }
  return report.build();
}

function addRun(suite: TestSuite, verdict: RunVerdict): void {
  const seconds = (Date.parse(verdict.finishedAt) - Date.parse(verdict.startedAt)) / 1000;
  suite.name('The run').timestamp(verdict.startedAt);
  addAbout(suite, verdict);
  const whole = suite.testCase().className(classOf(verdict, 'The run')).name('The verdict').time(seconds);
  if (verdict.outcome === 'non-conformant') whole.failure(clean(verdict.reason), verdict.outcome);
  else if (verdict.outcome !== 'conformant') whole.error(clean(verdict.reason), verdict.outcome);
  else whole.standardOutput(clean(verdict.reason));
  for (const error of verdict.harnessErrors) {
    const stumble = suite.testCase().className(classOf(verdict, 'The run')).name('Harness error');
    stumble.error(clean(error), 'harness error', clean(error));
  }
}

/** What was judged, and how to run it in the same order again. */
function addAbout(suite: TestSuite, { target, seed, suite: { version } }: RunVerdict): void {
  suite.property('target', clean(target.name)).property('drive', clean(target.drive)).property('version', version);
  if (seed !== undefined) suite.property('seed', String(seed));
}

function addRequirement(suite: TestSuite, requirement: RequirementVerdict, verdict: RunVerdict): void {
  const { id, chapter, status, level, statement, reason = '', scenarios } = requirement;
  const testCase = suite
    .testCase()
    .className(classOf(verdict, chapter))
    .name(clean(`${id} ${statement}`));
  const [first] = scenarios;
  if (first) testCase.file(clean(first.location.replace(/:\d+$/, '')));
  testCase.property('level', level).property('status', status);
  if (reason !== '') testCase.property('reason', clean(reason));
  mark(testCase, requirement, clean(traceOf(id, verdict)));
}

/**
 * Only what a MUST fails or owes is red; the format has no other word for the rest than "skipped" or silence. What went
 * wrong stands within the element that is red, for that is what build servers show; with all else it is output.
 */
function mark(testCase: TestCase, { status, level, reason = '' }: RequirementVerdict, trace: string): void {
  const isFlaky = status === 'flaky' && level === 'MUST';
  if (status === 'failed') testCase.failure(clean(reason), status).stacktrace(trace);
  if (isFlaky) testCase.error(clean(reason), status, trace);
  if (status === 'not run' || status === 'not claimed' || status === 'known failure') testCase.skipped();
  if (status === 'passed' || status === 'failed' || isFlaky) return;
  testCase.standardOutput([status, clean(reason), trace].filter((part) => part !== '').join('\n'));
}

/** Build servers take what stands before the last full stop for a package, and group by it. */
function classOf({ suite }: RunVerdict, chapter: string): string {
  return clean(`${suite.name}.${chapter.replaceAll('.', ' ')}`);
}

/** XML 1.0 has no way to write control characters, not even escaped, and one would make the whole file unreadable. */
function clean(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
}
