import type { WorldParameters } from '../steps/support/stage.ts';
import { startOfReference, startOfRun } from './prepare-run.ts';

/** World parameters for Cucumber's own command line: the reference, started by the first hook, without a browser. */
export function plainParameters(): WorldParameters {
  return { start: startOfReference(process.execPath), drive: 'api', startEpochMs: startOfRun() };
}
