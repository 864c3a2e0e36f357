import assert from 'node:assert/strict';
import { test } from 'node:test';
import vectors from '../../protocol/vectors/totp.json' with { type: 'json' };
import { isCodeOfStep, readCode, WINDOW_STEPS, withinWindow } from './one-time-code.ts';
import { codeOf, KEYS, NOON_MS, STEP_MS } from './rules.fixture.ts';

const matchingSteps = withinWindow(WINDOW_STEPS);

const NOON_STEP = Math.floor(NOON_MS / STEP_MS);

test('spaces around and inside a code are ignored', () => {
  for (const typed of ['012345', ' 012345 ', '012 345', '0 1 2 3 4 5', '012\u00a0345\t']) {
    assert.equal(readCode(typed), '012345');
  }
});

test('what is not six digits in one text is no code', () => {
  const inputs = [undefined, null, 12345, 123456, true, ['012345'], { code: '012345' }, '', ' ', '12345', '0123456'];
  const texts = [
    '012345012345',
    '-12345',
    '+12345',
    '1e2345',
    '0x1234',
    '１２３４５６',
    '١٢٣٤٥٦',
    '01234a',
    '012-345',
    '01234.',
  ];
  for (const input of [...inputs, ...texts, '012345'.padStart(65)]) assert.equal(readCode(input), undefined);
});

test('codes of this step, the one before and the one after match, others do not', () => {
  const matching = [-3, -2, -1, 0, 1, 2, 3].filter(
    (offset) => matchingSteps(KEYS.first, codeOf(KEYS.first, NOON_MS + offset * STEP_MS), NOON_MS).length > 0,
  );
  assert.deepEqual(matching, [-1, 0, 1]);
});

test('a step begins and ends to the millisecond', () => {
  const code = codeOf(KEYS.first, NOON_MS);
  const matchesAt = (nowMs: number) => matchingSteps(KEYS.first, code, nowMs).includes(NOON_STEP);
  const startMs = NOON_STEP * STEP_MS;
  assert.deepEqual(
    [startMs - STEP_MS - 1, startMs - STEP_MS, startMs + 2 * STEP_MS - 1, startMs + 2 * STEP_MS].map(matchesAt),
    [false, true, true, false],
  );
});

test('the codes are those of the RFCs, beyond 2038 and 32-bit counters too', () => {
  const isRight = (code: string, step: number) => isCodeOfStep(vectors.keys.SHA1, code, step);
  vectors.rfc4226.forEach((code, step) => {
    assert.ok(isRight(code, step), `step ${step}`);
  });
  const points = [
    // The appendix has eight digits, of which six are the last six.
    ...vectors.rfc6238.map(({ unixSeconds, SHA1 }) => ({ unixSeconds, code: SHA1.slice(-6) })),
    ...vectors.sixDigits,
  ];
  for (const { unixSeconds, code } of points) {
    assert.ok(isRight(code, Math.floor(unixSeconds / 30)), `at ${unixSeconds} s`);
  }
});

test('at the beginning of Unix time there is no step before', () => {
  assert.deepEqual(matchingSteps(KEYS.first, codeOf(KEYS.first, 0), 0), [0]);
});

test('a code of another length is the code of no step', () => {
  assert.equal(isCodeOfStep(KEYS.first, '12345', NOON_STEP), false);
});
