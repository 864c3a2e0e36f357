import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { fileURLToPath } from 'node:url';
import { encodeBase32 } from '../protocol/base32.ts';
import { DEFAULT_OTP_PARAMETERS } from '../protocol/otpauth-uri.ts';
import { Authenticator } from '../simulators/phone/authenticator.ts';

/** The secrets of a reference in this process, by what they are. */
export interface CanarySecrets {
  keys: string[];
  codes: string[];
  /** Passwords of accounts, tokens of phones, the key that cookies are signed with. */
  madeUp: string[];
  /** Cookies and tokens as they came in. */
  sentIn: string[];
}

const FEATURES = fileURLToPath(new URL('../features/', import.meta.url));
const PASSWORD_BYTES = 12;
const TOKEN_BYTES = 32;
/** @see reference-server/registration/one-time-code.ts */
const ACCEPTED_STEPS = [-1, 0, 1];

/**
 * Watches a reference in this process for everything that must not be written: gives it the sources of its keys and of
 * all else that is random, and reads what is sent to it.
 */
export function watchForSecrets() {
  const keys = new Set<string>();
  const madeUp = new Set<string>();
  const sentIn = new Set<string>();
  const secretSource = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(20));
    keys.add(encodeBase32(bytes));
    return bytes;
  };
  const random = (byteCount: number) => {
    const bytes = Buffer.from(crypto.getRandomValues(new Uint8Array(byteCount)));
    // Names and ids are not secret, and have other lengths.
    if (byteCount === PASSWORD_BYTES || byteCount === TOKEN_BYTES)
      for (const encoding of ['base64url', 'hex'] as const) madeUp.add(bytes.toString(encoding));
    return bytes;
  };
  const watch = (message: unknown) => {
    for (const secret of secretsOf((message as { request: IncomingMessage }).request)) sentIn.add(secret);
  };
  subscribe('http.server.request.start', watch);
  return {
    options: { secretSource, random },
    /** @param instants - where the clock stood, in epoch milliseconds */
    async end(instants: Iterable<number>): Promise<CanarySecrets> {
      unsubscribe('http.server.request.start', watch);
      const published = await publishedNumbers();
      const codes = codesOf(keys, instants).filter((code) => !published.has(code));
      return { keys: [...keys], codes, madeUp: [...madeUp], sentIn: [...sentIn] };
    },
  };
}

function secretsOf({ headers }: IncomingMessage): string[] {
  const cookies = (headers.cookie ?? '').split('; ').map((pair) => pair.slice(pair.indexOf('=') + 1));
  const token = headers.authorization?.split(' ').at(-1) ?? '';
  return [...cookies.flatMap((value) => [value, decodeURIComponent(value)]), token].filter((text) => text !== '');
}

function codesOf(keys: Iterable<string>, instants: Iterable<number>): string[] {
  const periodMs = DEFAULT_OTP_PARAMETERS.periodSeconds * 1000;
  const accepted = [...instants].flatMap((atMs) => ACCEPTED_STEPS.map((step) => atMs + step * periodMs));
  const codes = [...keys].flatMap((key) => {
    const phone = new Authenticator(key, DEFAULT_OTP_PARAMETERS);
    return accepted.map((atMs) => phone.codeAt(atMs));
  });
  return [...new Set(codes)];
}

/** The codes of the RFCs' examples stand in the sentences, and so in every run: one of ours may be equal by chance. */
async function publishedNumbers(): Promise<Set<string>> {
  const paths = (await readdir(FEATURES, { recursive: true })).filter((path) => path.endsWith('.feature'));
  const texts = await Promise.all(paths.map((path) => readFile(`${FEATURES}/${path}`, 'utf8')));
  return new Set(texts.flatMap((text) => text.match(/\d{6,}/g) ?? []));
}
