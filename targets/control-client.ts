import { type AccountRequest, type ClockState, CONTROL_API, type TestAccount } from '../protocol/control-api.ts';
import { Blocked } from '../simulators/errors.ts';
import { type HttpActor, sendRequest } from '../simulators/network/http.ts';
import { Recorder } from '../simulators/network/recorder.ts';

/** A target's test controls over HTTP: its clock and its accounts. Not part of what is judged, so not recorded. */
export class ControlClient {
  readonly #baseUrl: string;
  readonly #actor: HttpActor = { name: 'control', recorder: new Recorder(), fetcher: fetch };

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
    const account = (await this.#send('POST', CONTROL_API.accounts, request)) as TestAccount;
    if (username === undefined || account.username === username) return account;
    throw new Blocked(`wanted an account named "${username}" from the test controls, they made "${account.username}"`);
  }

  async #send(method: string, path: string, body: object): Promise<unknown> {
    const response = await sendRequest(this.#actor, new URL(path, this.#baseUrl).href, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`the test controls answered ${response.status} to ${method} ${path}`);
    return response.json().catch(() => {
      throw new Error(`the test controls answered no JSON to ${method} ${path}`);
    });
  }
}
