import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KnownBad } from '../protocol/known-bad.ts';
import type { KnownBadTrial } from './kill-matrix/shape.ts';
import { judgeSuite, type TrialRecord } from './kill-matrix.ts';

const FAULT: KnownBad = {
  id: 'F-001',
  title: 'A defect',
  behaviour: 'It does something wrong.',
  severity: 'high',
  evidence: 'derived',
  breaks: ['OTP-13'],
  companions: { 'OTP-15': 'the same code twice at the same time is the same code twice' },
};

function trial(more: Partial<KnownBadTrial> = {}): KnownBadTrial {
  const statuses = { 'OTP-13': 'failed', 'OTP-14': 'passed' } as const;
  return {
    fault: FAULT,
    isActive: true,
    isTwinActive: false,
    statuses,
    reasons: {},
    problems: [],
    seconds: 1,
    ...more,
  };
}

function record(trials: KnownBadTrial[], more: Partial<TrialRecord> = {}): TrialRecord {
  return {
    suite: { name: 'suite', version: '1' },
    startedAt: '2026-11-24T12:00:00.000Z',
    finishedAt: '2026-11-24T12:00:01.000Z',
    seconds: 1,
    interrupted: false,
    planned: trials.length,
    twin: { statuses: { 'OTP-13': 'passed', 'OTP-14': 'not claimed' }, reasons: {}, problems: [], seconds: 1 },
    trials,
    lawful: [],
    notShown: [],
    problems: [],
    ...more,
  };
}

function complaintsOf(more: Partial<KnownBadTrial>): string[] {
  const { holds, complaints } = judgeSuite(record([trial(more)]));
  assert.equal(holds, false);
  return complaints;
}

test('the suite holds where a known-bad is caught by what it breaks', () => {
  const matrix = judgeSuite(record([trial()]));
  assert.deepEqual([matrix.holds, matrix.complaints, matrix.twin.isGreen], [true, [], true]);
  assert.deepEqual(matrix.knownBads[0]?.red, ['OTP-13']);
  assert.deepEqual(matrix.score[1], { severity: 'high', tried: 1, killed: 1 });
});

test('how loudly a requirement notices depends on its level alone', () => {
  for (const status of ['failed', 'warned', 'informed'] as const) {
    assert.equal(judgeSuite(record([trial({ statuses: { 'OTP-13': status } })])).holds, true, status);
  }
});

test('one that no requirement notices has survived', () => {
  const statuses = { 'OTP-13': 'passed', 'OTP-14': 'passed' } as const;
  assert.deepEqual(complaintsOf({ statuses }), ['F-001: it survived: no requirement noticed it']);
});

test('one that is caught by another requirement than the one it breaks is not killed', () => {
  const fault = { ...FAULT, breaks: ['OTP-13', 'OTP-14'] as const };
  assert.deepEqual(complaintsOf({ fault }), ['F-001: OTP-14 should have noticed it, and was passed']);
});

test('a requirement that did not run has noticed nothing', () => {
  const statuses = { 'OTP-13': 'not run', 'OTP-14': 'failed' } as const;
  assert.deepEqual(complaintsOf({ statuses }), [
    'F-001: OTP-13 should have noticed it, and was not run',
    'F-001: OTP-14 turned red too, and nobody had said why',
  ]);
});

test('a companion is no surprise, where a reason is written', () => {
  const statuses = { 'OTP-13': 'failed', 'OTP-15': 'failed' } as const;
  assert.equal(judgeSuite(record([trial({ statuses })])).holds, true);
  const { companions: _, ...fault } = FAULT;
  const reasons = { 'OTP-15': 'seen: two devices' };
  assert.deepEqual(complaintsOf({ statuses, fault, reasons }), [
    'F-001: OTP-15 turned red too, and nobody had said why: seen: two devices',
  ]);
});

test('one that was not active proves nothing, whatever turned red', () => {
  assert.deepEqual(complaintsOf({ isActive: false }), ['F-001: it was not active: its own probe found nothing wrong']);
});

test('a probe that finds the same in the correct implementation proves nothing', () => {
  assert.deepEqual(complaintsOf({ isTwinActive: true }), [
    'F-001: its probe finds the same in the correct implementation, so it proves nothing',
  ]);
});

test('the suite does not hold where the correct implementation is not wholly green', () => {
  for (const status of ['failed', 'warned', 'informed', 'not run', 'flaky'] as const) {
    const twin = { statuses: { 'OTP-13': status }, reasons: {}, problems: [], seconds: 1 };
    const matrix = judgeSuite(record([trial()], { twin }));
    assert.deepEqual([matrix.holds, matrix.twin.isGreen], [false, false], status);
    assert.deepEqual(matrix.complaints, [`the correct implementation: OTP-13 ${status}`]);
  }
});

test('harness errors are complaints, of a known-bad and of the correct implementation', () => {
  assert.deepEqual(complaintsOf({ problems: ['the browser died'] }), ['F-001: the browser died']);
  const twin = {
    statuses: { 'OTP-13': 'passed' } as const,
    reasons: {},
    problems: ['the server went away'],
    seconds: 1,
  };
  assert.deepEqual(judgeSuite(record([trial()], { twin, problems: ['a thread ended'] })).complaints, [
    'a thread ended',
    'the correct implementation: the server went away',
  ]);
});

test('a lawful variant has to be wholly green, and is enough to hold by itself', () => {
  const variant = { id: 'strict', title: 'Strict', advice: {}, reasons: {}, problems: [], seconds: 1 };
  const green = { ...variant, statuses: { 'OTP-13': 'passed', 'ACC-05': 'not claimed' } as const };
  assert.equal(judgeSuite(record([], { lawful: [green] })).holds, true);
  const red = { ...variant, statuses: { 'OTP-13': 'warned' } as const, reasons: { 'OTP-13': 'it was strange' } };
  const matrix = judgeSuite(record([], { lawful: [green, red] }));
  assert.deepEqual(matrix.complaints, ['lawful strict: OTP-13 warned: it was strange']);
  assert.deepEqual(
    matrix.lawful.map(({ isGreen }) => isGreen),
    [true, false],
  );
});

test('advice that was to be expected is no complaint, a failure is one', () => {
  const advice = { 'OTP-07': 'it is only recommended' };
  const variant = { id: 'strict', title: 'Strict', advice, reasons: {}, problems: [], seconds: 1 };
  for (const [status, holds] of [
    ['warned', true],
    ['informed', true],
    ['failed', false],
    ['not run', false],
  ] as const) {
    const lawful = [{ ...variant, statuses: { 'OTP-07': status } }];
    assert.equal(judgeSuite(record([], { lawful })).holds, holds, status);
  }
});

test('one of which nothing was asked is not green', () => {
  const asked = { id: 'silent', title: 'Silent', advice: {}, statuses: {}, reasons: {}, problems: [], seconds: 1 };
  assert.deepEqual(judgeSuite(record([], { lawful: [asked] })).complaints, ['lawful silent: nothing was asked of it']);
});

test('nothing tried shows nothing', () => {
  assert.equal(judgeSuite(record([])).holds, false);
});

test('what was interrupted is not shown to hold, and nothing is said of what it did not come to', () => {
  const cut = { statuses: {}, reasons: {}, problems: [], seconds: 0 };
  const matrix = judgeSuite(record([trial()], { interrupted: true, planned: 2, twin: cut }));
  assert.deepEqual([matrix.holds, matrix.complaints], [false, []]);
  const survived = trial({ statuses: { 'OTP-13': 'passed' } });
  assert.deepEqual(judgeSuite(record([survived], { interrupted: true })).complaints, [
    'F-001: it survived: no requirement noticed it',
  ]);
});
