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
import type { Access, Credentials } from './phone.ts';
import type { PhoneWire, Refusal } from './phone-wire.ts';

/** What the phone app says to the server, over HTTP. */
export class PhoneApiClient {
  readonly wire: PhoneWire;

  constructor(wire: PhoneWire) {
    this.wire = wire;
  }

  /** Another client of the same server, without a session. */
  duplicate(): PhoneApiClient {
    return new PhoneApiClient(this.wire.duplicate());
  }

  /** Another client that holds this one's session as it is now. */
  copySession(): PhoneApiClient {
    const other = this.duplicate();
    other.wire.token = this.wire.token;
    return other;
  }

  get hasSession(): boolean {
    return this.wire.token !== undefined;
  }

  async signIn(credentials: Credentials): Promise<NextStep | Refusal> {
    this.wire.token = undefined;
    return this.#session('POST', PHONE_API.sessions, { ...credentials } satisfies SignInRequest);
  }

  sendOneTimeCode(code: string): Promise<NextStep | Refusal> {
    return this.#session('POST', PHONE_API.oneTimeCode, { code } satisfies OneTimeCodeRequest);
  }

  /** Asks how far the session has come. */
  whatIsNext(): Promise<NextStep | Refusal> {
    return this.#session('GET', PHONE_API.session);
  }

  refresh(): Promise<NextStep | Refusal> {
    return this.#session('POST', PHONE_API.refresh);
  }

  /** Hands over what was scanned or typed: the name to the letter, and proof of having the key (never the key). */
  async pair(deviceName: string, key: string): Promise<Refusal | undefined> {
    const request = { deviceName, keyFingerprint: await fingerprintOf(key) } satisfies PairingRequest;
    const answer = await this.wire.call<object>('POST', PHONE_API.pairing, request);
    return 'refused' in answer ? answer : undefined;
  }

  async continue(): Promise<Refusal | undefined> {
    const answer = await this.wire.call<ContinueAnswer>('POST', PHONE_API.continue);
    if ('refused' in answer) return answer;
    this.#keep(answer);
    return undefined;
  }

  async signOut(): Promise<void> {
    if (this.hasSession) await this.wire.call('DELETE', PHONE_API.session);
    this.wire.token = undefined;
  }

  /** Asks for everything that is protected; shown means that the answer was a success and held the thing. */
  async protectedData(): Promise<Access[]> {
    const account = await this.wire.call<AccountAnswer>('GET', PHONE_API.account);
    return [
      { resource: 'account', shown: 'username' in account },
      { resource: 'conversations', shown: await this.showsConversations() },
    ];
  }

  async showsConversations(): Promise<boolean> {
    return 'conversations' in (await this.wire.call<object>('GET', PHONE_API.conversations));
  }

  async #session(method: string, path: string, body?: object): Promise<NextStep | Refusal> {
    const answer = await this.wire.call<SessionAnswer>(method, path, body);
    return 'refused' in answer ? answer : this.#keep(answer).next;
  }

  #keep<Answer extends { token?: string }>(answer: Answer): Answer {
    this.wire.token = answer.token ?? this.wire.token;
    return answer;
  }
}

/** Made by what phones, browsers and Node have alike. */
async function fingerprintOf(key: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(keyFingerprintInput(key)));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
