import type { Client } from 'webdriver';

/** More than anything of the protocol has. */
const MOST_BYTES = 4_000_000;

type Listener = (params: never) => void;

/** One session with a WebDriver server: its commands, and with WebDriver BiDi its events. What fails is told in our errors. */
export class Session {
  /** What the server granted. */
  readonly capabilities: Readonly<Record<string, unknown>>;
  readonly #client: Client;
  readonly #inOurErrors: (error: unknown) => unknown;
  /** Fails once nobody is there any more to answer. */
  readonly #cutOff: Promise<never>;
  #hasBegun = false;
  #context: string | undefined;

  constructor(client: Client, inOurErrors: (error: unknown) => unknown) {
    this.#client = client;
    this.#inOurErrors = inOurErrors;
    this.capabilities = client.capabilities as unknown as Record<string, unknown>;
    this.#cutOff = cutOff(client);
    // Whoever waits for an answer is told of it.
    this.#cutOff.catch(() => {});
  }

  /** Whether the server speaks WebDriver BiDi, which pages need. */
  get hasEvents(): boolean {
    return typeof this.capabilities.webSocketUrl === 'string';
  }

  /** A command of WebDriver. @see https://www.w3.org/TR/webdriver2/ */
  async call<Result>(command: (client: Client) => Promise<Result>): Promise<Result> {
    try {
      const result = await command(this.#client);
      const failed = result as { error?: unknown; message?: unknown } | null;
      // The client hands this one error on as if it were a result.
      if (failed?.error === 'no such element') throw new Error(`${failed.error}: ${String(failed.message)}`);
      return result;
    } catch (error) {
      throw this.#inOurErrors(error);
    }
  }

  /** Has the commands of WebDriver, those without events, be about this tab. */
  async turnTo(context: string): Promise<void> {
    if (this.#context === context) return;
    await this.call((client) => client.switchToWindow(context));
    this.#context = context;
  }

  /** A command of WebDriver BiDi, and its result. @see https://www.w3.org/TR/webdriver-bidi/ */
  async send<Result = unknown>(method: string, params: object): Promise<Result> {
    const command = { method, params } as Parameters<Client['send']>[0];
    const { result } = await this.call((client) => Promise.race([client.send(command), this.#cutOff]));
    return result as Result;
  }

  /** Has events told, and bodies of requests and answers kept; what was asked for before is not asked for again. */
  async beginOnce(events: readonly string[]): Promise<void> {
    if (this.#hasBegun) return;
    await this.send('session.subscribe', { events });
    await this.send('network.addDataCollector', { dataTypes: ['request', 'response'], maxEncodedDataSize: MOST_BYTES });
    this.#hasBegun = true;
  }

  /** @returns what ends the listening */
  on(event: string, listener: Listener): () => void {
    const client = this.#client as unknown as {
      on(name: string, heard: Listener): void;
      off(name: string, heard: Listener): void;
    };
    client.on(event, listener);
    return () => client.off(event, listener);
  }

  /** Ends it; one that has ended already stays so. */
  async end(): Promise<void> {
    await this.#client.deleteSession().catch(() => {});
  }
}

/** The client itself would wait for answers that nobody will give. */
function cutOff(client: Client): Promise<never> {
  const { socket } =
    (client as unknown as { _bidiHandler?: { socket?: EventTarget & { once: EventTarget['addEventListener'] } } })
      ._bidiHandler ?? {};
  return new Promise((_, reject) => {
    socket?.once('close', () => reject(new Error('No connection to WebDriver BiDi any more')));
  });
}
