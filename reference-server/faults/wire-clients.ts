import { createHash } from 'node:crypto';
import type { TestAccount } from '../../protocol/control-api.ts';
import { keyFingerprintInput, PHONE_API } from '../../protocol/phone-api.ts';

export const DEVICES = '/user-profile/access-controls/mobile-authentication';
export const REGISTER = '/user-profile/access-controls/mobile-authentication/register';

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
    if (action === undefined) throw new Error(`there is no form at ${path}`);
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
    if (response.status !== 303) throw new Error(`no registration was started: ${response.status}`);
    const address = response.headers.get('location') ?? '';
    const [, key = ''] = /<dd class="key">([A-Z2-7 ]+)<\/dd>/.exec(await this.text(`${address}/values`)) ?? [];
    return { address, secret: key.replaceAll(' ', '') };
  }
}

/** A phone that speaks JSON and remembers its token. */
export class PhoneClient {
  token = '';
  /** Sent along with each request. */
  headers: Record<string, string> = {};
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async call(method: string, path: string, body?: unknown): Promise<{ status: number; body: Record<string, unknown> }> {
    const headers = {
      ...this.headers,
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
  /** @returns what is to be done next; undefined where the credentials were refused */
  async signIn(account: TestAccount): Promise<unknown> {
    return (await this.call('POST', PHONE_API.sessions, account)).body.next;
  }

  /** Whether this code of a registered device is taken. */
  async proves(code: string): Promise<boolean> {
    return (await this.call('POST', PHONE_API.oneTimeCode, { code })).status === 200;
  }

  /** Whether protected data is shown. */
  async reads(): Promise<boolean> {
    return (await this.call('GET', PHONE_API.conversations)).status === 200;
  }

  /** Whether the server takes this phone for a part of a registration. */
  async pairs(deviceName: string, secret: string): Promise<boolean> {
    const keyFingerprint = createHash('sha256').update(keyFingerprintInput(secret)).digest('hex');
    return (await this.call('POST', PHONE_API.pairing, { deviceName, keyFingerprint })).status === 200;
  }

  /** Whether Continue is answered with success. */
  async continues(): Promise<boolean> {
    return (await this.call('POST', PHONE_API.continue)).status === 200;
  }
}
