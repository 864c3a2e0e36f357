import { createHash } from 'node:crypto';
import type { KnownBad } from '../../protocol/known-bad.ts';

/** Which known-bads are asked for. */
export interface Choice {
  /** Ids in capital letters. */
  fault: string[];
  requirement: string[];
  /** So many, or as few as name every requirement that can be broken. */
  sample?: number | 'cover';
  seed: number;
}

/** Those that are asked for by id or by what they break; of these the sample. In the order of their numbers. */
export function chosen<Bad extends KnownBad>(all: readonly Bad[], choice: Choice): Bad[] {
  const { fault, requirement, sample, seed } = choice;
  const asked = all.filter(
    ({ id, breaks }) =>
      (fault.length === 0 || fault.includes(id.toUpperCase())) &&
      (requirement.length === 0 || requirement.some((one) => breaks.includes(one))),
  );
  if (sample === undefined) return asked;
  const order = asked.toSorted((one, other) => (drawOf(one, seed) < drawOf(other, seed) ? -1 : 1));
  const cover = coverOf(order);
  const picked = sample === 'cover' ? cover : [...new Set([...cover, ...order])].slice(0, sample);
  return asked.filter((one) => picked.includes(one));
}

/** Chance that the seed alone decides, and that stays the same for one known-bad when others are added. */
function drawOf({ id }: KnownBad, seed: number): string {
  return createHash('sha256').update(`${seed} ${id}`).digest('hex');
}

/** Known-bads, each of which names a requirement that none before it names, until none is left. */
function coverOf<Bad extends KnownBad>(order: readonly Bad[]): Bad[] {
  const named = new Set<string>();
  return order.filter(({ breaks }) => {
    const isNew = breaks.some((id) => !named.has(id));
    for (const id of breaks) named.add(id);
    return isNew;
  });
}
