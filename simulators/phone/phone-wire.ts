import type { ProblemDocument } from '../../protocol/problems.ts';
import { NoConnection } from '../errors.ts';
import type { Answer } from '../network/answer.ts';
import { type HttpActor, sendRequest } from '../network/http.ts';
import { PhoneNetwork } from '../network/phone-network.ts';
import type { Claims } from './phone.ts';

/** A refusal as the server words it, with its HTTP status; without one there was no answer. */
export interface Refusal {
  refused: string;
  status?: number;
}

/** The way from one phone to its server: JSON over HTTP, with the token, which nobody else gets to see. */
export class PhoneWire {
  readonly network: PhoneNetwork;
  claims: Claims = {};
  token: string | undefined;
  /** The server's time in the last answer that told one, in epoch milliseconds. */
  onServerTime: (atEpochMs: number) => void = () => undefined;
  readonly #baseUrl: string;
  readonly #actor: HttpActor;

  constructor(baseUrl: string, actor: HttpActor) {
    this.#baseUrl = baseUrl;
    this.#actor = actor;
    this.network = new PhoneNetwork(actor.fetcher);
  }

  /** A way of its own to the same server, without a token. */
  duplicate(): PhoneWire {
    return new PhoneWire(this.#baseUrl, this.#actor);
  }

  async call<Said extends object>(method: string, path: string, body?: object): Promise<Said | Refusal> {
    const response = await this.#send(method, path, body);
    if (typeof response === 'string') return { refused: response };
    const { status } = response;
    this.#tellTime(response);
    const text = response.text();
    if (!response.ok) return { refused: wordsOf(text, status), status };
    return answerIn<Said>(text) ?? { refused: `the server answered ${status}, but not with what was asked`, status };
  }

  /** @returns the words of the failure when the phone has no connection */
  async #send(method: string, path: string, body?: object): Promise<Answer | string> {
    const actor = { ...this.#actor, fetcher: this.network.fetcher };
    const sent = this.#withFields(method, body);
    const init = { method, headers: this.#headers(sent), ...(sent && { body: JSON.stringify(sent) }) };
    try {
      return await sendRequest(actor, new URL(path, this.#baseUrl).href, init);
    } catch (error) {
      if (error instanceof NoConnection) return error.message;
      throw error;
    }
  }

  #withFields(method: string, body?: object): object | undefined {
    const { fields } = this.claims;
    return fields && method === 'POST' ? { ...body, ...fields } : body;
  }

  #headers(body?: object): Record<string, string> {
    return {
      accept: 'application/json',
      ...(body && { 'content-type': 'application/json' }),
      ...(this.token !== undefined && { authorization: `Bearer ${this.token}` }),
      ...this.claims.headers,
    };
  }

  #tellTime(answer: Answer): void {
    const atEpochMs = Date.parse(answer.header('date')[0] ?? '');
    if (Number.isFinite(atEpochMs)) this.onServerTime(atEpochMs);
  }
}

/** What a success says, nothing included; undefined when that cannot be read, for then it is no success. */
function answerIn<Said extends object>(text: string): Said | undefined {
  try {
    const answer: unknown = JSON.parse(text || '{}');
    return typeof answer === 'object' && answer !== null ? (answer as Said) : undefined;
  } catch {
    return undefined;
  }
}

function wordsOf(text: string, status: number): string {
  try {
    const { title, detail } = JSON.parse(text) as Partial<ProblemDocument>;
    return detail ?? title ?? `the server answered ${status}`;
  } catch {
    return `the server answered ${status}`;
  }
}
