import { DEFAULT_DECLARATIONS } from '../../targets/target.ts';
import type { Person } from './person.ts';
import type { PairWorld } from './world.ts';

/** A minute, which any registration has to spare of whose life nothing is said. */
const SPARE_STEPS = 3;
/** More than anybody needs. */
const MOST_SPARE_STEPS = 16;

/**
 * How many time steps a registration that was begun can be left waiting: a half of its life, where that is declared,
 * shared with those that were begun before it and may have to wait on.
 */
export function stepsToSpare(
  { target: { declares }, crowd }: Pick<PairWorld, 'target' | 'crowd'>,
  { registration }: Pick<Person, 'registration'>,
): number {
  const { pendingSeconds } = declares;
  const isDeclared = pendingSeconds < DEFAULT_DECLARATIONS.pendingSeconds && registration.isUsable;
  const steps = isDeclared ? Math.floor(pendingSeconds / 2 / registration.uri.periodSeconds) : SPARE_STEPS;
  const begun = crowd.flatMap(({ registrations }) => [...new Set(registrations.map(({ name }) => name))]).length;
  return Math.max(1, Math.floor(Math.min(steps, MOST_SPARE_STEPS) / Math.max(1, begun)));
}
