import type { Clock } from '../../simulators/clock/clock.ts';
import type { NetworkState } from '../../simulators/network/phone-network.ts';
import type { Claims } from '../../simulators/phone/phone.ts';
import type { Conditions } from './conditions.ts';

/** What the world around one phone is like, with a clock of its own. */
export class PhoneConditions implements Conditions {
  network: NetworkState = 'online';
  timeZone = 'UTC';
  isTurned = false;
  claims: Claims = {};
  readonly #clock: Clock;
  /** Left open where nobody has ever set the phone's clock: it then is the machine's own. */
  #driftMs: number | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
    if (clock.canBeMoved) this.#driftMs = 0;
  }

  setDrift(milliseconds: number): void {
    this.#driftMs = milliseconds;
  }

  now(): number | undefined {
    return this.#driftMs === undefined ? undefined : this.#clock.now() + this.#driftMs;
  }

  /** Hours and minutes where the phone is. */
  statusBarTime(): string {
    const { timeZone } = this;
    const format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
    return format.format(this.now() ?? this.#clock.now());
  }
}
