import { Blocked, TargetGone } from '../../errors.ts';
import { somebodyAnswers } from '../../network/somebody-answers.ts';

/** What Puppeteer says of an element that a script has put another in place of, and of a document that was left. */
const REPLACED =
  /Node is detached from document|not clickable or not an Element|Execution context was destroyed|Cannot find context with|page has no body yet/;

/** Longer than any page from this machine takes to come. */
export const PATIENCE_MS = 10_000;
/** What Chromium and Puppeteer say when there is no server, no page or no browser left. */
const GONE = /net::ERR_|Target closed|Session closed|Connection closed|detached|Failed to fetch/;
/** What Chromium says when a server has taken a request and then ended the connection, or answered with no HTTP. */
const BROKEN_OFF =
  /net::ERR_(EMPTY_RESPONSE|CONNECTION_(RESET|CLOSED|ABORTED)|INVALID_HTTP_RESPONSE|INCOMPLETE_CHUNKED_ENCODING|CONTENT_LENGTH_MISMATCH)|Failed to fetch/;

/** What went wrong with a page at an address, as those know it who act on pages. */
export async function inOurErrors(cause: unknown, address: string): Promise<unknown> {
  if (!(cause instanceof Error) || cause instanceof Blocked || cause instanceof TargetGone) return cause;
  const { message } = cause;
  if (isReplaced(cause))
    return new Blocked('the web page was drawn anew while it was used', { cause, wasDrawnAnew: true });
  if (GONE.test(message)) return (await brokenOff(message, address)) ?? goneAfter(cause);
  if (cause.name !== 'TimeoutError' && !message.includes('timed out')) return cause;
  const { pathname } = new URL(address);
  return new Blocked(`the web page at ${pathname} did not come to rest in ${PATIENCE_MS} ms`);
}

/** Whether another element or document has come in place of the one that was asked. */
export function isReplaced(error: unknown): boolean {
  return error instanceof Error && REPLACED.test(error.message);
}

/** A server that fails at one request, and lives on, says something of itself. */
async function brokenOff(message: string, address: string): Promise<Blocked | undefined> {
  const [, asked = address] = /(https?:\/\/\S+)/.exec(message) ?? [];
  if (!BROKEN_OFF.test(message) || !(await somebodyAnswers(asked))) return undefined;
  return new Blocked(`the server broke off without an answer, though it answers otherwise: ${message}`);
}

function goneAfter(cause: Error): TargetGone {
  return new TargetGone(`the web page went away: ${cause.message}`, { cause });
}
