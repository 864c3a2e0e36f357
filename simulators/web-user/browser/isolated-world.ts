import type { CDPSession, Page as Tab } from 'puppeteer';

/** Values that go into the page and come back are JSON. */
type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * A world of scripts beside the page's own: it sees the same document, but the page sees nothing of it, and the page's
 * policy for scripts does not hold in it. It ends with the document.
 * @see https://chromedevtools.github.io/devtools-protocol/tot/Page/#method-createIsolatedWorld
 */
export class IsolatedWorld {
  readonly #session: CDPSession;
  readonly #contextId: number;

  private constructor(session: CDPSession, contextId: number) {
    this.#session = session;
    this.#contextId = contextId;
  }

  /** Does something in the world of the document that is there now; the same each time until another document comes. */
  static async within<Result>(tab: Tab, act: (world: IsolatedWorld) => Promise<Result>): Promise<Result> {
    const session = await tab.createCDPSession();
    try {
      const { frameTree } = await session.send('Page.getFrameTree');
      const world = { frameId: frameTree.frame.id, worldName: 'paircheck' };
      const { executionContextId } = await session.send('Page.createIsolatedWorld', world);
      return await act(new IsolatedWorld(session, executionContextId));
    } finally {
      await session.detach();
    }
  }

  /** Runs a script from its source. */
  async run(source: string): Promise<void> {
    const { exceptionDetails } = await this.#session.send('Runtime.evaluate', {
      expression: `${source}\n;undefined`,
      contextId: this.#contextId,
    });
    if (exceptionDetails) throw new Error(`a script failed in the page: ${exceptionDetails.text}`);
  }

  /** Calls a function in the page, where it must stand alone, without anything of its module. */
  async call<Arguments extends Json[], Result>(
    act: (...given: Arguments) => Result,
    ...given: Arguments
  ): Promise<Awaited<Result>> {
    const { result, exceptionDetails } = await this.#session.send('Runtime.callFunctionOn', {
      functionDeclaration: act.toString(),
      arguments: given.map((value) => ({ value })),
      executionContextId: this.#contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) {
      throw new Error(`${act.name} failed in the page: ${exceptionDetails.exception?.description ?? ''}`);
    }
    return result.value as Awaited<Result>;
  }
}
