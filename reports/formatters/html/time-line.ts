import type { PictureRefs } from '../../testimony/shape.ts';
import type { EvidencePiece, PicturedAct, ScenarioVerdict } from '../../verdict/shape.ts';
import { between, duration } from './words.ts';

/** One piece of evidence at its place on the controlled clock. */
interface Moment extends EvidencePiece {
  /** How far the clock moved since the piece before: "30 s later"; absent where it stood still, and for the first. */
  moved?: string;
  /** It is the first that does not hold. */
  isBreak: boolean;
}

/** A scenario as it went by on the controlled clock. */
export interface TimeLine {
  stations: (Moment | PicturedAct)[];
  /** How both sides looked when it was over. */
  pictures: PictureRefs;
  /** The words for that, for whoever cannot see the pictures. */
  when: string;
}

export function timeLineOf({ name, pieces, acts = [], pictures }: ScenarioVerdict): TimeLine {
  const broken = pieces.findIndex(({ holds }) => !holds);
  const moments = pieces.map((piece, index): Moment => {
    const moved = movedSince(pieces[index - 1], piece);
    return { ...piece, isBreak: index === broken, ...(moved === undefined ? {} : { moved }) };
  });
  const isAtBreak = broken !== -1 && broken === pieces.length - 1;
  const stations = [...moments.keys(), moments.length].flatMap((count) => [
    ...acts.filter(({ after }) => after === count),
    ...moments.slice(count, count + 1),
  ]);
  return { stations, pictures, when: isAtBreak ? `when “${name}” failed` : `at the end of “${name}”` };
}

/** The clock goes back as well: a test sets it to wherever its question lies. */
function movedSince(before: EvidencePiece | undefined, { at }: EvidencePiece): string | undefined {
  const passed = before ? between(before.at, at) : 0;
  if (passed === 0) return undefined;
  return `${duration(Math.abs(passed))} ${passed > 0 ? 'later' : 'earlier'}`;
}
