import { Blocked } from '../../simulators/errors.ts';
import type { Heard } from '../../simulators/network/recorder.ts';
import type { PairWorld } from './world.ts';

/**
 * Every answer that was heard, on the web and in the app.
 * @throws {Blocked} when none was, or one not to its end: of what nobody has looked into nothing is shown
 */
export function heardAnswers(world: PairWorld): readonly Heard[] {
  const answers = world.listen();
  if (answers.length === 0) throw new Blocked('wanted answers to look into, heard none');
  return whole(answers);
}

/**
 * These answers. What a page asks for now and then is cut off when it is left: it is enough to have heard it another time.
 * @throws {Blocked} when one was never heard to its end
 */
export function whole(answers: readonly Heard[]): readonly Heard[] {
  const known = new Set(answers.filter(({ isWhole }) => isWhole).map(asked));
  const cut = answers.find((one) => !one.isWhole && !known.has(asked(one)));
  if (cut) throw new Blocked(`wanted whole answers to look into, ${inWords(cut)} was not heard to its end`);
  return answers;
}

/**
 * What was answered on the web since so many answers had been heard, but for the style sheets, pictures and the like of
 * a page: pages, and what their scripts asked for.
 * @throws {Blocked} when nothing was
 */
export function heardOnTheWeb(world: PairWorld, since = 0): Heard[] {
  const answers = world.listen().slice(since);
  const said = answers.filter(({ from, isPart }) => from === 'web' && !isPart);
  if (said.length === 0) throw new Blocked('wanted an answer on the web to look at, heard none');
  return said;
}

/** The statuses that answers came with, each once: scripts may ask for the same thing again, or in another order. */
export function statusesOf(answers: readonly Heard[]): string {
  return [...new Set(answers.map(({ status }) => status))].sort((one, other) => one - other).join(' ');
}

function asked({ from, method, address, status }: Heard): string {
  return [from, method, status, address].join(' ');
}

/** Which answer, without what was asked with it. */
export function inWords({ from, method, address, status }: Heard): string {
  return `${from} ${method} ${new URL(address).pathname} ${status}`;
}
