import type { RequirementVerdict, RunVerdict } from '../verdict/shape.ts';

/** Of so many requirements that this run was to show, so many passed. */
export interface ClaimedCount {
  passed: number;
  claimed: number;
}

/** Counted as the verdict's reason counts them: what is not claimed is in neither number. */
export function claimedCount(requirements: RunVerdict['requirements']): ClaimedCount {
  const withStatus = (wanted: RequirementVerdict['status']) =>
    requirements.filter(({ status }) => status === wanted).length;
  return { passed: withStatus('passed'), claimed: requirements.length - withStatus('not claimed') };
}
