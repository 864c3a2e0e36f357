import type { Session } from './session.ts';

/** An element of the page, as the protocol names it. */
export class Ref {
  readonly sharedId: string;

  constructor(sharedId: string) {
    this.sharedId = sharedId;
  }
}

/** What may be handed to a function in the page: elements, lists of them, and whatever JSON can say. */
type Given<Value> = Value extends Element | null
  ? Ref | null
  : Value extends Element[]
    ? readonly Ref[]
    : Value extends Element
      ? Ref
      : Value;
type InPageAct = (...given: never[]) => unknown;
type AllGiven<Values extends unknown[]> = { [At in keyof Values]: Given<Values[At]> };

/** What a function in the page came to. @see https://www.w3.org/TR/webdriver-bidi/ section "script.EvaluateResult" */
interface Evaluated {
  type: 'success' | 'exception';
  result?: { value?: unknown };
  exceptionDetails?: { text: string };
}

/** Keys of a keyboard. @see https://www.w3.org/TR/webdriver2/ section "Keyboard actions" */
export const KEYS = { tab: '\uE004', enter: '\uE007', escape: '\uE00C' } as const;

/** One tab of a browser behind a WebDriver server. */
export class Page {
  readonly session: Session;
  readonly context: string;

  constructor(session: Session, context: string) {
    this.session = session;
    this.context = context;
  }

  /** Opens a tab. @param userContext the browser profile that it belongs to */
  static async open(session: Session, userContext: string): Promise<Page> {
    const { context } = await session.send<{ context: string }>('browsingContext.create', { type: 'tab', userContext });
    return new Page(session, context);
  }

  /** Runs a function in the page, as text: it must stand alone. @returns what it comes to, by JSON */
  async ask<Act extends InPageAct>(act: Act, ...given: AllGiven<Parameters<Act>>): Promise<Awaited<ReturnType<Act>>> {
    const wrapped = `async (...given) => JSON.stringify((await (${String(act)})(...given)) ?? null)`;
    const { value } = await this.#run(wrapped, given);
    return JSON.parse(String(value)) as Awaited<ReturnType<Act>>;
  }

  /** The same for a function that comes to a list of elements. */
  async find<Act extends (...given: never[]) => Element[]>(
    act: Act,
    ...given: AllGiven<Parameters<Act>>
  ): Promise<Ref[]> {
    const { value } = await this.#run(String(act), given);
    return (value as { sharedId: string }[]).map(({ sharedId }) => new Ref(sharedId));
  }

  /** With a finger, in the middle of an element or at a place of the window. */
  async touch(place: Ref | { x: number; y: number }): Promise<void> {
    const at = place instanceof Ref ? { x: 0, y: 0, origin: { type: 'element', element: place } } : place;
    await this.#perform({
      type: 'pointer',
      id: 'finger',
      parameters: { pointerType: 'touch' },
      actions: [
        { type: 'pointerMove', ...at },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ],
    });
  }

  async press(key: string): Promise<void> {
    const actions = [
      { type: 'keyDown', value: key },
      { type: 'keyUp', value: key },
    ];
    await this.#perform({ type: 'key', id: 'keyboard', actions });
  }

  async close(): Promise<void> {
    // With the session it has gone already.
    await this.session.send('browsingContext.close', { context: this.context }).catch(() => {});
  }

  async #perform(source: object): Promise<void> {
    await this.session.send('input.performActions', { context: this.context, actions: [source] });
    await this.session.send('input.releaseActions', { context: this.context });
  }

  async #run(functionDeclaration: string, given: readonly unknown[]): Promise<{ value?: unknown }> {
    const answer = await this.session.send<Evaluated>('script.callFunction', {
      functionDeclaration,
      arguments: given.map(localOf),
      target: { context: this.context },
      awaitPromise: true,
    });
    if (answer.type === 'exception') throw new Error(`a script in the page failed: ${answer.exceptionDetails?.text}`);
    return answer.result ?? {};
  }
}

/** As the protocol has it. @see https://www.w3.org/TR/webdriver-bidi/ section "script.LocalValue" */
function localOf(given: unknown): object {
  if (given instanceof Ref) return { sharedId: given.sharedId };
  if (given === undefined || given === null) return { type: 'null' };
  if (Array.isArray(given)) return { type: 'array', value: given.map(localOf) };
  if (typeof given === 'object')
    return { type: 'object', value: Object.entries(given).map(([key, one]) => [key, localOf(one)]) };
  return { type: typeof given, value: given };
}
