import { type IWorldOptions, setWorldConstructor } from '@cucumber/cucumber';
import {
  CAPABILITY_MEDIA_TYPE,
  EVIDENCE_MEDIA_TYPE,
  type Evidence,
  type MissingCapability,
  PICTURE_NAMES,
} from '../../reports/evidence.ts';
import { ControlledClock } from '../../simulators/clock/clock.ts';
import { Blocked } from '../../simulators/errors.ts';
import { PlayedServer } from '../../simulators/network/played-server.ts';
import { type Heard, Recorder } from '../../simulators/network/recorder.ts';
import type { Phone } from '../../simulators/phone/phone.ts';
import type { Picture } from '../../simulators/picture.ts';
import { type Labels, labelsOf } from '../../simulators/web-user/labels.ts';
import type { Portal } from '../../simulators/web-user/portal.ts';
import type { WebUser } from '../../simulators/web-user/web-user.ts';
import { openWebUser, pickUpPhone, pickUpPhoneOf } from '../../targets/actors.ts';
import { ControlClient } from '../../targets/control-client.ts';
import type { Target } from '../../targets/target.ts';
import { Notebook } from './notebook.ts';
import { Person } from './person.ts';
import { beginToKeepSecrets, withoutSecrets } from './secrets.ts';
import { stage, type WorldParameters } from './stage.ts';

/** What a step saw, before it becomes evidence. */
export interface Observation {
  expected: string;
  seen: string;
  holds: boolean;
}

/** Evidence was recorded and does not hold: the scenario ends here. */
class EvidenceFails extends Error {
  override readonly name = 'EvidenceFails';
}

/** What one scenario lives in: its people, each with a window on the web and a phone, and the clock of them all. */
export class PairWorld extends Notebook {
  readonly target: Target;
  /** The words of its pages. */
  readonly labels: Labels;
  readonly clock: ControlledClock;
  readonly control: ControlClient;
  /** What the app talks to where the suite plays the server. */
  readonly played: PlayedServer;
  readonly #recorder = new Recorder();
  #withoutBrowser = false;
  #isCheck = false;
  readonly #people = new Map<string, Person>();
  readonly #windows: WebUser[] = [];

  constructor(options: IWorldOptions<WorldParameters>) {
    super(options);
    if (!stage.target) throw new Error('a scenario began before there was anything to run it against');
    this.target = stage.target;
    this.labels = labelsOf(this.target.labels);
    this.control = new ControlClient(this.target.controlUrl ?? '');
    this.clock = new ControlledClock(this.parameters.startEpochMs, [(atEpochMs) => this.control.setClock(atEpochMs)]);
    this.played = new PlayedServer(this.clock);
  }

  /** Begins a scenario, without a browser where its tags say that none is needed. */
  begin(tags: string[]): void {
    beginToKeepSecrets();
    this.#withoutBrowser = tags.includes('@without-browser');
  }

  /**
   * A sentence that begins so shows that what came before means something: that the right code would have been taken,
   * that a page with a QR code would have been seen. When it does not hold nothing was shown, neither good nor bad.
   */
  beginStep(sentence: string): void {
    this.#isCheck = sentence.startsWith('as a check, ');
  }

  /** The person of this name, with a fresh account from the first mention on. */
  async person(name: string): Promise<Person> {
    return this.#people.get(name) ?? this.newPerson(name);
  }

  /** @param username wanted for the account; left out, the target chooses */
  async newPerson(name: string, username?: string): Promise<Person> {
    // The target is used from here on, and lives on this clock.
    await this.clock.set(this.clock.now());
    const credentials = await this.control.createAccount(username);
    const person = new Person(credentials, { web: await this.openWindow(), phone: this.pickUpPhone() });
    this.#people.set(name, person);
    return person;
  }

  /** Somebody whose app talks to a server that the suite plays: no account is made, and no page of the web opened. */
  async newPersonOfPlayedServer(name: string): Promise<void> {
    const web = await openWebUser(this.#portal(), this.#recorder);
    const phone = pickUpPhoneOf(this.played, this.#aroundPhones());
    this.#people.set(name, new Person({ username: 'user', password: 'a-made-up-password' }, { web, phone }));
  }

  /** A window on the web in a session of its own. */
  async openWindow(): Promise<WebUser> {
    await this.clock.set(this.clock.now());
    const windows = this.#withoutBrowser && !stage.needsScripts ? undefined : stage.windows;
    const window = await openWebUser(this.#portal(), this.#recorder, windows);
    this.#windows.push(window);
    return window;
  }

  /**
   * Does what only leads up to what a scenario looks at. In the browser this would take most of a run's time, so it is
   * done on the pages' HTML, and the browser goes on from there; in the browser after all where the pages do not allow
   * that, since they need their scripts. A scenario about the server's answers alone goes on without a browser too.
   */
  async setUp(person: Person, act: () => Promise<void>): Promise<void> {
    if (!stage.windows || stage.needsScripts) return act();
    const { web, registrations } = person;
    if (!this.#withoutBrowser) person.web = await openWebUser(this.#portal(), this.#recorder);
    try {
      await act();
      if (this.#withoutBrowser) return;
      await web.resume(await person.web.session());
      // Once is enough: a portal either lets another window go on at an address, or it does not.
      stage.needsScripts ??= (await web.isAskedForCode()) !== (await person.web.isAskedForCode());
    } catch (error) {
      if (!(error instanceof Blocked)) throw error;
      stage.needsScripts = true;
    }
    person.web = this.#withoutBrowser ? await this.openWindow() : web;
    if (!stage.needsScripts) return;
    person.registrations = registrations;
    await act();
  }

  #portal(): Portal {
    return { url: this.target.portalUrl, labels: this.labels, bookmarks: stage.bookmarks };
  }

  pickUpPhone(): Phone {
    return pickUpPhone(this.target.phoneApiUrl ?? this.target.portalUrl, this.#aroundPhones());
  }

  #aroundPhones() {
    return { recorder: this.#recorder, clock: this.clock, alter: stage.alterPhone };
  }

  /** Records one piece of evidence. @throws {EvidenceFails} when it does not hold, after recording it; {Blocked} in a check */
  async observe(observation: Observation): Promise<void> {
    const evidence: Evidence = {
      expected: withoutSecrets(observation.expected),
      seen: withoutSecrets(observation.seen),
      holds: observation.holds,
      at: new Date(this.clock.now()).toISOString(),
      exchanges: this.#recorder.take(),
    };
    if (!evidence.holds && this.#isCheck)
      throw new Blocked(`as a check expected ${evidence.expected}; seen: ${evidence.seen}`);
    if (!evidence.holds) await this.attachPictures();
    this.attach(JSON.stringify(evidence), EVIDENCE_MEDIA_TYPE);
    if (!evidence.holds) throw new EvidenceFails(`expected ${evidence.expected}; seen: ${evidence.seen}`);
  }

  /** What the people have before their eyes, the one who was named last first. */
  async attachPictures(): Promise<void> {
    const person = [...this.#people.values()].at(-1);
    if (!person) return;
    // A window in which nothing was ever opened is no picture of the web.
    if (person.web.address() !== 'about:blank') this.#attachPicture(await person.web.picture(), PICTURE_NAMES.web);
    this.#attachPicture(await person.phone.picture(), PICTURE_NAMES.phone);
  }

  #attachPicture({ mediaType, data }: Picture, fileName: string): void {
    const body = typeof data === 'string' ? Buffer.from(data, 'utf8') : Buffer.from(data);
    this.attach(body, { mediaType, fileName });
  }

  /** Every answer from the first call on, for scenarios that look for what should not be in any of them. */
  listen(): readonly Heard[] {
    return this.#recorder.listen();
  }

  /**
   * Ends the scenario here: the document leaves open whether there is such a thing, and this implementation has none.
   * To be returned by the step.
   */
  leaveOpen(capability: string, why: string): 'skipped' {
    const none: MissingCapability = { capability, provide: why, because: 'left open' };
    this.attach(JSON.stringify(none), CAPABILITY_MEDIA_TYPE);
    return 'skipped';
  }

  async leave(): Promise<void> {
    if (this.faultsAreSet) await this.control.setFaults({ storage: false, clock: false });
    await Promise.all(this.#windows.map((window) => window.close()));
  }
}

setWorldConstructor(PairWorld);
