import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { encodeBase32 } from '../../protocol/base32.ts';
import { DEFAULT_OTP_PARAMETERS } from '../../protocol/otpauth-uri.ts';
import { Authenticator } from '../../simulators/phone/authenticator.ts';

interface Account {
  password: string;
  pending?: string | undefined;
  key?: string | undefined;
  name?: unknown;
}

interface Guest {
  username: string;
  isIn: boolean;
}

/** What came with a request. */
interface Came {
  fields: Record<string, unknown>;
  guest: Guest | undefined;
  request: IncomingMessage;
}

type Answer = [status: number, body: unknown, headers?: Record<string, string>];

/** Noon on some day, in epoch milliseconds. */
export const NOW = 1_732_449_600_000;

/**
 * A small portal with an API: bearer tokens, a token against forgery in a page, JSON and forms alike. Codes are checked
 * at {@link NOW}, and taken as often as they come.
 */
export class ApiPortal {
  readonly accounts = new Map<string, Account>();
  /** Method, path and body of what came. */
  readonly came: string[] = [];
  /** What a path answers instead, from now on. */
  readonly instead = new Map<string, Answer>();
  url = '';
  readonly #guests = new Map<string, Guest>();
  readonly #server: Server = createServer((request, response) => void this.#serve(request, response));

  async start(): Promise<void> {
    await once(this.#server.listen(0, '127.0.0.1'), 'listening');
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  readonly #answers: Record<string, (came: Came) => Answer> = {
    'POST /accounts': ({ fields }) => {
      const { username, password } = fields as { username: string; password: string };
      if (/[^a-z0-9@.-]/i.test(username)) return [422, { message: 'no such names here' }];
      this.accounts.set(username, { password });
      return [201, { id: this.accounts.size }];
    },
    'GET /login': () => [200, '<meta name="csrf" content="token-1">', { 'content-type': 'text/html' }],
    'POST /login': ({ fields, request }) => {
      const account = this.accounts.get(String(fields.username));
      if (request.headers['x-csrf'] !== 'token-1') return [403, { message: 'forged' }];
      if (!account || account.password !== fields.password) return [401, { code: 'WRONG' }];
      const token = randomBytes(8).toString('hex');
      this.#guests.set(token, { username: String(fields.username), isIn: account.key === undefined });
      return account.key === undefined ? [200, { token }] : [401, { code: 'OTP', token }];
    },
    'POST /otp': ({ fields, guest }) => {
      const isRight = guest && this.#isCode(this.accounts.get(guest.username)?.key, fields.otp);
      if (guest && isRight) guest.isIn = true;
      return isRight ? [200, {}] : [401, { message: 'wrong code' }];
    },
    'POST /mfa': ({ guest }) => {
      const account = this.accounts.get(guest?.username ?? '');
      if (!guest?.isIn || !account || account.key !== undefined) return [409, { message: 'not now' }];
      account.pending = encodeBase32(randomBytes(20));
      const otpauth = `otpauth://totp/Acme:${guest.username}?secret=${account.pending}&issuer=Acme`;
      return [200, { data: { otpauth, secret: account.pending } }];
    },
    'POST /mfa/confirm': ({ fields, guest }) => {
      const account = this.accounts.get(guest?.username ?? '');
      if (!guest?.isIn || !account || !this.#isCode(account.pending, fields.otp))
        return [400, { message: 'wrong code' }];
      Object.assign(account, { key: account.pending, name: fields.name });
      return [204, undefined];
    },
    'DELETE /mfa': ({ guest }) => {
      delete this.accounts.get(guest?.username ?? '')?.key;
      return [204, undefined];
    },
    'GET /mfa': ({ guest }) => {
      const { key, name } = this.accounts.get(guest?.username ?? '') ?? {};
      return [200, { devices: key === undefined ? [] : [{ name }] }];
    },
    'GET /me': ({ guest }) => (guest?.isIn ? [200, { user: { id: 1 } }] : [200, null]),
    'POST /logout': ({ request }) => {
      this.#guests.delete(tokenOf(request));
      return [302, undefined, { location: '/login?gone=1' }];
    },
  };

  #isCode(key: string | undefined, code: unknown): boolean {
    return key !== undefined && new Authenticator(key, DEFAULT_OTP_PARAMETERS).codeAt(NOW) === code;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = `${request.method} ${request.url}`;
    const body = await text(request);
    this.came.push(body === '' ? asked : `${asked} ${body}`);
    const isForm = request.headers['content-type']?.includes('urlencoded') === true;
    const fields = isForm ? Object.fromEntries(new URLSearchParams(body)) : JSON.parse(body || '{}');
    const answer = this.#answers[asked] ?? ((): Answer => [404, { message: 'nothing here' }]);
    const [status, said, headers = { 'content-type': 'application/json' }] =
      this.instead.get(asked) ?? answer({ fields, request, guest: this.#guests.get(tokenOf(request)) });
    response.writeHead(status, headers).end(typeof said === 'string' ? said : JSON.stringify(said));
  }
}

function tokenOf({ headers }: IncomingMessage): string {
  return headers.authorization?.replace('Bearer ', '') ?? '';
}
