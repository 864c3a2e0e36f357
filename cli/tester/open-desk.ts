import { stage } from '../../steps/support/stage.ts';
import type { Target } from '../../targets/target.ts';
import type { Surroundings } from '../surroundings.ts';
import { Desk } from './desk.ts';

/** Somebody with a phone may have to fetch it first. */
const PATIENCE_SECONDS = 300;

interface Asking {
  /** How many scenarios there are. */
  total: number;
  surroundings: Surroundings;
}

/** Where a tester is asked from now on, where a real phone in their hand is to be judged; it says where its page is. */
export async function openDesk(target: Target | undefined, { total, surroundings }: Asking): Promise<Desk | undefined> {
  if (target?.app !== 'person') return undefined;
  const { stdin, stderr } = surroundings;
  const turn = () => `your turn, ${stage.scenarioCount} of ${total}`;
  const desk = new Desk({ stdin, stderr, turn, patienceSeconds: PATIENCE_SECONDS });
  stage.tester = desk;
  stderr.write(`open ${await desk.open()} beside the phone: it shows what the camera is to look at\n`);
  return desk;
}
