import type { Status } from '../../reports/verdict/shape.ts';
import type { FoundBrowser } from '../../simulators/browser/found-browser.ts';

/** One implementation to be asked: the correct one, or one with a defect. JSON and nothing else, for it goes to a thread. */
export interface Job {
  /** None for the correct implementation. */
  faultId?: string;
  requirementIds: string[];
  startEpochMs: number;
  browser?: FoundBrowser;
}

/** What came of it. */
export interface JobResult {
  statuses: Record<string, Status>;
  problems: string[];
  isActive: boolean;
  isTwinActive: boolean;
  seconds: number;
}
