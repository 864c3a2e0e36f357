import type { Evidence, MissingCapability, PICTURE_NAMES } from '../evidence.ts';

/** What a run has to say for itself, before anyone judges it: plain data, in the order of the feature files. */
export interface Testimony {
  scenarios: ScenarioTestimony[];
  /** Every picture of the run; steps and attempts refer to them by `path`. */
  pictures: PictureFile[];
  /** What went wrong outside of any scenario: unreadable feature files, hooks of the whole run. */
  problems: string[];
  /** Whether Cucumber came to the end of its run, however that went. */
  finished: boolean;
}

/** One scenario, or one row of an outline. */
export interface ScenarioTestimony {
  uri: string;
  line: number;
  name: string;
  feature: string;
  /** From tags such as `@LOG-01`. */
  requirements: string[];
  /** How many steps are `Then`, or an `And` or `But` that follows one: each owes one piece of evidence. */
  expectedEvidence: number;
  /** In order; none when the scenario was planned and never started, several when it was tried again. */
  attempts: Attempt[];
}

export interface Attempt {
  finished: boolean;
  steps: StepTestimony[];
  hookErrors: StepError[];
  missing: MissingCapability[];
  /** How it looked at the end. */
  pictures: PictureRefs;
  /** Attachments of ours that nobody can read. */
  unreadable: string[];
}

export interface StepTestimony {
  keyword: string;
  text: string;
  status: StepStatus;
  expectsEvidence: boolean;
  evidence: Evidence[];
  pictures: PictureRefs;
  error?: StepError;
}

/** As Cucumber has it, and `not reached` for a step of which nothing was heard. */
export type StepStatus =
  | 'passed'
  | 'failed'
  | 'skipped'
  | 'pending'
  | 'undefined'
  | 'ambiguous'
  | 'unknown'
  | 'not reached';

export interface StepError {
  /** `Error.name`: one of `STEP_ERRORS`, or a bug of ours. */
  name: string;
  message: string;
}

export type PictureName = (typeof PICTURE_NAMES)[keyof typeof PICTURE_NAMES];

/** Paths relative to the folder of the reports, such as `pictures/3-web.png`. */
export type PictureRefs = { [name in PictureName]?: string };

export interface PictureFile {
  path: string;
  mediaType: 'image/png' | 'image/svg+xml';
  base64: string;
}
