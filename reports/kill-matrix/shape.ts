import type { KnownBad, Severity } from '../../protocol/known-bad.ts';
import type { Status, Versioned } from '../verdict/shape.ts';

/** What the requirements said of one implementation. */
export type Statuses = Readonly<Record<string, Status>>;

/** The correct implementation, asked everything that a known-bad of the same run was asked. */
export interface TwinTrial {
  statuses: Statuses;
  /** Why one is not simply passed. */
  reasons: Readonly<Record<string, string>>;
  problems: readonly string[];
  seconds: number;
}

/** The correct implementation in another lawful way, held against the whole catalogue: nothing may be found. */
export interface LawfulTrial extends TwinTrial {
  id: string;
  title: string;
  /** What a SHOULD or a MAY says of it all the same, by requirement, each with the reason. */
  advice: Readonly<Record<string, string>>;
}

/** One known-bad, as it was tried. */
export interface KnownBadTrial {
  fault: KnownBad;
  /** What its own probe found in it, and in the correct implementation. */
  isActive: boolean;
  isTwinActive: boolean;
  statuses: Statuses;
  /** Why one is not simply passed. */
  reasons: Readonly<Record<string, string>>;
  /** Why nothing can be said. */
  problems: readonly string[];
  seconds: number;
}

/** A known failure of the field that cannot be shown here. */
export interface NotShown {
  id: string;
  title: string;
  severity: Severity;
  reason: string;
}

export interface Score {
  severity: Severity;
  tried: number;
  killed: number;
}

/** One known-bad, judged. */
export interface KnownBadVerdict {
  id: string;
  title: string;
  behaviour: string;
  severity: Severity;
  evidence: string;
  breaks: readonly string[];
  companions: Readonly<Record<string, string>>;
  drive: 'api' | 'browser';
  /** Every requirement that noticed it. */
  red: string[];
  surprises: string[];
  /** Every requirement that it names noticed it. */
  isKilled: boolean;
  complaints: string[];
  seconds: number;
}

/** What the suite catches: known-bad × requirement. Written as `kill-matrix.json`. */
export interface KillMatrix {
  schemaVersion: 1;
  suite: Versioned;
  startedAt: string;
  finishedAt: string;
  seconds: number;
  /** Somebody stopped it: what is here is what had been tried by then. */
  interrupted: boolean;
  /** How many known-bads or lawful variants were to be tried. */
  planned: number;
  /**
   * Everything that was planned was tried: nothing survived, nothing was a surprise, everything was active, and the
   * correct implementation is green.
   */
  holds: boolean;
  complaints: string[];
  twin: TwinTrial & { isGreen: boolean };
  score: Score[];
  knownBads: KnownBadVerdict[];
  lawful: (LawfulTrial & { isGreen: boolean })[];
  notShown: readonly NotShown[];
}
