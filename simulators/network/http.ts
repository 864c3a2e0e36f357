import { Blocked, NoConnection, TargetGone } from '../errors.ts';
import type { Answer } from './answer.ts';
import type { Fetcher, HttpRequest } from './fetcher.ts';
import type { Recorder } from './recorder.ts';
import { somebodyAnswers } from './somebody-answers.ts';

/** A request of one actor. `fetcher` carries its cookies, where it has any. */
export interface HttpActor {
  name: 'web' | 'phone' | 'control';
  recorder: Recorder;
  fetcher: Fetcher;
}

/**
 * Sends one request, for an actor, and records method, path and status.
 * @throws {TargetGone} when nobody answers, or takes too long
 * @throws {Blocked} when a server breaks off without an answer that answers otherwise
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
    const asked = `${method} ${pathname} from ${origin}`;
    const wanted = `wanted an answer to ${asked}, got none: ${reasonOf(cause)}`;
    if (BROKEN_OFF.includes(reasonOf(cause)) && (await somebodyAnswers(address)))
      throw new Blocked(`${wanted}, though it answers otherwise`, { cause });
    throw new TargetGone(`${wanted}; ${fixFor(cause)}`, { cause });
  }
}

/** What the network says when a server has taken a request and then ended the connection. */
const BROKEN_OFF = ['ECONNRESET', 'EPIPE'];

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return 'code' in cause ? String(cause.code) : cause.message;
}

/** By the code of the network's error, what is probably to be done. */
const FIXES: Record<string, string> = {
  ECONNREFUSED: 'is it running, and is its port right?',
  ENOTFOUND: 'is the name of its host right?',
  EAI_AGAIN: 'is the name of its host right, and is there a network?',
  EPROTO: 'is it http: in place of https:?',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'name its certificate in NODE_EXTRA_CA_CERTS',
  SELF_SIGNED_CERT_IN_CHAIN: 'name its certificate in NODE_EXTRA_CA_CERTS',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'name its certificate in NODE_EXTRA_CA_CERTS',
};
const LOOK_THERE = 'see what the server says of it, and whether the address is right';

function fixFor(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return FIXES[code] ?? (code.startsWith('HPE_') ? 'does a server of HTTP listen there?' : LOOK_THERE);
}
