import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_DECLARATIONS } from '../../targets/target.ts';
import { Registration } from './person.ts';
import { stepsToSpare } from './time-to-spare.ts';

const URI = 'otpauth://totp/a:b?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=a';
const named = (name: string) => new Registration(name, URI);

/** What there is to spare for the last of registrations of these names. */
function spareOf(pendingMinutes: number | undefined, ...names: string[]): number {
  const declares = {
    ...DEFAULT_DECLARATIONS,
    ...(pendingMinutes !== undefined && { pendingSeconds: pendingMinutes * 60 }),
  };
  const world = { target: { declares }, crowd: [{ registrations: names.map(named) }] };
  return stepsToSpare(world as unknown as Parameters<typeof stepsToSpare>[0], { registration: named('last') });
}

test('half of a life that is declared can be waited for, and never much', () => {
  assert.equal(spareOf(5, 'a'), 5);
  assert.equal(spareOf(2, 'a'), 2);
  assert.equal(spareOf(0.5, 'a'), 1);
  assert.equal(spareOf(29, 'a'), 16);
});

test('where no life is declared a minute can be waited for: the steps of now, and two more', () => {
  assert.equal(spareOf(undefined, 'a'), 3);
});

test('what was begun before waits on as well, unless it was begun again', () => {
  assert.equal(spareOf(15, 'a', 'b'), 7);
  assert.equal(spareOf(15, 'a', 'a', 'a'), 15);
  assert.equal(spareOf(undefined, 'a', 'b'), 1);
});
