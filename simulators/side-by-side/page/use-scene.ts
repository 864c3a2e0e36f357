import { useEffect, useState } from 'preact/hooks';
import { type ClockSetting, timeAt } from '../../clock/system-clock.ts';
import { type Facts, ROUTES, type Scene } from '../scene.ts';

/** What the server tells, as it changes; nothing until it has told anything. */
export interface Followed {
  scene?: Scene;
  facts?: Facts;
  /** Whether the server can be heard. */
  isConnected: boolean;
}

export function useScene(): Followed {
  const [scene, setScene] = useState<Scene>();
  const [facts, setFacts] = useState<Facts>();
  const [isConnected, setConnected] = useState(true);
  useEffect(() => {
    const stream = new EventSource(ROUTES.scenes);
    stream.onmessage = ({ data }: MessageEvent<string>) => setScene(JSON.parse(data) as Scene);
    stream.onopen = () => {
      setConnected(true);
      void fetch(ROUTES.facts).then(async (answer) => setFacts((await answer.json()) as Facts));
    };
    stream.onerror = () => setConnected(false);
    return () => stream.close();
  }, []);
  return { isConnected, ...(scene && { scene }), ...(facts && { facts }) };
}

/** Often enough for a clock that shows seconds. */
const TICK_MS = 200;

/** What that clock shows, to the second, in milliseconds of Unix time. */
export function useNow(setting: ClockSetting): number {
  const [now, setNow] = useState(() => second(setting));
  useEffect(() => {
    const look = () => setNow(second(setting));
    look();
    const ticking = setInterval(look, TICK_MS);
    return () => clearInterval(ticking);
  }, [setting]);
  return now;
}

function second(setting: ClockSetting): number {
  return Math.floor(timeAt(setting) / 1000) * 1000;
}
