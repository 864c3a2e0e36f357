import { Blocked } from '../../simulators/errors.ts';
import type { News } from '../../simulators/web-user/told.ts';
import type { Adapter } from './adapter.ts';
import type { Params, Result } from './calls.ts';

/** What an act says beside the window that it is done in. */
type Said<Name extends WebAct> = Omit<Params<Name>, 'session'>;

/** The acts after which the page may be another, and that answer nothing. */
type WebAct =
  | 'web.open'
  | 'web.signIn'
  | 'web.signOut'
  | 'web.follow'
  | 'web.openRegistration'
  | 'web.confirmIdentity'
  | 'web.nameDevice'
  | 'web.manualValues'
  | 'web.submit'
  | 'web.reload'
  | 'web.goBack'
  | 'web.askForHelp'
  | 'web.setPassword'
  | 'web.send';

const NOT_OPEN: Result<'web.look'> = { address: 'about:blank', lines: [], offers: [], asksFor: [], isSignedIn: false };

/** One window on the web, in the hands of an adapter. */
export class AdapterWindow {
  readonly adapter: Adapter;
  readonly session: string;
  #page = NOT_OPEN;

  constructor(adapter: Adapter) {
    this.adapter = adapter;
    this.session = adapter.newName('window');
  }

  /** The page as it was after the last act or look. */
  get page(): Result<'web.look'> {
    return this.#page;
  }

  async look(): Promise<Result<'web.look'>> {
    this.#page = await this.adapter.call('web.look', { session: this.session });
    return this.#page;
  }

  /** @throws {Blocked} when the page does not offer it */
  async act<Name extends WebAct>(name: Name, said: Said<Name>): Promise<void> {
    await this.adapter.call(name, { ...said, session: this.session } as unknown as Params<Name>);
    await this.look();
  }

  /** The lines that an act brought to the page; one that was there twice and is there three times is news. */
  async newsOf<Name extends WebAct>(name: Name, said: Said<Name>): Promise<News> {
    const known = [...(await this.look()).lines];
    await this.act(name, said);
    return this.#page.lines.filter((line) => {
      const at = known.indexOf(line);
      if (at >= 0) known.splice(at, 1);
      return at < 0;
    });
  }

  async asksFor(field: 'name' | 'code'): Promise<boolean> {
    return (await this.look()).asksFor.includes(field);
  }

  async insistOn(field: 'name' | 'code'): Promise<void> {
    if (await this.asksFor(field)) return;
    const { address, offers } = this.#page;
    const there = offers.join(', ') || 'nothing';
    const where = new URL(address).pathname;
    throw new Blocked(`wanted a field for the ${field} on the web page ${where}, it offers: ${there}`);
  }
}
