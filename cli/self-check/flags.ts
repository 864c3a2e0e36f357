import type { Breadth } from './watched.ts';

/** The flags of `paircheck self-check`, as they were read. */
export interface SelfCheckFlags {
  fault: string[];
  requirement: string[];
  sample?: number | 'cover';
  breadth: Breadth;
  seed?: number;
  out: string;
}
