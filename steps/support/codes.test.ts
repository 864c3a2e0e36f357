import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { ControlledClock } from '../../simulators/clock/clock.ts';
import {
  codeAt,
  codeWithout,
  currentCode,
  leaveBurntSteps,
  moveToOrdinaryCodes,
  wrongCode,
  wrongCodes,
} from './codes.ts';
import { Registration } from './person.ts';
import type { PairWorld } from './world.ts';

const START = Date.UTC(2026, 0, 15, 12, 0, 10);
const STEP_MS = 30_000;
const uriOf = (parameters = '') => `otpauth://totp/a:b?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=a${parameters}`;
const registration = new Registration('work phone', uriOf());
const worldAt = (atEpochMs = START) => ({ clock: new ControlledClock(atEpochMs, []) }) as unknown as PairWorld;

/** The codes of so many steps around a moment. */
function codesAround(of: Registration, atEpochMs: number, steps: number[]): string[] {
  return steps.map((step) => of.authenticator.codeAt(atEpochMs + step * STEP_MS));
}

describe('wrong codes', () => {
  it('are different ones, of the right form, and none of them is one of two steps before or after', () => {
    for (let step = 0; step < 200; step += 1) {
      const atEpochMs = START + step * STEP_MS;
      const codes = wrongCodes(worldAt(atEpochMs), registration, 12);
      assert.equal(new Set(codes).size, 12);
      for (const code of codes) assert.match(code, /^\d{6}$/);
      const accepted = codesAround(registration, atEpochMs, [-2, -1, 0, 1, 2]);
      assert.deepEqual(
        codes.filter((code) => accepted.includes(code)),
        [],
      );
    }
  });

  it('have as many digits as the QR code says', () => {
    const eight = new Registration('work phone', uriOf('&digits=8'));
    assert.match(wrongCode(worldAt(), eight), /^\d{8}$/);
  });

  it('begin with one that is wrong in its last digit alone', () => {
    for (let step = 0; step < 200; step += 1) {
      const atEpochMs = START + step * STEP_MS;
      const [right = ''] = codesAround(registration, atEpochMs, [0]);
      const last = wrongCode(worldAt(atEpochMs), registration);
      assert.deepEqual([last.slice(0, -1), last.length], [right.slice(0, -1), 6]);
      assert.notEqual(last, right);
    }
  });

  it('go on from the last number at the first', () => {
    const nines = Array.from({ length: 60_000 }, (_, step) => START + step * STEP_MS).find((atEpochMs) =>
      codesAround(registration, atEpochMs, [0])[0]?.startsWith('9999'),
    );
    assert.ok(nines);
    const codes = wrongCodes(worldAt(nines), registration, 120);
    assert.ok(codes.includes('000000'));
    assert.equal(new Set(codes).size, 120);
  });
});

test('two registrations with one key are told as such, and no clock is waited for', async () => {
  const twin = new Registration('other phone', uriOf());
  await assert.rejects(codeWithout(worldAt(), { of: registration, notOf: twin }), /these have the same/);
});

describe('the steps of codes that were accepted', () => {
  it('are left by two steps where time can be sent on, and by one where it is waited for', async () => {
    const world = worldAt();
    await leaveBurntSteps(world, { registration });
    assert.equal(world.clock.now(), START + 60_000);
    const waited: number[] = [];
    const clock = { canBeMoved: false, now: () => START, set: async (at: number) => void waited.push(at) };
    await leaveBurntSteps({ clock } as unknown as PairWorld, { registration });
    assert.deepEqual(waited, [START + 20_000]);
  });
});

describe('the code of another moment', () => {
  it('is that of the moment, on the clock as it stands', async () => {
    const world = worldAt();
    assert.equal(await codeAt(world, registration, -3600), registration.authenticator.codeAt(START - 3_600_000));
    assert.equal(await codeAt(world, registration, 30), codesAround(registration, START, [1])[0]);
    assert.equal(world.clock.now(), START);
    assert.equal(currentCode(world, registration), codesAround(registration, START, [0])[0]);
  });

  it('is none of another registration, and keys that have all codes in common are told', async () => {
    const other = new Registration('other', uriOf().replace('GEZD', 'MFZD'));
    const code = await codeWithout(worldAt(), { of: other, notOf: registration });
    assert.equal(code, codesAround(other, START, [0])[0]);
    await assert.rejects(codeWithout(worldAt(), { of: registration, notOf: registration }), { name: 'Blocked' });
  });
});

describe('ordinary codes', () => {
  it('are moved on to: none begins with a zero, no two are equal', async () => {
    for (let start = 0; start < 100; start += 1) {
      const world = worldAt(START + start * STEP_MS);
      await moveToOrdinaryCodes(world, { registration }, { withinSteps: 100 });
      const codes = codesAround(registration, world.clock.now(), [-1, 0, 1, 2, 3]);
      assert.ok(!codes.some((code) => code.startsWith('0')), codes.join());
      assert.equal(new Set(codes).size, codes.length);
      assert.equal((world.clock.now() - START) % STEP_MS, 0);
    }
  });

  it('are left to be where there are none within reach, or no codes at all', async () => {
    const zero = Array.from({ length: 100 }, (_, step) => START + step * STEP_MS).find((atEpochMs) =>
      codesAround(registration, atEpochMs, [0])[0]?.startsWith('0'),
    );
    assert.ok(zero);
    const world = worldAt(zero);
    await moveToOrdinaryCodes(world, { registration }, { withinSteps: 1 });
    assert.equal(world.clock.now(), zero);
    await moveToOrdinaryCodes(world, { registration: new Registration('odd', 'https://a') }, { withinSteps: 9 });
    assert.equal(world.clock.now(), zero);
  });
});
