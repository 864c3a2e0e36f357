import type { Faults } from '../protocol/control-api.ts';
import type { ServerClock } from './clock.ts';

/** What was asked to fail, and did: answered like any failure, but no news to whoever runs the server. */
export class ProvokedOutage extends Error {
  override readonly name = 'ProvokedOutage';
}

/** What the test controls make fail. Nothing, to begin with. */
export class Outages {
  #faults: Faults = { storage: false, clock: false };

  get faults(): Faults {
    return this.#faults;
  }

  set(faults: Faults): void {
    this.#faults = faults;
  }

  /** @throws {ProvokedOutage} while this part is to fail */
  pass(part: keyof Faults): void {
    if (this.#faults[part]) throw new ProvokedOutage(`no ${part}: the test controls asked for that`);
  }
}

/** The clock, but for the time in which it is to fail. */
export function clockWithOutages(clock: ServerClock, outages: Outages): ServerClock {
  return {
    now() {
      outages.pass('clock');
      return clock.now();
    },
    set: (epochMs) => clock.set(epochMs),
  };
}
