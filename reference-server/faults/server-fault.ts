import type { KnownBad } from '../../protocol/known-bad.ts';
import type { Seams } from '../seams.ts';
import type { Probe } from './probe.ts';

/** A defect of portal or server. */
export interface ServerFault extends KnownBad {
  /** Made anew for each server, so that what a defect remembers dies with it. */
  seams(): Seams;
  /** Whether this server misbehaves, asked over the wire and without the scenarios. */
  isActive(probe: Probe): Promise<boolean>;
}
