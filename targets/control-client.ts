import {
  type AccountRequest,
  type AuditAnswer,
  type AuditEntry,
  type CapabilitiesAnswer,
  type ClockState,
  CONTROL_API,
  type Faults,
  type Message,
  type MessagesAnswer,
  type TestAccount,
} from '../protocol/control-api.ts';
import { Blocked, HarnessFault } from '../simulators/errors.ts';
import type { Answer } from '../simulators/network/answer.ts';
import { type HttpActor, sendRequest } from '../simulators/network/http.ts';
import { Recorder } from '../simulators/network/recorder.ts';
import { fetchFollowing } from '../simulators/network/redirects.ts';

/** A target's test controls over HTTP: clock, accounts, and what else they offer. Not part of what is judged, so not recorded. */
export class ControlClient {
  readonly #baseUrl: string;
  readonly #actor: HttpActor = { name: 'control', recorder: new Recorder(), fetcher: fetchFollowing };

  constructor(baseUrl: string) {
    this.#baseUrl = baseUrl;
  }

  async setClock(atEpochMs: number): Promise<void> {
    await this.#send('PUT', CONTROL_API.clock, { epochMs: atEpochMs } satisfies ClockState);
  }

  /**
   * A fresh account without a device; of this username, where one is asked for.
   * @throws {Blocked} when the test controls make another than was asked for: nothing could be shown with that one
   */
  async createAccount(username?: string): Promise<TestAccount> {
    const request: AccountRequest = username === undefined ? {} : { username };
    const account = (await this.#send('POST', CONTROL_API.accounts, request)) as Partial<TestAccount>;
    if (!isAccount(account)) throw mismatch(`POST ${CONTROL_API.accounts}`, '{"username": "ada", "password": "..."}');
    if (username === undefined || account.username === username) return account;
    throw new Blocked(`wanted an account named "${username}" from the test controls, they made "${account.username}"`);
  }

  /** What is offered beyond clock and accounts; nothing, where the test controls do not know the question. */
  async capabilities(): Promise<string[]> {
    const response = await this.#request('GET', CONTROL_API.capabilities);
    if (NOT_OFFERED.includes(response.status)) return [];
    const asked = `GET ${CONTROL_API.capabilities}`;
    const { capabilities } = this.#read<Partial<CapabilitiesAnswer>>(response, asked);
    if (!Array.isArray(capabilities)) throw mismatch(asked, '{"capabilities": []}');
    return capabilities;
  }

  /** What this user was sent, oldest first. */
  async messages(username: string): Promise<Message[]> {
    return (await this.#get<MessagesAnswer>(CONTROL_API.messages, username)).messages;
  }

  /** What was noted of this user, oldest first. */
  async audit(username: string): Promise<AuditEntry[]> {
    return (await this.#get<AuditAnswer>(CONTROL_API.audit, username)).entries;
  }

  /** What fails from now on, until this is said again: nobody else takes it back. */
  async setFaults(faults: Faults): Promise<void> {
    await this.#send('PUT', CONTROL_API.faults, faults);
  }

  /** As if the process had ended and been started again on what it had stored. */
  async restart(): Promise<void> {
    const response = await this.#request('POST', CONTROL_API.restart);
    if (!response.ok) throw refusal(response, `POST ${CONTROL_API.restart}`);
  }

  async #get<Said>(path: string, username: string): Promise<Said> {
    // The name stays out of what an error says: it may be any text.
    const response = await this.#request('GET', `${path}?${new URLSearchParams({ username })}`);
    return this.#read<Said>(response, `GET ${path}`);
  }

  async #send(method: string, path: string, body: object): Promise<unknown> {
    return this.#read(await this.#request(method, path, body), `${method} ${path}`);
  }

  #request(method: string, path: string, body?: object): Promise<Answer> {
    return sendRequest(this.#actor, new URL(path, this.#baseUrl).href, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
  }

  #read<Said>(answer: Answer, asked: string): Said {
    if (!answer.ok) throw refusal(answer, asked);
    const said = jsonIn(answer);
    if (typeof said !== 'object' || said === null) throw mismatch(asked, 'an object of JSON');
    return said as Said;
  }
}

/** How servers say that there is no such thing here. @see RFC 9110 sections 15.5.5, 15.5.6 and 15.6.2 */
const NOT_OFFERED = [404, 405, 501];

const FIX = 'is controlUrl the address of the test controls, and do they do what protocol/control-api.ts says?';

function refusal({ status }: Answer, asked: string): HarnessFault {
  return new HarnessFault(`the test controls answered ${status} to ${asked}, wanted was a success; ${FIX}`);
}

function mismatch(asked: string, wanted: string): HarnessFault {
  return new HarnessFault(`wanted ${wanted} from the test controls, they answered something else to ${asked}; ${FIX}`);
}

function jsonIn(answer: Answer): unknown {
  try {
    return JSON.parse(answer.text());
  } catch {
    return undefined;
  }
}

function isAccount(said: Partial<TestAccount>): said is TestAccount {
  const { username, password } = said;
  return typeof username === 'string' && typeof password === 'string';
}
