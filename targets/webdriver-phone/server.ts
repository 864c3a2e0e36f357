import type { Client } from 'webdriver';
import { inServerErrors, notOpened, secretsIn } from './server-errors.ts';
import { Session } from './session.ts';

/** Where a WebDriver server answers, and what it is asked for. */
export interface WebDriverAt {
  url: string;
  capabilities: Readonly<Record<string, unknown>>;
}

/** Longer than a device takes to start, with the app on it. */
const OPENING_MS = 300_000;
/** Longer than any single command takes. */
const ANSWER_MS = 60_000;

/**
 * A server that speaks the W3C's WebDriver, such as Appium or chromedriver, and the sessions that were opened with it. A
 * session in which a page was used is used again, for the next page has a browser profile of its own.
 */
export class WebDriverServer {
  readonly #at: WebDriverAt;
  readonly #all = new Map<Session, Promise<void> | undefined>();
  #opening = new Set<Promise<unknown>>();
  #free: Session[] = [];
  #isClosed = false;

  constructor(at: WebDriverAt) {
    this.#at = at;
  }

  /** Whether a session is in use: a server drives one device for an app. */
  get isInUse(): boolean {
    return this.#all.size + this.#opening.size > this.#free.length;
  }

  /**
   * A session that is free, or a new one.
   * @param wanted capabilities for those that the target leaves open
   * @throws {HarnessFault} when nobody answers, or no such session can be had
   */
  async take(wanted: Readonly<Record<string, unknown>> = {}): Promise<Session> {
    const free = this.#free.pop();
    if (free) return free;
    const opening = this.#open({ ...wanted, ...this.#at.capabilities });
    this.#opening.add(opening);
    try {
      return await opening;
    } finally {
      this.#opening.delete(opening);
    }
  }

  /** Takes one back that nobody uses any more. */
  giveBack(session: Session): void {
    this.#free.push(session);
  }

  /** Ends one. */
  async end(session: Session): Promise<void> {
    this.#free = this.#free.filter((one) => one !== session);
    if (!this.#all.has(session)) return;
    const ending = this.#all.get(session) ?? session.end();
    this.#all.set(session, ending);
    await ending;
    this.#all.delete(session);
  }

  /** Ends every session, whoever uses it. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.allSettled(this.#opening);
    await Promise.allSettled([...this.#all.keys()].map((session) => this.end(session)));
  }

  async #open(capabilities: Record<string, unknown>): Promise<Session> {
    const { url } = this.#at;
    const session = new Session(await connect(url, capabilities), (error) => inServerErrors(error, url));
    this.#all.set(session, undefined);
    // Whoever asked for it was interrupted meanwhile.
    if (this.#isClosed) await this.end(session);
    return session;
  }
}

async function connect(url: string, capabilities: Record<string, unknown>): Promise<Client> {
  // Loaded for those alone who use it.
  const [{ default: WebDriver }, { default: logger }] = await Promise.all([
    import('webdriver'),
    import('@wdio/logger'),
  ]);
  // It would write all that is typed, passwords among it.
  for (const name of ['webdriver', '@wdio/utils', '@wdio/config']) logger(name).setLevel('silent');
  try {
    return await WebDriver.newSession({
      ...placeOf(new URL(url)),
      capabilities: { alwaysMatch: { ...capabilities }, firstMatch: [{}] } as WebdriverIO.Capabilities,
      logLevel: 'silent',
      connectionRetryCount: 0,
      connectionRetryTimeout: OPENING_MS,
      bidiResponseTimeout: ANSWER_MS,
    });
  } catch (error) {
    throw notOpened(error, url, secretsIn(capabilities));
  }
}

function placeOf({ protocol, hostname, port, pathname }: URL) {
  const usual = protocol === 'https:' ? 443 : 80;
  return { protocol: protocol.slice(0, -1), hostname, port: Number(port) || usual, path: pathname };
}
