import { useState } from 'preact/hooks';
import type { ClockSetting } from '../../clock/system-clock.ts';
import { Ring } from '../../phone-app/page/ring.tsx';
import { ROUTES, type Turn } from '../scene.ts';
import { ask } from './ask.ts';
import { useNow } from './use-scene.ts';

const STEP_SECONDS = 30;
const HANDLES: [name: string, turn: Turn][] = [
  ['+30 s', { bySeconds: 30 }],
  ['+1 min', { bySeconds: 60 }],
  ['+1 day', { bySeconds: 24 * 60 * 60 }],
  ['Before 5 March 2024', { toEpochMs: Date.UTC(2024, 2, 4, 12) }],
];

/** The clock that portal and phone go by, and the handle to turn it. */
export function ClockHandle({ setting }: { setting: ClockSetting }) {
  const now = useNow(setting);
  const [refusal, setRefusal] = useState<string>();
  const turn = (asked: Turn) => void ask(ROUTES.clock, asked).then(setRefusal);
  const isRunning = setting.stoppedAtEpochMs === undefined;
  const [date, time] = new Date(now).toISOString().slice(0, 19).split('T');
  return (
    <section class="clock" aria-labelledby="clock-title">
      <h2 id="clock-title">Clock</h2>
      <p class="reading">
        <span>{date}</span> <strong>{time}</strong> <span>UTC</span>
        <StepRing secondsLeft={STEP_SECONDS - ((now / 1000) % STEP_SECONDS)} />
      </p>
      <div class="handles">
        <button type="button" onClick={() => turn({ runs: !isRunning })}>
          {isRunning ? 'Stop' : 'Run'}
        </button>
        {HANDLES.map(([name, asked]) => (
          <button key={name} type="button" onClick={() => turn(asked)}>
            {name}
          </button>
        ))}
        <SetForm shown={`${date}T${time}`} onSet={(toEpochMs) => turn({ toEpochMs })} />
      </div>
      <p class="refusal" role="alert">
        {refusal}
      </p>
    </section>
  );
}

interface SetFormProps {
  shown: string;
  onSet(atEpochMs: number): void;
}

/** For any other instant; what is typed here stays as it is while the clock goes on. */
function SetForm({ shown, onSet }: SetFormProps) {
  const [typed, setTyped] = useState(shown);
  const send = (event: Event) => {
    event.preventDefault();
    onSet(Date.parse(`${typed}Z`));
  };
  return (
    <form onSubmit={send}>
      <label>
        <span class="unseen">Date and time, UTC</span>
        <input
          type="datetime-local"
          step="1"
          required
          value={typed}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      </label>
      <button type="submit">Set</button>
    </form>
  );
}

/** How much is left of the time step in which a one-time code counts. */
function StepRing({ secondsLeft }: { secondsLeft: number }) {
  return (
    <span class="step">
      <Ring share={secondsLeft / STEP_SECONDS} box={24} radius={9} size={22} />
      {secondsLeft} s left of 30
    </span>
  );
}
