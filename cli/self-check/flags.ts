import type { Breadth } from './watched.ts';

/** The flags of `paircheck self-check`, as they were read. */
export interface SelfCheckFlags {
  fault: string[];
  requirement: string[];
  sample?: number | 'cover';
  /** The lawful variants in place of the known-bads. */
  lawful?: boolean;
  breadth: Breadth;
  seed?: number;
  out: string;
}
