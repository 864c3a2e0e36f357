import { Unprovided } from '../simulators/errors.ts';
import type { Access, Credentials } from '../simulators/phone/phone.ts';
import type { WebUser } from '../simulators/web-user/web-user.ts';
import type { Door, Passage } from './authenticator-phone/door.ts';

/** The door of a portal that is reached by its pages: a window of its own, which is opened when it is needed. */
export class WebDoor implements Door {
  readonly #open: () => Promise<WebUser>;
  #window: Promise<WebUser> | undefined;
  readonly #others: WebDoor[] = [];

  constructor(open: () => Promise<WebUser>) {
    this.#open = open;
  }

  async givePassword(credentials: Credentials): Promise<Passage> {
    const web = await this.#web();
    await web.openPortal();
    await web.signInHere(credentials);
    return this.#passage();
  }

  async giveCode(code: string): Promise<Passage> {
    const web = await this.#web();
    await web.typeCode(code);
    const [message] = await web.submit();
    const passage = await this.#passage();
    return passage.at === 'code asked' ? { at: 'refused', message } : passage;
  }

  async leave(): Promise<void> {
    await (await this.#web()).signOut();
  }

  async protectedData(): Promise<Access[]> {
    return [{ resource: 'the way to the own settings', shown: await (await this.#web()).isSignedIn() }];
  }

  claim(): never {
    throw new Unprovided('claims beside a code', 'a portal that is reached by its pages is told what they tell it');
  }

  another(): Door {
    const other = new WebDoor(this.#open);
    this.#others.push(other);
    return other;
  }

  async close(): Promise<void> {
    await Promise.all([this.#window?.then((web) => web.close()), ...this.#others.map((other) => other.close())]);
  }

  #web(): Promise<WebUser> {
    this.#window ??= this.#open();
    return this.#window;
  }

  async #passage(): Promise<Passage> {
    const web = await this.#web();
    if (await web.isAskedForCode()) return { at: 'code asked' };
    return { at: (await web.isSignedIn()) ? 'in' : 'refused' };
  }
}
