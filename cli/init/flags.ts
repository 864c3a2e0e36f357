import type { RunFlags } from '../run-options.ts';

/** The flags of `paircheck init`. */
export type InitFlags = { [Name in keyof RunFlags]?: RunFlags[Name] | undefined } & {
  name?: string | undefined;
  force?: boolean;
};
