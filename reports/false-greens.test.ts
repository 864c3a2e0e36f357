import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';
import { PASSED, type ScenarioScript, SKIPPED, type StepScript } from './envelopes.fixture.ts';
import { CAPABILITY_MEDIA_TYPE } from './evidence.ts';
import { badge } from './formatters/badge.ts';
import { ctrf } from './formatters/ctrf.ts';
import { earl } from './formatters/earl.ts';
import { junit } from './formatters/junit.ts';
import { statement } from './formatters/statement.ts';
import { terminal } from './formatters/terminal.ts';
import type { Outcome, RunVerdict } from './verdict/shape.ts';
import { LOG_01, RUN, verdictOf } from './verdict.fixture.ts';
import { EXIT_CODES } from './verdict.ts';

// The numbers are those of docs/verdict.md. What can be shown only by a whole run is in cli/false-greens.test.ts.

const THEN = 'Then nothing is read';
const HOLDS: ScenarioScript = { name: 'holds', steps: [{ sentence: 'When the phone signs in' }, { sentence: THEN }] };
const REFUTED: StepScript = {
  sentence: THEN,
  evidence: [{ holds: false, expected: 'no account data', seen: 'two conversations' }],
  error: { type: 'EvidenceFails', message: 'expected no account data' },
};
const FAILS: ScenarioScript = { name: 'fails', steps: [REFUTED] };
const SKIPPED_THEN: StepScript = { sentence: THEN, status: SKIPPED };
const GONE: ScenarioScript = {
  steps: [{ sentence: 'When the phone signs in', error: { type: 'TargetGone', message: 'gone' } }, SKIPPED_THEN],
};

function summary(verdict: RunVerdict): [string, number, string | undefined] {
  return [verdict.outcome, verdict.exitCode, verdict.requirements[0]?.status];
}

function rows(...ids: string[]) {
  return { requirements: ids.map((id) => ({ ...LOG_01, id })) };
}

test('false green 1: no test matched, exit 0', () => {
  assert.deepEqual(summary(verdictOf([])), ['incomplete', 3, 'not run']);
  assert.deepEqual(summary(verdictOf([], { requirements: [] })), ['incomplete', 3, undefined]);
  const optional = verdictOf([], { requirements: [{ ...LOG_01, level: 'SHOULD' }] });
  assert.deepEqual(summary(optional), ['incomplete', 3, 'not run'], 'not even where nothing was binding');
});

test('false green 1: a scenario that skips itself, exit 0', () => {
  const verdict = verdictOf([{ steps: [SKIPPED_THEN] }]);
  assert.deepEqual(summary(verdict), ['incomplete', 3, 'not run']);
  assert.equal(verdict.requirements[0]?.reason, 'evidence 0 of 1 reached in "A scenario"');
});

test('false green 2: passed on a retry counts as passed', () => {
  const steps = [{ sentence: THEN }];
  const verdict = verdictOf([{ steps, attempts: [[REFUTED], steps] }]);
  assert.deepEqual(summary(verdict), ['incomplete', 3, 'flaky']);
  assert.equal(verdict.requirements[0]?.reason, '"A scenario" held only on attempt 2');
  assert.equal(verdict.counts.passed, 0);
});

test('false green 4: failures exit 0', () => {
  assert.deepEqual(summary(verdictOf([HOLDS, FAILS])), ['non-conformant', 1, 'failed']);
  const forgotToThrow: StepScript = { sentence: THEN, status: PASSED, evidence: [{ holds: false }] };
  assert.deepEqual(summary(verdictOf([{ steps: [forgotToThrow] }])), ['non-conformant', 1, 'failed']);
});

test('false green 5: skipped MUSTs vanish from the sum', () => {
  const verdict = verdictOf([HOLDS], rows('LOG-01', 'POP-04'));
  assert.deepEqual(summary(verdict), ['incomplete', 3, 'passed']);
  assert.equal(verdict.reason, '1 of 2 requirements at level MUST did not run (POP-04)');
  assert.equal(verdict.requirements[1]?.reason, 'no scenario yet');
});

test('false green 6: the right refusal for the wrong reason', () => {
  const refusal: StepScript = { sentence: 'Then the wrong code is refused' };
  const control = 'Then as a check, the right code is accepted';
  const blocked = {
    sentence: control,
    error: { type: 'Blocked', message: 'as a check expected a device; seen: none' },
  };
  const verdict = verdictOf([{ steps: [refusal, blocked] }]);
  assert.deepEqual(summary(verdict), ['incomplete', 3, 'not run'], 'a probe without its control shows nothing');
  assert.match(verdict.requirements[0]?.reason ?? '', /^blocked at "Then as a check, the right code is accepted"/);
  const accepted = verdictOf([{ steps: [refusal, { sentence: control }] }]);
  assert.deepEqual(summary(accepted), ['conformant', 0, 'passed']);
  const silent = verdictOf([{ steps: [refusal, { sentence: control, evidence: [] }] }]);
  assert.deepEqual(summary(silent), ['incomplete', 3, 'not run'], 'nor does one whose control was not looked at');
});

test('false green 7: the set-up failed, what stood behind it never ran, and the report shows passes', () => {
  const broken = { before: { error: { type: 'Error', message: 'no account' } }, steps: [SKIPPED_THEN] };
  assert.deepEqual(summary(verdictOf([HOLDS, broken])), ['harness error', 4, 'not run']);
  const given = { sentence: 'Given a registered phone', error: { type: 'Blocked', message: 'no button "Next"' } };
  const blocked: ScenarioScript = { name: 'blocked', steps: [given, SKIPPED_THEN, SKIPPED_THEN] };
  const verdict = verdictOf([HOLDS, blocked]);
  assert.deepEqual(summary(verdict), ['incomplete', 3, 'not run']);
  assert.deepEqual(verdict.evidence, { expected: 3, reached: 1, held: 1 });
});

test('false green 8: a human step acknowledged without evidence', () => {
  const acknowledged: StepScript = { sentence: 'Then the tester confirms that the phone shows it', evidence: [] };
  const verdict = verdictOf([{ steps: [{ sentence: THEN }, acknowledged] }]);
  assert.deepEqual(summary(verdict), ['incomplete', 3, 'not run'], 'however green Cucumber has the step');
  assert.equal(verdict.requirements[0]?.reason, 'evidence 1 of 2 reached in "A scenario"');
  const unanswered = verdictOf([{ steps: [{ ...acknowledged, status: SKIPPED }] }]);
  assert.deepEqual(summary(unanswered), ['incomplete', 3, 'not run']);
  const onlyActs = verdictOf([{ steps: [{ sentence: 'When the tester says that all is well' }] }]);
  assert.equal(onlyActs.requirements[0]?.reason, '"A scenario" has no Then, so it shows nothing');
});

test('false green 9: nothing was connected, still passes', () => {
  assert.deepEqual(summary(verdictOf([GONE])), ['harness error', 4, 'not run']);
  const lack = { capability: 'clock and accounts', provide: 'give the address of the test controls' };
  const attachments = [{ body: JSON.stringify(lack), mediaType: CAPABILITY_MEDIA_TYPE }];
  const nothingToControl = verdictOf([{ before: { status: SKIPPED, attachments }, steps: [SKIPPED_THEN] }]);
  assert.deepEqual(summary(nothingToControl), ['incomplete', 3, 'not run']);
});

test('false green 10: kill scores inflated: the defect was not active, or another test caught it', () => {
  const statusesOf = (scripts: ScenarioScript[]) =>
    verdictOf(scripts, rows('LOG-01', 'POP-04')).requirements.map(({ status }) => status);
  const caught = { ...FAILS, tags: ['@POP-04'] };
  assert.deepEqual(statusesOf([{ ...HOLDS, tags: ['@LOG-01'] }, caught]), ['passed', 'failed']);
  assert.deepEqual(statusesOf([caught]), ['not run', 'failed'], 'who has no scenario that ran has caught nothing');
  const verdict = verdictOf([HOLDS, caught], rows('LOG-01', 'POP-04'));
  assert.deepEqual(
    verdict.failures.map(({ requirement }) => requirement),
    ['POP-04'],
  );
});

/** What every kind of report says of the run as a whole. */
function saidBy(verdict: RunVerdict) {
  const { tests, ...ctrfResults } = JSON.parse(ctrf(verdict)).results;
  const whole = parseHTML(junit(verdict)).document.querySelector('testcase[name="The verdict"]');
  const red = whole?.querySelector('failure, error');
  const graph: Record<string, string & Record<string, string>>[] = JSON.parse(earl(verdict))['@graph'];
  const page = parseHTML(statement(verdict, [])).document;
  return {
    ctrf: [tests[0].rawStatus, tests[0].status === 'passed', ctrfResults.summary.failed > 0],
    junit: [red?.tagName.toLowerCase(), red?.getAttribute('type')],
    earl: graph.find((node) => node['earl:test'] === '_:run')?.['earl:result']?.['earl:outcome'],
    badge: /<title>paircheck: (.*?) \d+ of/.exec(badge(verdict))?.[1],
    statement: page.querySelector('h1')?.textContent,
    terminal: new RegExp(`^${verdict.outcome}: `, 'm').test(terminal(verdict)),
  };
}

const OUTCOMES: [Outcome, number, string, RunVerdict][] = [
  ['conformant', 0, 'earl:passed', verdictOf([HOLDS])],
  ['non-conformant', 1, 'earl:failed', verdictOf([HOLDS, FAILS])],
  ['incomplete', 3, 'earl:cantTell', verdictOf([HOLDS], { run: { ...RUN, interrupted: true } })],
  ['harness error', 4, 'earl:cantTell', verdictOf([FAILS, GONE])],
];
for (const [outcome, exitCode, assertion, verdict] of OUTCOMES) {
  test(`false green 11: two paths compute the exit code differently (${outcome})`, () => {
    assert.deepEqual([verdict.outcome, verdict.exitCode, EXIT_CODES[outcome]], [outcome, exitCode, exitCode]);
    const isGreen = exitCode === 0;
    assert.deepEqual(saidBy(verdict), {
      ctrf: [outcome, isGreen, !isGreen],
      junit: isGreen ? [undefined, undefined] : [exitCode === 1 ? 'failure' : 'error', outcome],
      earl: assertion,
      badge: outcome,
      statement: outcome,
      terminal: true,
    });
  });
}

test('false green 11: two paths compute the exit code differently (only conformant is 0, and usage has its own)', () => {
  assert.deepEqual(
    Object.entries(EXIT_CODES).filter(([, code]) => code === 0),
    [['conformant', 0]],
  );
  assert.equal(new Set(Object.values(EXIT_CODES)).size, Object.keys(EXIT_CODES).length);
});
