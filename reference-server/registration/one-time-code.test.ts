import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCodeOfStep, matchingSteps, readCode } from './one-time-code.ts';
import { codeOf, KEYS, NOON_MS, STEP_MS } from './rules.fixture.ts';

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

test('the codes are those of the RFC, beyond 2038 and 32-bit counters too', () => {
  // RFC 6238 appendix B, last six of its eight digits
  const vectors: [number, string][] = [
    [59, '287082'],
    [1111111109, '081804'],
    [20000000000, '353130'],
    [64424509440, '197202'],
  ];
  for (const [seconds, code] of vectors) assert.ok(isCodeOfStep(KEYS.first, code, Math.floor(seconds / 30)));
});

test('at the beginning of Unix time there is no step before', () => {
  assert.deepEqual(matchingSteps(KEYS.first, codeOf(KEYS.first, 0), 0), [0]);
});

test('a code of another length is the code of no step', () => {
  assert.equal(isCodeOfStep(KEYS.first, '12345', NOON_STEP), false);
});
