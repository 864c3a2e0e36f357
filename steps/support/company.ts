import type { IWorldOptions } from '@cucumber/cucumber';
import type { Clock } from '../../simulators/clock/clock.ts';
import { Blocked, Unprovided } from '../../simulators/errors.ts';
import { PlayedServer } from '../../simulators/network/played-server.ts';
import { Recorder } from '../../simulators/network/recorder.ts';
import type { Credentials, Phone } from '../../simulators/phone/phone.ts';
import { TITLES } from '../../simulators/phone/screens.ts';
import { type Labels, labelsOf } from '../../simulators/web-user/labels.ts';
import type { Portal } from '../../simulators/web-user/portal.ts';
import type { WebUser } from '../../simulators/web-user/web-user.ts';
import { NO_ACCOUNTS } from '../../targets/accounts/account-source.ts';
import { openWebUser, pickUpAuthenticator, pickUpPhone, pickUpPhoneOf } from '../../targets/actors.ts';
import { clockOf } from '../../targets/clock-of.ts';
import { ControlClient } from '../../targets/control-client.ts';
import type { Target } from '../../targets/target.ts';
import { Accounts } from './accounts.ts';
import { hasKeptCode, keptCodeOf, presentOf } from './kept-devices.ts';
import { haveKeyOnPhone } from './listing.ts';
import { Notebook } from './notebook.ts';
import { Person } from './person.ts';
import { stage, type WorldParameters } from './stage.ts';
import { insistOnSignIn, noteStanding, readListOf } from './standing.ts';

/** The people of one scenario, each with a window on the web and a phone, and the clock of them all. */
export class Company extends Notebook {
  readonly target: Target;
  /** The words of its pages. */
  readonly labels: Labels;
  readonly clock: Clock;
  /** When the scenario began, on that clock, in epoch milliseconds. */
  readonly beganAtMs: number;
  readonly control: ControlClient;
  /** What the app talks to where the suite plays the server. */
  readonly played: PlayedServer;
  /** Whether the scenario looks at the list of devices of somebody who has none. */
  comparesLists = false;
  readonly accounts = new Accounts(stage.reach.accounts ?? NO_ACCOUNTS);
  protected readonly recorder = new Recorder();
  protected readonly people = new Map<string, Person>();
  #withoutBrowser = false;
  readonly #windows: WebUser[] = [];
  readonly #phones: Phone[] = [];

  constructor(options: IWorldOptions<WorldParameters>) {
    super(options);
    if (!stage.target) throw new Error('a scenario began before there was anything to run it against');
    this.target = stage.target;
    this.labels = labelsOf(this.target.labels);
    this.control = new ControlClient(this.target.controlUrl ?? '');
    this.clock = clockOf(this.target, presentOf(this.parameters.startEpochMs));
    this.beganAtMs = this.clock.now();
    this.played = new PlayedServer(this.clock);
  }

  /** Begins a scenario, without a browser where its tags say that none is needed. */
  begin(tags: string[]): void {
    stage.scenarioCount += 1;
    this.#withoutBrowser = tags.includes('@without-browser');
  }

  /** Goes to the ordinary present, where every scenario begins. */
  async toPresent(): Promise<void> {
    const { startEpochMs } = this.parameters;
    await this.clock.set(this.clock.canBeMoved ? presentOf(startEpochMs) : this.clock.now());
  }

  /** The person of this name, with an account of their own from the first mention on: a fresh one, where there are any. */
  async person(name: string): Promise<Person> {
    return this.people.get(name) ?? this.newPerson(name);
  }

  /** @param username wanted for the account; left out, the target chooses */
  async newPerson(name: string, username?: string): Promise<Person> {
    // The target is used from here on, and lives on this clock.
    await this.clock.set(this.clock.now());
    const credentials = await this.#takeAccount(username);
    if (!this.accounts.areEndless) await noteStanding(this, credentials);
    else if (this.target.accounts) await insistOnSignIn(this, credentials);
    const person = await this.standIn(credentials);
    // An earlier scenario may have left a registration that is not finished, and the portal may say so.
    if (this.comparesLists && !this.accounts.areEndless) person.listBefore = await readListOf(this, credentials);
    this.people.set(name, person);
    return person;
  }

  /** One that is in order, whatever earlier scenarios have done with it. */
  async #takeAccount(username: string | undefined): Promise<Credentials> {
    const credentials = await this.accounts.take(username, (name) => hasKeptCode(this, name));
    const settle = stage.unsettled.get(credentials.username);
    if (!settle) return credentials;
    stage.unsettled.delete(credentials.username);
    await settle(this);
    // Nothing of this belongs to the scenario.
    this.recorder.take();
    return stage.spentAccounts.has(credentials.username) ? this.#takeAccount(username) : credentials;
  }

  /** All who have been mentioned so far. */
  everybody(): Person[] {
    return [...this.people.values()];
  }

  /** Somebody with this account, whom no sentence speaks of. */
  async standIn(credentials: Credentials): Promise<Person> {
    const person = new Person(credentials, { web: await this.openWindow(), phone: this.pickUpPhone() });
    person.keptCode = keptCodeOf(this, credentials.username);
    person.beforeSubmit = () => haveKeyOnPhone(this, person);
    return person;
  }

  /** Somebody whose app talks to a server that the suite plays: no account is made, and no page of the web opened. */
  async newPersonOfPlayedServer(name: string): Promise<void> {
    const web = await openWebUser({}, this.recorder, this.#portal());
    const phone = pickUpPhoneOf(this.played, this.target, this.#aroundPhones());
    this.#phones.push(phone);
    this.people.set(name, new Person({ username: 'user', password: 'a-made-up-password' }, { web, phone }));
  }

  /** A window on the web in a session of its own. */
  async openWindow(): Promise<WebUser> {
    await this.clock.set(this.clock.now());
    const { windows, ...others } = stage.reach;
    const isInBrowser = windows && (!this.#withoutBrowser || stage.needsScripts);
    const window = await openWebUser(
      { ...others, clock: this.clock, ...(isInBrowser ? { windows } : { lender: windows }) },
      this.recorder,
      this.#portal(),
    );
    this.#windows.push(window);
    return window;
  }

  /**
   * Does what only leads up to what a scenario looks at. In the browser this would take most of a run's time, so it is
   * done on the pages' HTML, and the browser goes on from there; in the browser after all where the pages do not allow
   * that, since they need their scripts. A scenario about the server's answers alone goes on without a browser too.
   */
  async setUp(person: Person, act: () => Promise<void>): Promise<void> {
    if (!stage.reach.windows || stage.needsScripts) return act();
    const { web, registrations } = person;
    if (!this.#withoutBrowser) person.web = await openWebUser({}, this.recorder, this.#portal());
    try {
      await act();
      if (this.#withoutBrowser) return;
      await web.resume(await person.web.session());
      // Once is enough: a portal either lets another window go on at an address, or it does not.
      stage.needsScripts ??= (await web.isAskedForCode()) !== (await person.web.isAskedForCode());
    } catch (error) {
      if (!(error instanceof Blocked || error instanceof Unprovided)) throw error;
      stage.needsScripts = true;
    }
    person.web = this.#withoutBrowser ? await this.openWindow() : web;
    if (!stage.needsScripts) return;
    person.registrations = registrations;
    await this.#forgetFirstTry(person);
    await act();
  }

  /** The app may have taken in the key that the first try came to. */
  async #forgetFirstTry({ phone }: Person): Promise<void> {
    // A tester is asked for nothing that only leads up to something.
    if (this.target.app === 'person') return;
    if ((await phone.screen()).title === TITLES.oneTimeCode) await phone.signOut();
  }

  pickUpPhone(): Phone {
    const phone = stage.appIsForeign ? pickUpAuthenticator(this) : pickUpPhone(this.target, this.#aroundPhones());
    this.#phones.push(phone);
    return phone;
  }

  /** Closes every window and puts every phone away. */
  protected async dismiss(): Promise<void> {
    await Promise.all([
      ...this.#windows.map((window) => window.close()),
      ...this.#phones.map((phone) => phone.putAway()),
    ]);
  }

  #portal(): Portal {
    return { url: this.target.portalUrl, labels: this.labels, bookmarks: stage.bookmarks };
  }

  #aroundPhones() {
    return { reach: stage.reach, recorder: this.recorder, clock: this.clock, alter: stage.alterPhone };
  }
}
