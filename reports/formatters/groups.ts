import type { RequirementVerdict, RunVerdict, Status } from '../verdict/shape.ts';

/** The requirements of one chapter, in the order of the catalogue. */
export interface ChapterGroup {
  title: string;
  requirements: RequirementVerdict[];
}

export function byChapter({ requirements }: RunVerdict): ChapterGroup[] {
  const groups = Map.groupBy(requirements, ({ chapter }) => chapter);
  return [...groups].map(([title, inChapter]) => ({ title, requirements: inChapter }));
}

/** Requirements of one status that share their reason: a missing capability is told once, with all that it costs. */
export interface ReasonGroup {
  reason: string;
  ids: string[];
}

export function byReason({ requirements }: RunVerdict, status: Status): ReasonGroup[] {
  const chosen = requirements.filter((requirement) => requirement.status === status);
  const groups = Map.groupBy(chosen, ({ reason }) => reason ?? '');
  return [...groups].map(([reason, sharing]) => ({ reason, ids: sharing.map(({ id }) => id) }));
}
