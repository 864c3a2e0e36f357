import { type Clock, ControlledClock } from '../simulators/clock/clock.ts';
import { RealClock } from '../simulators/clock/real-clock.ts';
import { ControlClient } from './control-client.ts';
import { clockFile } from './process/fake-clock.ts';
import type { Target } from './target.ts';

/** The clock that a scenario and its target share; one that can be moved begins at an instant, in epoch milliseconds. */
export function clockOf({ clock, controlUrl = '' }: Target, startEpochMs: number): Clock {
  if (clock.kind === 'real') return new RealClock(clock.patienceSeconds);
  if (clock.kind === 'faketime') return new ControlledClock(startEpochMs, [clockFile(clock.file)]);
  const control = new ControlClient(controlUrl);
  return new ControlledClock(startEpochMs, [(atEpochMs) => control.setClock(atEpochMs)]);
}
