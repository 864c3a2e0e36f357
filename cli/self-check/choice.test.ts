import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KnownBad } from '../../protocol/known-bad.ts';
import { type Choice, chosen } from './choice.ts';

function knownBad(id: string, ...breaks: [string, ...string[]]): KnownBad {
  return { id, title: id, behaviour: '', severity: 'low', evidence: '', breaks };
}

const ALL = [
  knownBad('F-001', 'A-01'),
  knownBad('F-002', 'A-01', 'A-02'),
  knownBad('F-003', 'A-03'),
  knownBad('F-004', 'A-03'),
  knownBad('F-005', 'A-02'),
];

function idsOf(choice: Partial<Choice>): string[] {
  return chosen(ALL, { fault: [], requirement: [], seed: 1, ...choice }).map(({ id }) => id);
}

test('all of them, unless something is asked for', () => {
  assert.equal(idsOf({}).length, 5);
  assert.deepEqual(idsOf({ fault: ['F-003'] }), ['F-003']);
  assert.deepEqual(idsOf({ requirement: ['A-02'] }), ['F-002', 'F-005']);
  assert.deepEqual(idsOf({ requirement: ['A-02'], fault: ['F-001'] }), []);
});

test('a cover breaks every requirement that any of them breaks, with none to spare', () => {
  for (let seed = 0; seed < 50; seed += 1) {
    const picked = chosen(ALL, { fault: [], requirement: [], sample: 'cover', seed });
    const broken = new Set(picked.flatMap(({ breaks }) => breaks));
    assert.deepEqual([...broken].sort(), ['A-01', 'A-02', 'A-03']);
    assert.equal(picked.filter(({ breaks }) => breaks[0] === 'A-03').length, 1);
  }
});

test('a sample has the size that is asked for, is the same for the same seed, and differs between seeds', () => {
  assert.equal(idsOf({ sample: 2 }).length, 2);
  assert.equal(idsOf({ sample: 9 }).length, 5);
  assert.deepEqual(idsOf({ sample: 2, seed: 7 }), idsOf({ sample: 2, seed: 7 }));
  const samples = new Set(Array.from({ length: 20 }, (_, seed) => idsOf({ sample: 2, seed }).join()));
  assert.ok(samples.size > 1);
});
