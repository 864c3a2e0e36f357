import type { Breadth } from './watched.ts';

/** The flags of `paircheck self-check`, as they were read. */
export interface SelfCheckFlags {
  fault: string[];
  requirement: string[];
  sample?: number | 'cover';
  /** The lawful variants in place of the known-bads. */
  lawful?: boolean;
  /** Of the lawful variants only these. */
  variant: string[];
  breadth: Breadth;
  /** Those of the phone app, in the app's page. */
  inPage?: boolean;
  seed?: number;
  out: string;
}
