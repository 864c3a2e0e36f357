import { HarnessFault } from '../../simulators/errors.ts';
import { notOpened } from './server-errors.ts';

/** Longer than a server that is there takes to say so. */
const PATIENCE_MS = 10_000;

/**
 * Asks a WebDriver server whether it takes sessions.
 * @returns what it says of itself
 * @throws {HarnessFault} when nobody answers, or something else does
 * @see https://www.w3.org/TR/webdriver2/ section "Status"
 */
export async function askStatus(url: string): Promise<string> {
  const value = await statusOf(url);
  if (typeof value?.ready !== 'boolean')
    throw new HarnessFault(
      `what answers at ${url} is no WebDriver server: correct webdriverUrl in the target file; some servers are at a path`,
    );
  const message = typeof value.message === 'string' ? value.message : '';
  if (value.ready) return message || 'it takes sessions';
  throw new HarnessFault(
    `the WebDriver server at ${url} takes no session: ${message || 'it says no more'}; see its own log`,
  );
}

async function statusOf(url: string): Promise<{ ready?: unknown; message?: unknown } | undefined> {
  const answer = await fetch(`${url.replace(/\/$/, '')}/status`, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(
    () => {
      throw notOpened(new Error('ECONNREFUSED'), url);
    },
  );
  const body = (await answer.json().catch(() => undefined)) as
    | { value?: { ready?: unknown; message?: unknown } }
    | undefined;
  return body?.value;
}
