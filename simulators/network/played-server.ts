import {
  type AccountAnswer,
  type ContinueAnswer,
  type ConversationsAnswer,
  type PairingAnswer,
  type PairingRequest,
  PHONE_API,
  type SessionAnswer,
} from '../../protocol/phone-api.ts';
import { PROBLEMS, type ProblemCode, type ProblemDocument } from '../../protocol/problems.ts';
import type { Clock } from '../clock/clock.ts';
import { Answer } from './answer.ts';
import type { Fetcher, HttpRequest } from './fetcher.ts';

/** Nothing answers there: what is sent to it goes to {@link PlayedServer.fetcher}. */
export const PLAYED_SERVER_URL = 'http://played-server.invalid';

/** Answers one kind of request; undefined stands for no content. */
type Act = (body: Partial<PairingRequest>, token: string) => object | undefined;

/** What is answered, but for the time. */
interface Played {
  status: number;
  body?: object;
}

/**
 * The other end of the phone's wire, played, for what is about the app alone: it lets everybody in, takes every
 * registration and remembers what it was sent. Its time is the true one.
 */
export class PlayedServer {
  /** Whether the code counts as submitted on the web, so that Continue is confirmed. */
  isSubmitted = false;
  /** What phones said they scanned or typed, oldest first. */
  readonly pairings: PairingRequest[] = [];
  readonly fetcher: Fetcher = async (address, request) => {
    const { status, body } = this.#respond(new URL(address).pathname, request);
    const fields = ['date', new Date(this.#clock.now()).toUTCString()];
    const text = body === undefined ? '' : JSON.stringify(body);
    return new Answer({ status, url: address, fields, body: Buffer.from(text) });
  };
  readonly #clock: Clock;
  readonly #proven = new Set<string>();
  #isConfirmed = false;
  #tokens = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  readonly #answers: Record<string, Act> = {
    [`POST ${PHONE_API.sessions}`]: () => this.#session(this.#newToken()),
    [`GET ${PHONE_API.session}`]: (_, token) => ({ next: this.#session(token).next }),
    [`DELETE ${PHONE_API.session}`]: () => undefined,
    [`POST ${PHONE_API.refresh}`]: (_, token) => this.#session(this.#renewed(token)),
    [`POST ${PHONE_API.oneTimeCode}`]: () => this.#session(this.#provenToken()),
    [`POST ${PHONE_API.pairing}`]: ({ deviceName = '', keyFingerprint = '' }) =>
      this.#pair({ deviceName, keyFingerprint }),
    [`POST ${PHONE_API.continue}`]: () => this.#continue(),
    [`GET ${PHONE_API.account}`]: (_, token) =>
      this.#onlyProven(token, { username: 'user', devices: [] } satisfies AccountAnswer),
    [`GET ${PHONE_API.conversations}`]: (_, token) =>
      this.#onlyProven(token, { conversations: [] } satisfies ConversationsAnswer),
  };

  #respond(path: string, { method = 'GET', body = '{}', headers }: HttpRequest): Played {
    const token = headers?.authorization?.replace('Bearer ', '') ?? '';
    try {
      const answer = this.#answers[`${method} ${path}`] ?? (() => refuse('not-found'));
      const said = answer(JSON.parse(body), token);
      if (!said) return { status: 204 };
      return { status: path === PHONE_API.sessions ? 201 : 200, body: said };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { code } = error;
      const problem: ProblemDocument = { type: 'about:blank', ...PROBLEMS[code], code };
      return { status: problem.status, body: problem };
    }
  }

  #session(token: string): Required<SessionAnswer> {
    const next = this.#isConfirmed ? 'one-time-code' : 'verify-device';
    return { next: this.#proven.has(token) ? 'nothing' : next, token };
  }

  #newToken(): string {
    this.#tokens += 1;
    return `played-${this.#tokens}`;
  }

  #provenToken(): string {
    const token = this.#newToken();
    this.#proven.add(token);
    return token;
  }

  #renewed(token: string): string {
    return this.#proven.has(token) ? this.#provenToken() : this.#newToken();
  }

  #pair(pairing: PairingRequest): PairingAnswer {
    this.pairings.push(pairing);
    return { deviceName: pairing.deviceName };
  }

  #continue(): ContinueAnswer {
    if (!this.isSubmitted) return refuse('not-submitted');
    this.#isConfirmed = true;
    return { deviceName: this.pairings.at(-1)?.deviceName ?? '', token: this.#provenToken() };
  }

  #onlyProven<Data extends object>(token: string, data: Data): Data {
    return this.#proven.has(token) ? data : refuse('device-not-verified');
  }
}

class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: ProblemCode;

  constructor(code: ProblemCode) {
    super(PROBLEMS[code].title);
    this.code = code;
  }
}

function refuse(code: ProblemCode): never {
  throw new Refused(code);
}
