import { Blocked, HarnessFault, Unprovided } from '../../simulators/errors.ts';

/** What is said when nobody is there, by the client, by Node and by the web socket. */
const NOBODY =
  /Unable to connect|Failed to fetch|ECONNREFUSED|ECONNRESET|ENOTFOUND|EHOSTUNREACH|EPIPE|other side closed|fetch failed|socket hang up|No connection to WebDriver/i;
const ENDED = /invalid session id|no such window|no such frame|session deleted|not connected to DevTools|timed out/i;
const REPLACED = /stale element reference|no such element|no such node|detached|not interactable|click intercepted/i;
const UNKNOWN = /unknown command|unknown method|unsupported operation|not implemented|Unknown mobile command/i;

/** What went wrong with a command, as those know it who act on an app. */
export function inServerErrors(error: unknown, url: string): unknown {
  // What is ours already goes through as it is.
  if (!(error instanceof Error) || error instanceof HarnessFault || error instanceof Unprovided) return error;
  const said = saidBy(error);
  if (NOBODY.test(said)) return gone(url, 'does not answer any more');
  if (ENDED.test(said)) return gone(url, `has ended the session: ${said}`);
  if (REPLACED.test(said))
    return new Blocked(`the app's screen was drawn anew while it was used: ${said}`, { wasDrawnAnew: true });
  if (UNKNOWN.test(said)) return new Unprovided('what this WebDriver server cannot do', `it answers "${said}"`);
  // The client's own error holds all that was sent.
  return new Error(`the WebDriver server at ${url} answers: ${said}`);
}

/** Why a session was not opened, and what to do about it. */
export function notOpened(error: unknown, url: string, secrets: readonly string[] = []): HarnessFault {
  const said = secrets.reduce((text, secret) => text.replaceAll(secret, '\u2022\u2022\u2022'), saidBy(error));
  if (NOBODY.test(said)) {
    return new HarnessFault(
      `nobody answers at ${url}: start the WebDriver server (Appium, chromedriver) there, or correct webdriverUrl in the ` +
        'target file',
    );
  }
  return new HarnessFault(
    `the WebDriver server at ${url} opens no session: ${said}; check capabilities: in the target file`,
  );
}

function gone(url: string, what: string): HarnessFault {
  return new HarnessFault(`the WebDriver server at ${url} ${what}: see its own log, start it again and repeat the run`);
}

/** The values in capabilities that their names tell to be secrets, such as the access key of a cloud. */
export function secretsIn(capabilities: object): string[] {
  return Object.entries(capabilities).flatMap(([name, value]) => {
    if (typeof value === 'object' && value !== null) return secretsIn(value);
    return /key|secret|token|password|auth/i.test(name) && value !== '' ? [String(value)] : [];
  });
}

/** The first line, for the others are the server's own stack; nothing that was sent stands in it. */
function saidBy(error: unknown): string {
  const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
  const [line = ''] = message.split('\n');
  const said = line.replace(/^WebDriverError: /, '').replace(/ when running ".*$/, '');
  return (/^[a-z ]+$/.test(name) && !said.startsWith(name) ? `${name}: ${said}` : said).slice(0, 300).trim();
}
