import type { Status } from '../../reports/verdict/shape.ts';
import type { FoundBrowser } from '../../simulators/browser/found-browser.ts';
import type { Target } from '../../targets/target.ts';

/** One implementation to be asked. JSON and nothing else, for it goes to a thread. */
export interface Job {
  /** The correct implementation with this defect. */
  faultId?: string;
  /** The correct implementation in another lawful way, and what it says of itself. */
  variant?: { id: string } & Pick<Target, 'declares' | 'labels'>;
  requirementIds: string[];
  startEpochMs: number;
  /** The phone is the app's page, which has the defect. */
  inPage?: boolean;
  browser?: FoundBrowser;
}

/** What came of it. */
export interface JobResult {
  statuses: Record<string, Status>;
  /** Why one is not simply passed. */
  reasons: Record<string, string>;
  problems: string[];
  isActive: boolean;
  isTwinActive: boolean;
  seconds: number;
}
