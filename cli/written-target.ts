import type { Listed } from '../reports/verdict/input.ts';
import type { Credentials } from '../simulators/phone/phone.ts';
import type { WrittenLabels } from '../simulators/web-user/labels.ts';
import type { TargetStart } from '../targets/process/start-target.ts';
import type { Requests } from '../targets/requests/described.ts';
import type { Screens } from '../targets/screens/screens.ts';
import type { AppPlayer, TargetAddresses } from '../targets/target.ts';
import type { Frames } from '../targets/webdriver-phone/frames.ts';
import type { DeclaresInFile } from './target-declarations.ts';

/** A program that is called or kept running, as it is written. */
export interface WrittenProgram {
  command: string[];
  cwd?: string;
  env?: Record<string, string>;
}

/** A target file as it is written. @see targets/target.schema.json */
export interface WrittenTarget extends Partial<TargetAddresses> {
  name: string;
  profiles?: string[];
  app?: AppPlayer;
  capabilities?: Record<string, unknown>;
  frames?: Frames;
  web?: { requests?: Requests; screens?: Screens };
  adapter?: WrittenProgram & { timeoutSeconds?: number };
  accounts?: Credentials[] | WrittenProgram;
  start?: TargetStart;
  clock?: 'faketime' | 'real';
  patienceSeconds?: number;
  declares?: DeclaresInFile | null;
  labels?: WrittenLabels;
  protectedTexts?: string[];
  knownFailures?: Listed[];
  absent?: Listed[];
}
