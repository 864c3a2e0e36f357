import type { Clock } from '../clock/clock.ts';
import { PhoneCamera } from './phone-camera.ts';

/** What a phone is without the app: its clock, its camera, and what its system keeps of what apps do. */
export class PhoneHardware {
  readonly camera = new PhoneCamera();
  readonly openedLinks: string[] = [];
  readonly log: string[] = [];
  clipboard = '';
  driftMs = 0;
  timeZone = 'UTC';
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The phone's own time, in epoch milliseconds. */
  now(): number {
    return this.#clock.now() + this.driftMs;
  }

  /** Hours and minutes where the phone is. */
  statusBarTime(): string {
    const { timeZone } = this;
    return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(this.now());
  }
}
