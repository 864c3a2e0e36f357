import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { CONTROL_API, type TestAccount } from '../protocol/control-api.ts';
import { WebClient } from './faults/wire-clients.ts';
import { codeOf } from './registration/rules.fixture.ts';
import { type ReferenceServer, type ReferenceServerOptions, startReferenceServer } from './server.ts';

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
