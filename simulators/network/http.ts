import { NoConnection, TargetGone } from '../errors.ts';
import type { Answer } from './answer.ts';
import type { Fetcher, HttpRequest } from './fetcher.ts';
import type { Recorder } from './recorder.ts';

/** A request of one actor. `fetcher` carries its cookies, where it has any. */
export interface HttpActor {
  name: 'web' | 'phone' | 'control';
  recorder: Recorder;
  fetcher: Fetcher;
}

/**
 * Sends one request, for an actor, and records method, path and status.
 * @throws {TargetGone} when nobody answers, or breaks off, or takes too long
 * @throws {NoConnection} when the fetcher does, as the scenario wants it
 */
export async function sendRequest(actor: HttpActor, address: string, request: HttpRequest = {}): Promise<Answer> {
  const { method = 'GET' } = request;
  try {
    const answer = await actor.fetcher(address, request);
    const exchange = { from: actor.name, method, address: answer.url, status: answer.status };
    actor.recorder.record(exchange);
    actor.recorder.hear(exchange, answer);
    return answer;
  } catch (cause) {
    if (cause instanceof NoConnection) throw cause;
    const { origin, pathname } = new URL(address);
    throw new TargetGone(`wanted an answer to ${method} ${pathname} from ${origin}, got none: ${reasonOf(cause)}`, {
      cause,
    });
  }
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return 'code' in cause ? String(cause.code) : cause.message;
}
