import { RealClock } from '../../clock/real-clock.ts';
import { timeAt } from '../../clock/system-clock.ts';

/**
 * The phone's clock: the browser's own, unless the page says that time stands still, or how far it is ahead. Read anew
 * at each look, for who frames the page may turn it.
 */
export class PageClock extends RealClock {
  constructor() {
    super(0);
  }

  override now(): number {
    const { stoppedAt, aheadMs = '0' } = document.documentElement.dataset;
    return timeAt({
      aheadMs: Number(aheadMs),
      ...(stoppedAt !== undefined && { stoppedAtEpochMs: Number(stoppedAt) }),
    });
  }
}
