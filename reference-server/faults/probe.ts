import { generateSync } from 'otplib';
import { CONTROL_API, type ServedAddresses, type TestAccount } from '../../protocol/control-api.ts';
import { DEFAULT_OTP_PARAMETERS } from '../../protocol/otpauth-uri.ts';
import type { ServerClock } from '../clock.ts';
import { DEVICES, PhoneClient, WebClient } from './wire-clients.ts';

const STEP_MS = DEFAULT_OTP_PARAMETERS.periodSeconds * 1000;

/** What a probe is given of a server. */
export interface ProbedServer {
  addresses: ServedAddresses;
  clock: ServerClock;
  /** The text of the QR code in a PNG; undefined when there is none. */
  readSymbol(png: Uint8Array): Promise<string | undefined>;
}

/** Asks a server over the wire how it behaves, without the scenarios and their actors. */
export class Probe {
  readonly clock: ServerClock;
  readonly url: string;
  readonly #server: ProbedServer;

  constructor(server: ProbedServer) {
    this.#server = server;
    this.clock = server.clock;
    this.url = server.addresses.portalUrl;
  }

  /** A path of the test controls. */
  control(path: string, init?: RequestInit): Promise<Response> {
    return fetch(this.#server.addresses.controlUrl + path, init);
  }

  async newAccount(): Promise<TestAccount> {
    return (await (await this.control(CONTROL_API.accounts, { method: 'POST' })).json()) as TestAccount;
  }

  web(): WebClient {
    return new WebClient(this.url);
  }

  phone(): PhoneClient {
    return new PhoneClient(this.url);
  }

  async signedIn(): Promise<{ account: TestAccount; web: WebClient }> {
    const account = await this.newAccount();
    const web = this.web();
    await web.signIn(account);
    return { account, web };
  }

  /** A registration from Next on, by somebody new. */
  async started(name = 'Phone'): Promise<Started> {
    const { account, web } = await this.signedIn();
    return { account, web, name, ...(await web.startRegistration(name)) };
  }

  /** A registration at a moment when its code begins with a zero; begun anew before it is too old. */
  async startedWithZero(): Promise<Started> {
    const started = await this.started();
    for (let steps = 0; steps < 20; steps += 1) {
      if (this.codeOf(started.secret).startsWith('0')) return started;
      this.pass(1);
    }
    return this.startedWithZero();
  }

  /** Somebody new with one device, and the code that registered it. */
  async registered(name = 'Phone'): Promise<Started & { code: string }> {
    const started = await this.started(name);
    const code = this.codeOf(started.secret);
    await started.web.submit(started.address, { code });
    return { ...started, code };
  }

  /** The code of a key, so many steps from now. */
  codeOf(secret: string, steps = 0): string {
    const atMs = this.clock.now() + steps * STEP_MS;
    return generateSync({
      secret,
      algorithm: 'sha1',
      digits: 6,
      period: STEP_MS / 1000,
      epoch: Math.floor(atMs / 1000),
    });
  }

  /** Moves the clock; by whole steps, unless asked otherwise. */
  pass(steps: number, extraMs = 0): void {
    this.clock.set(this.clock.now() + steps * STEP_MS + extraMs);
  }

  /** Types a code and clicks Submit; whether the device is on the list then. */
  async submits({ web, address, name }: Pick<Started, 'web' | 'address' | 'name'>, code: string): Promise<boolean> {
    await web.submit(address, { code });
    return (await this.listed(web)).includes(name);
  }

  /** Whether the right code still signs a phone in after so many wrong ones. */
  async survivesGuesses(count: number): Promise<boolean> {
    const { account, secret } = await this.registered();
    this.pass(3);
    const phone = this.phone();
    await phone.signIn(account);
    for (let tries = 0; tries < count; tries += 1) await phone.proves(this.codeOf(secret, 1000));
    return phone.proves(this.codeOf(secret));
  }

  /** The page with the list of devices. */
  listed(web: WebClient): Promise<string> {
    return web.text(DEVICES);
  }

  /** The text of the QR code on a page; empty where there is none. */
  async keyUri({ web, address }: Pick<Started, 'web' | 'address'>): Promise<string> {
    const [, base64 = ''] = /src="data:image\/png;base64,([^"]*)"/.exec(await web.text(address)) ?? [];
    return (base64 && (await this.#server.readSymbol(Buffer.from(base64, 'base64')))) || '';
  }
}

interface Started {
  account: TestAccount;
  web: WebClient;
  name: string;
  address: string;
  secret: string;
}
