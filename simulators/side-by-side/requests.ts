import type { TurnableClock } from './live-scene.ts';
import type { Choice, Turn } from './scene.ts';

/** The last instant that a date can hold. */
const MAX_EPOCH_MS = 8.64e15;

/** What is asked for cannot be; the message says what was wanted. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest';
}

/** @throws {BadRequest} */
export function readTurn(body: unknown): Turn {
  const { bySeconds, toEpochMs, runs } = fieldsOf(body);
  if (isWhole(bySeconds)) return { bySeconds };
  if (isWhole(toEpochMs) && toEpochMs >= 0 && toEpochMs <= MAX_EPOCH_MS) return { toEpochMs };
  if (typeof runs === 'boolean') return { runs };
  throw new BadRequest('wanted "bySeconds" or "toEpochMs" as a whole number, or "runs" as true or false');
}

/** @throws {BadRequest} */
export function readChoice(body: unknown): Choice {
  const { id } = fieldsOf(body);
  if (id === null || (typeof id === 'string' && id !== '')) return { id };
  throw new BadRequest('wanted "id" with a known defect such as "F-060", or null for none');
}

/** @throws {BadRequest} when that is before the beginning of Unix time, or after its end */
export function turn(clock: TurnableClock, asked: Turn): void {
  if ('runs' in asked) return asked.runs ? clock.run() : clock.set(clock.now());
  const atEpochMs = 'toEpochMs' in asked ? asked.toEpochMs : clock.now() + asked.bySeconds * 1000;
  if (atEpochMs < 0 || atEpochMs > MAX_EPOCH_MS) throw new BadRequest('wanted a time after 1 January 1970');
  clock.turnTo(atEpochMs);
}

function fieldsOf(body: unknown): Record<string, unknown> {
  return typeof body === 'object' && body !== null ? { ...body } : {};
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
