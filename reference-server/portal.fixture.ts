import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { CONTROL_API, type TestAccount } from '../protocol/control-api.ts';
import { codeOf } from './registration/rules.fixture.ts';
import { type ReferenceServer, type ReferenceServerOptions, startReferenceServer } from './server.ts';

export const DEVICES = '/user-profile/access-controls/mobile-authentication';
export const REGISTER = '/user-profile/access-controls/mobile-authentication/register';

/** A server for one test, with controls, a clock that stands still, and no failure unseen. */
export interface TestPortal extends ReferenceServer {
  clock: { now(): number; set(epochMs: number): void; advance(milliseconds: number): void };
  url: string;
  newAccount(): Promise<TestAccount>;
}

export async function startTestPortal(
  t: TestContext,
  options: Partial<ReferenceServerOptions> = {},
): Promise<TestPortal> {
  const clock = new StandingClock();
  const failures: unknown[] = [];
  const onError = (error: unknown) => void failures.push(error);
  const server = await startReferenceServer({ clock, control: {}, onError, ...options });
  t.after(async () => {
    await server.close();
    assert.deepEqual(failures, [], 'nothing was answered with 500');
  });
  const newAccount = () =>
    fetch(server.addresses.controlUrl + CONTROL_API.accounts, { method: 'POST' }).then(readJson<TestAccount>);
  return { ...server, clock, url: server.addresses.portalUrl, newAccount };
}

export async function readJson<T>(response: Response): Promise<T> {
  return (await response.json()) as T;
}

/** What the test controls answer of everybody, or of one user. */
export async function readControl<Answer>({ addresses }: TestPortal, path: string, username?: string): Promise<Answer> {
  const query = username === undefined ? '' : `?${new URLSearchParams({ username })}`;
  return readJson<Answer>(await fetch(`${addresses.controlUrl}${path}${query}`));
}

/** Time that passes only when a test lets it: at first noon of some day after the enforcement instant. */
class StandingClock {
  #nowMs = Date.UTC(2026, 10, 24, 12, 0, 15);

  now(): number {
    return this.#nowMs;
  }

  set(epochMs: number): void {
    this.#nowMs = epochMs;
  }

  advance(milliseconds: number): void {
    this.#nowMs += milliseconds;
  }
}

/** A browser without eyes: keeps cookies, sends forms with their hidden fields, follows no redirect. */
export class WebClient {
  cookie = '';
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async request(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.cookie) headers.set('cookie', this.cookie);
    const response = await fetch(this.#url + path, { redirect: 'manual', ...init, headers });
    const [cookie] = response.headers.getSetCookie();
    if (cookie) this.cookie = cookie.split(';')[0] ?? '';
    return response;
  }

  async text(path: string): Promise<string> {
    return (await this.request(path)).text();
  }

  /** The token that forms of this session send back. */
  async formToken(path: string): Promise<string> {
    return /name="form-token" value="(\w+)"/.exec(await this.text(path))?.[1] ?? '';
  }

  /** Opens the page, fills its main form in and sends it. */
  async submit(path: string, fields: Record<string, string> | [string, string][]): Promise<Response> {
    const page = await this.text(path);
    const action = /<main>.*?<form[^>]* action="([^"]*)"/s.exec(page)?.[1];
    assert.ok(action, `a form at ${path}`);
    const form = page.slice(page.indexOf(`action="${action}"`));
    const hidden = [...form.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ]);
    const entries = Array.isArray(fields) ? fields : Object.entries(fields);
    const body = new URLSearchParams([...hidden, ...entries] as [string, string][]);
    return this.request(action, { method: 'POST', body });
  }

  async signIn({ username, password }: TestAccount, path = '/sign-in'): Promise<Response> {
    return this.submit(path, { username, password });
  }

  /** The fields behind the button "Remove" of the device that is listed at this place. */
  async removalOf(place: number): Promise<Record<string, string>> {
    const ids = [...(await this.text(DEVICES)).matchAll(/name="device-id" value="([^"]*)"/g)].map(([, id = '']) => id);
    return { 'form-token': await this.formToken(DEVICES), 'device-id': ids[place] ?? '' };
  }

  async remove(fields: Record<string, string>): Promise<Response> {
    return this.request(DEVICES, { method: 'POST', body: new URLSearchParams(fields) });
  }

  /** Next: the address of the registration and the key, as shown for manual entry. */
  async startRegistration(deviceName: string): Promise<{ address: string; secret: string }> {
    const response = await this.submit(REGISTER, { 'device-name': deviceName });
    assert.equal(response.status, 303);
    const address = response.headers.get('location') ?? '';
    const [, key = ''] = /<dd class="key">([A-Z2-7 ]+)<\/dd>/.exec(await this.text(`${address}/values`)) ?? [];
    return { address, secret: key.replaceAll(' ', '') };
  }
}

/** A fresh account, a browser that is signed in to it and the keys of the devices that it registered with these names. */
export async function withDevices(
  portal: TestPortal,
  names: string[],
): Promise<{ account: TestAccount; web: WebClient; secrets: string[] }> {
  const account = await portal.newAccount();
  const web = new WebClient(portal.url);
  await web.signIn(account);
  const secrets: string[] = [];
  for (const name of names) {
    const { address, secret } = await web.startRegistration(name);
    await web.submit(address, { code: codeOf(secret, portal.clock.now()) });
    secrets.push(secret);
  }
  return { account, web, secrets };
}

/** A phone that speaks JSON and remembers its token. */
export class PhoneClient {
  token = '';
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async call(method: string, path: string, body?: unknown): Promise<{ status: number; body: Record<string, unknown> }> {
    const headers = {
      ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const response = await fetch(this.#url + path, {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
    });
    const text = await response.text();
    const answer = text === '' ? {} : JSON.parse(text);
    if (typeof answer.token === 'string') this.token = answer.token;
    return { status: response.status, body: answer };
  }
}
