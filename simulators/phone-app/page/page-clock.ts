import { type Clock, ControlledClock } from '../../clock/clock.ts';
import { RealClock } from '../../clock/real-clock.ts';

/** The phone's clock: the browser's own, unless the page says that time stands still. */
export function pageClock(): Clock {
  const { stoppedAt } = document.documentElement.dataset;
  return stoppedAt === undefined ? new RealClock(0) : new ControlledClock(Number(stoppedAt));
}
