import { createHash } from 'node:crypto';
import {
  type AccountAnswer,
  type ContinueAnswer,
  keyFingerprintInput,
  type NextStep,
  type OneTimeCodeRequest,
  type PairingRequest,
  PHONE_API,
  type SessionAnswer,
  type SignInRequest,
} from '../../protocol/phone-api.ts';
import type { ProblemDocument } from '../../protocol/problems.ts';
import { type HttpActor, sendRequest } from '../network/http.ts';
import type { Access, Credentials } from './phone.ts';

/** A refusal as the server words it. */
export interface Refusal {
  refused: string;
}

/** What the phone app says to the server, over HTTP; it keeps the token, which nobody else gets to see. */
export class PhoneApiClient {
  readonly #baseUrl: string;
  readonly #actor: HttpActor;
  #token: string | undefined;

  constructor(baseUrl: string, actor: HttpActor) {
    this.#baseUrl = baseUrl;
    this.#actor = actor;
  }

  /** Another client of the same server, without a session. */
  duplicate(): PhoneApiClient {
    return new PhoneApiClient(this.#baseUrl, this.#actor);
  }

  async signIn(credentials: Credentials): Promise<NextStep | Refusal> {
    this.#token = undefined;
    const answer = await this.#call<SessionAnswer>('POST', PHONE_API.sessions, {
      ...credentials,
    } satisfies SignInRequest);
    return 'refused' in answer ? answer : this.#keep(answer).next;
  }

  async sendOneTimeCode(code: string): Promise<NextStep | Refusal> {
    const answer = await this.#call<SessionAnswer>('POST', PHONE_API.oneTimeCode, {
      code,
    } satisfies OneTimeCodeRequest);
    return 'refused' in answer ? answer : this.#keep(answer).next;
  }

  /** Hands over what was scanned or typed: the name to the letter, and proof of having the key (never the key). */
  async pair(deviceName: string, key: string): Promise<Refusal | undefined> {
    const keyFingerprint = createHash('sha256').update(keyFingerprintInput(key)).digest('hex');
    const request = { deviceName, keyFingerprint } satisfies PairingRequest;
    const answer = await this.#call<object>('POST', PHONE_API.pairing, request);
    return 'refused' in answer ? answer : undefined;
  }

  async continue(): Promise<Refusal | undefined> {
    const answer = await this.#call<ContinueAnswer>('POST', PHONE_API.continue);
    if ('refused' in answer) return answer;
    this.#keep(answer);
    return undefined;
  }

  async signOut(): Promise<void> {
    if (this.#token !== undefined) await this.#call('DELETE', PHONE_API.session);
    this.#token = undefined;
  }

  /** Asks for everything that is protected; shown means that the answer was a success and held the thing. */
  async protectedData(): Promise<Access[]> {
    const account = await this.#call<AccountAnswer>('GET', PHONE_API.account);
    const conversations = await this.#call<object>('GET', PHONE_API.conversations);
    return [
      { resource: 'account', shown: 'username' in account },
      { resource: 'conversations', shown: 'conversations' in conversations },
    ];
  }

  #keep<Answer extends { token?: string }>(answer: Answer): Answer {
    this.#token = answer.token ?? this.#token;
    return answer;
  }

  async #call<Answer extends object>(method: string, path: string, body?: object): Promise<Answer | Refusal> {
    const response = await sendRequest(this.#actor, new URL(path, this.#baseUrl).href, {
      method,
      headers: {
        accept: 'application/json',
        ...(body && { 'content-type': 'application/json' }),
        ...(this.#token !== undefined && { authorization: `Bearer ${this.#token}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) return { refused: wordsOf(text, response.status) };
    return answerIn<Answer>(text) ?? { refused: `the server answered ${response.status}, but not with what was asked` };
  }
}

/** What a success says, nothing included; undefined when that cannot be read, for then it is no success. */
function answerIn<Answer extends object>(text: string): Answer | undefined {
  try {
    const answer: unknown = JSON.parse(text || '{}');
    return typeof answer === 'object' && answer !== null ? (answer as Answer) : undefined;
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
