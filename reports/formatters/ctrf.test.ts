import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CTRFReport, type Test, validate } from 'ctrf';
import type { RunVerdict } from '../verdict/shape.ts';
import { RUN, verdictOf } from '../verdict.fixture.ts';
import { ctrf } from './ctrf.ts';
import { sampleVerdict } from './sample.fixture.ts';

const NOT_HELD = { sentence: 'Then it is so', evidence: [{ holds: false }] };

function reportOf(verdict: RunVerdict): CTRFReport {
  return JSON.parse(ctrf(verdict));
}

function testOf(id: string, verdict = sampleVerdict()): Test {
  const test = reportOf(verdict).results.tests.find(({ testId }) => testId === id);
  assert.ok(test, id);
  return test;
}

describe('the CTRF report', () => {
  it('is what the schema of the format asks for, whatever the run came to', () => {
    const error = { type: 'TargetGone', message: 'nobody answers' };
    const broken = verdictOf([{ steps: [{ sentence: 'When it signs in', error }] }]);
    const cutOff = verdictOf([{ attempts: [] }], { run: { ...RUN, seed: 7, interrupted: true } });
    for (const verdict of [sampleVerdict(), verdictOf([{}]), verdictOf([]), broken, cutOff]) {
      assert.deepEqual(validate(reportOf(verdict)), { valid: true, errors: [] }, verdict.outcome);
    }
  });

  it('would be refused by that schema if a status were none of its own', () => {
    const report = reportOf(sampleVerdict());
    const tests = report.results.tests.map((test) => ({ ...test, status: 'not run' }));
    assert.equal(validate({ ...report, results: { ...report.results, tests } }).valid, false);
  });

  it('says passed of nothing but what passed', () => {
    const { tests, summary } = reportOf(sampleVerdict()).results;
    assert.deepEqual(
      tests.map(({ testId, status, rawStatus }) => [testId, status, rawStatus]),
      [
        ['run', 'failed', 'non-conformant'],
        ['LOG-01', 'failed', 'failed'],
        ['POP-01', 'passed', 'passed'],
        ['OTP-01', 'skipped', 'not run'],
        ['OTP-02', 'other', 'warned'],
        ['ABU-01', 'skipped', 'not claimed'],
      ],
    );
    const { passed, failed, skipped, other, tests: all } = summary;
    assert.deepEqual([all, passed, failed, skipped, other], [6, 1, 2, 2, 1]);
  });

  it('lets neither a known failure nor a retry look like a pass', () => {
    const knownFailures = [{ id: 'LOG-01', reason: 'being mended' }];
    const known = testOf('LOG-01', verdictOf([{ steps: [NOT_HELD] }], { run: { ...RUN, knownFailures } }));
    assert.deepEqual([known.status, known.rawStatus, known.message], ['other', 'known failure', 'being mended']);
    const flaky = testOf('LOG-01', verdictOf([{ attempts: [[NOT_HELD], [{ sentence: 'Then it is so' }]] }]));
    assert.deepEqual([flaky.status, flaky.rawStatus, flaky.flaky, flaky.retries], ['other', 'flaky', true, 1]);
  });

  it('is red as a whole whenever the run is', () => {
    assert.equal(testOf('run', verdictOf([])).status, 'failed');
    assert.match(testOf('run', verdictOf([])).message ?? '', /nothing ran/);
    assert.equal(testOf('run', verdictOf([{}])).status, 'passed');
  });

  it('tells of a failure what was expected and seen, when, where, and how to run it again', () => {
    const { message, trace = '', filePath, line, suite, tags } = testOf('LOG-01');
    assert.match(message ?? '', /^expected a refusal; seen/);
    const parts = ['expected: a refusal', 'two conversations', 'when: 2026-', 'phone POST', '--only LOG-01'];
    for (const part of parts) assert.ok(trace.includes(part), part);
    assert.deepEqual([filePath, line], ['features/flow.feature', 3]);
    assert.deepEqual([suite, tags], [['Login and the mandatory date'], ['documented-flow 1', 'MUST']]);
  });

  it('names the run: what was judged, how long it took, and its harness errors', () => {
    const error = { type: 'TargetGone', message: 'nobody answers' };
    const verdict = verdictOf([{ steps: [{ sentence: 'When it signs in', error }] }]);
    const { environment, summary } = reportOf(verdict).results;
    assert.deepEqual([environment?.appName, environment?.healthy], ['the built-in reference', false]);
    assert.equal(summary.duration, 9500);
    assert.match(testOf('run', verdict).trace ?? '', /harness error: .*nobody answers/);
  });
});
