import type { RunningPair, TurnableClock } from './live-scene.ts';
import type { Facts } from './scene.ts';

/** What the page shows, and who does what it asks for. */
export interface SideBySideOptions {
  /** 0, and thereby a free port, unless given. */
  port?: number;
  clock: TurnableClock;
  /** The portal and the phone of this moment; while they are started anew, it takes until they are there. */
  pair(): Promise<RunningPair>;
  /** Starts them anew. @param id the known defect that they are to have */
  startAnew(id: string | null): Promise<void>;
  facts(): Promise<Facts>;
  /** Where the phone in its frame comes from. */
  phoneOrigin(): string;
  redact<Value>(value: Value, secrets: readonly string[]): Value;
}
