import { Unprovided } from '../simulators/errors.ts';
import type { Access, Claims, Credentials } from '../simulators/phone/phone.ts';
import type { WebUser } from '../simulators/web-user/web-user.ts';
import type { Door, Passage } from './authenticator-phone/door.ts';

/** The door of a portal that is reached by its pages: a window of its own, which is opened when it is needed. */
export class WebDoor implements Door {
  readonly #open: () => Promise<WebUser>;
  #window: Promise<WebUser> | undefined;
  #claimed: [name: string, value: string][] = [];
  readonly #others: WebDoor[] = [];

  constructor(open: () => Promise<WebUser>) {
    this.#open = open;
  }

  async givePassword(credentials: Credentials): Promise<Passage> {
    const web = await this.#web();
    await web.openPortal();
    await web.signInHere(credentials);
    const passage = await this.#passage();
    if (passage.at === 'in' && this.#claimed.length > 0)
      throw new Unprovided('claims beside a password', 'they are sent along where a page takes a code');
    return passage;
  }

  async giveCode(code: string): Promise<Passage> {
    const web = await this.#web();
    const [message] = await this.#send(web, code);
    const passage = await this.#passage();
    return passage.at === 'code asked' ? { at: 'refused', message } : passage;
  }

  async leave(): Promise<void> {
    await (await this.#web()).signOut();
  }

  async protectedData(): Promise<Access[]> {
    return [{ resource: 'the way to the own settings', shown: await (await this.#web()).isSignedIn() }];
  }

  /** In fields alone: no page sends headers of its own. */
  claim({ fields = {} }: Claims): void {
    this.#claimed = Object.entries(fields).map(([name, value]) => [name, inForm(value)]);
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

  /** By the form's own controls; as it would be sent, with more in it, where something is claimed. */
  async #send(web: WebUser, code: string): Promise<readonly string[]> {
    if (this.#claimed.length > 0) {
      const form = await web.wire.codeForm(code);
      return web.wire.send({ ...form, fields: [...form.fields, ...this.#claimed] });
    }
    await web.typeCode(code);
    return web.submit();
  }

  async #passage(): Promise<Passage> {
    const web = await this.#web();
    if (await web.isAskedForCode()) return { at: 'code asked' };
    return { at: (await web.isSignedIn()) ? 'in' : 'refused' };
  }
}

function inForm(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
