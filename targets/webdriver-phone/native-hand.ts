import type { Hand, Locator } from './native-screen.ts';
import type { Session } from './session.ts';

/** The name of an element's id in WebDriver's answers. @see https://www.w3.org/TR/webdriver2/ section "Elements" */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** Taps and types on a native screen. */
export class NativeHand implements Hand {
  readonly #session: Session;
  readonly #rest: () => Promise<void>;

  constructor(session: Session, rest: () => Promise<void>) {
    this.#session = session;
    this.#rest = rest;
  }

  async tap(locator: Locator): Promise<boolean> {
    const id = await this.#find(locator);
    await this.#session.call((client) => client.elementClick(id));
    await this.#rest();
    return true;
  }

  async type(locator: Locator, text: string): Promise<void> {
    const id = await this.#find(locator);
    await this.#session.call((client) => client.elementClear(id));
    if (text !== '') await this.#session.call((client) => client.elementSendKeys(id, text));
    await this.#rest();
  }

  async enter(locator: Locator): Promise<void> {
    const id = await this.#find(locator);
    await this.#session.call((client) => client.elementSendKeys(id, '\n'));
    await this.#rest();
  }

  async #find({ using, value }: Locator): Promise<string> {
    const found = await this.#session.call((client) => client.findElement(using, value));
    return found[ELEMENT];
  }
}
