import { NoConnection, TargetGone } from '../errors.ts';
import type { Recorder } from './recorder.ts';

/** A request of one actor. `fetcher` carries its cookies, where it has any. */
export interface HttpActor {
  name: 'web' | 'phone' | 'control';
  recorder: Recorder;
  fetcher: typeof fetch;
}

/** Longer than any answer from this machine takes, short enough that a target that hangs is told from a slow one. */
const PATIENCE_MS = 10_000;

/**
 * Sends one request, for an actor, and records method, path and status. The answer is there whole.
 * @throws {TargetGone} when nobody answers, or breaks off, or does not end within {@link PATIENCE_MS}
 * @throws {NoConnection} when the fetcher does, as the scenario wants it
 */
export async function sendRequest(actor: HttpActor, address: string, init: RequestInit = {}): Promise<Response> {
  const method = init.method ?? 'GET';
  try {
    const response = await actor.fetcher(address, { signal: AbortSignal.timeout(PATIENCE_MS), ...init });
    const body = new Uint8Array(await response.clone().arrayBuffer());
    const { status, url, headers } = response;
    const exchange = { from: actor.name, method, address: url || address, status };
    actor.recorder.record(exchange);
    actor.recorder.hear({ ...exchange, headers, body });
    return response;
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
  const inner = cause.cause instanceof Error ? cause.cause : cause;
  // Those of the network are words; a DOMException has a number there, which says nothing.
  return 'code' in inner && typeof inner.code === 'string' ? inner.code : inner.message;
}
