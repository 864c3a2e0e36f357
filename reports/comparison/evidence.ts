import type { EvidencePiece } from '../verdict/shape.ts';
import { isClaimed, type Pair, sharedScenarios } from './changes.ts';
import type { EvidenceChange, Seen } from './shape.ts';

/** Instants, and names and ids made for one run alone: they differ between any two runs and say nothing. */
const MADE_ANEW = /\d{4}-\d\d-\d\dT[\d:.]+Z|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b[0-9a-f]{8,}\b/gi;

/** The pieces of evidence of both runs for which something else was expected or seen. */
export function evidenceChangesOf(pairs: readonly Pair[]): EvidenceChange[] {
  return pairs.filter(isClaimed).flatMap((pair) =>
    sharedScenarios(pair).flatMap(({ before, after }) => {
      const earlier = byPlace(before.pieces);
      return [...byPlace(after.pieces)].flatMap(([place, piece]) => {
        const other = earlier.get(place);
        if (!other || isSame(other, piece)) return [];
        const where = { requirement: pair.after.id, scenario: after.name, step: piece.step };
        return [{ ...where, before: seenIn(other), after: seenIn(piece) }];
      });
    }),
  );
}

/** A sentence may stand in a scenario more than once. */
function byPlace(pieces: readonly EvidencePiece[]): Map<string, EvidencePiece> {
  const times = new Map<string, number>();
  return new Map(
    pieces.map((piece) => {
      const time = (times.get(piece.step) ?? 0) + 1;
      times.set(piece.step, time);
      return [`${time} ${piece.step}`, piece];
    }),
  );
}

function isSame(one: Seen, other: Seen): boolean {
  const isAlike = (field: 'expected' | 'seen') =>
    one[field].replace(MADE_ANEW, '') === other[field].replace(MADE_ANEW, '');
  return one.holds === other.holds && isAlike('expected') && isAlike('seen');
}

function seenIn({ expected, seen, holds }: EvidencePiece): Seen {
  return { expected, seen, holds };
}
