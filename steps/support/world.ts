import { setWorldConstructor } from '@cucumber/cucumber';
import {
  CAPABILITY_MEDIA_TYPE,
  EVIDENCE_MEDIA_TYPE,
  type Evidence,
  type MissingCapability,
  PICTURE_NAMES,
} from '../../reports/evidence.ts';
import { Blocked } from '../../simulators/errors.ts';
import type { Heard } from '../../simulators/network/recorder.ts';
import type { Picture } from '../../simulators/picture.ts';
import { Company } from './company.ts';
import { beginToKeepSecrets, withoutSecrets } from './secrets.ts';
import { stage } from './stage.ts';

/** What a step saw, before it becomes evidence. */
export interface Observation {
  expected: string;
  seen: string;
  holds: boolean;
  /** What was measured besides: for information, and never what decides. */
  note?: string | undefined;
}

/** Evidence was recorded and does not hold: the scenario ends here. */
class EvidenceFails extends Error {
  override readonly name = 'EvidenceFails';
}

/** What one scenario lives in: its people and their clock, and the evidence of what they see. */
export class PairWorld extends Company {
  #isCheck = false;

  override begin(tags: string[]): void {
    beginToKeepSecrets();
    super.begin(tags);
  }

  /**
   * A sentence that begins with "as a check" shows that what came before means something: that the right code would have
   * been taken, that a page with a QR code would have been seen. When it does not hold nothing was shown, neither good
   * nor bad.
   */
  beginStep(sentence: string): void {
    this.#isCheck = sentence.startsWith('as a check, ');
  }

  get isCheck(): boolean {
    return this.#isCheck;
  }

  /** Where a registered device stands, in the words of the portal: on the way to the form, the page before it. */
  get whereListed(): string {
    const { requests, screens } = this.target;
    return requests || screens ? 'among the devices' : `under ${this.labels.path.at(-2) ?? 'the devices'}`;
  }

  /** A device name of the scenario, as it is given where the account may have one of that name from another scenario or run. */
  named(name: string): string {
    if (this.accounts.areEndless || !ORDINARY_NAME.test(name)) return name;
    return `${name} ${stage.runMark}${stage.scenarioCount}`;
  }

  /** What comes now is about an account being locked, in which no other scenario may find itself. */
  willLockAccounts(): void {
    this.accounts.requireFresh('this scenario tries wrong codes until an account is locked');
  }

  /** Records one piece of evidence. @throws {EvidenceFails} when it does not hold, after recording it; {Blocked} in a check */
  async observe(observation: Observation): Promise<void> {
    const evidence: Evidence = {
      expected: withoutSecrets(observation.expected),
      seen: withoutSecrets(observation.seen),
      holds: observation.holds,
      ...(observation.note === undefined ? {} : { note: withoutSecrets(observation.note) }),
      at: new Date(this.clock.now()).toISOString(),
      exchanges: this.recorder.take(),
    };
    if (!evidence.holds && this.#isCheck)
      throw new Blocked(`as a check expected ${evidence.expected}; seen: ${evidence.seen}`);
    if (!evidence.holds) await this.attachPictures();
    this.attach(JSON.stringify(evidence), EVIDENCE_MEDIA_TYPE);
    if (!evidence.holds) throw new EvidenceFails(`expected ${evidence.expected}; seen: ${evidence.seen}`);
  }

  /** What the people have before their eyes, the one who was named last first. */
  async attachPictures(): Promise<void> {
    const person = [...this.people.values()].at(-1);
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
    return this.recorder.listen();
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
    await this.dismiss();
  }
}

/** A name without peculiarities, about which a scenario says nothing. */
const ORDINARY_NAME = /^(work|new|old|other|first|second) (phone|try)$|^phone of /i;

setWorldConstructor(PairWorld);
