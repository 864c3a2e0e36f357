import type { Announcements, Audit, FieldState, LaidOutPage } from './accessibility.ts';
import type { AccessibleUser, KeyboardLanding, RegistrationAct, RegistrationField } from './accessible-user.ts';
import { insistOn, newsOf } from './insist.ts';
import type { Page } from './page.ts';
import type { Portal } from './portal.ts';
import { openHome } from './shortcut.ts';

/** Links are followed by Enter; buttons know both keys, so that each is tried once. */
const KEYS = { next: 'Enter', notAbleToScan: 'Enter', submit: 'Space' } as const;

/** The same person on the same page, who does not see it, or uses no mouse. */
export class DocumentedAccessibleUser implements AccessibleUser {
  readonly #page: Page;
  readonly #portal: Portal;

  constructor(page: Page, portal: Portal) {
    this.#page = page;
    this.#portal = portal;
  }

  async field(field: RegistrationField): Promise<FieldState> {
    const name = this.#nameOf(field);
    return insistOn(this.#page, { there: await this.#page.accessibility.field(name), name });
  }

  announcements(): Promise<Announcements> {
    return this.#page.accessibility.announcements();
  }

  symbolAlternative(): Promise<string | undefined> {
    return this.#page.accessibility.symbolAlternative();
  }

  lines(): Promise<string[]> {
    return this.#page.lines();
  }

  auditNames(rules: readonly string[]): Promise<Audit> {
    return this.#page.accessibility.auditNames(rules);
  }

  laidOut(): LaidOutPage {
    const { laidOut } = this.#page.accessibility;
    if (!laidOut) throw new Error('a scenario that looks at how a page is laid out wants the tag @needs-browser');
    return laidOut;
  }

  async paste(field: RegistrationField, text: string): Promise<string> {
    const name = this.#nameOf(field);
    return insistOn(this.#page, { there: await this.laidOut().paste(name, text), name });
  }

  async goToRegistrationByKeyboard(): Promise<string | undefined> {
    await openHome(this.#page, this.#portal);
    for (const step of this.#portal.labels.path) {
      if (!(await this.laidOut().tabTo('press', step))) return step;
      await this.laidOut().hit('Enter');
    }
    return undefined;
  }

  async typeByKeyboard(field: RegistrationField, text: string): Promise<string | undefined> {
    if (!(await this.laidOut().tabTo('fill', this.#nameOf(field)))) return `the field for the ${field}`;
    await this.laidOut().type(text);
    return undefined;
  }

  async pressByKeyboard(act: RegistrationAct): Promise<KeyboardLanding> {
    const name = this.#portal.labels[act];
    if (!(await this.laidOut().tabTo('press', name))) return { unreached: name, news: [], isNewPage: false };
    let isNewPage = false;
    const news = await newsOf(this.#page, async () => {
      isNewPage = await this.laidOut().hit(KEYS[act]);
    });
    return { news, isNewPage };
  }

  #nameOf(field: RegistrationField): RegExp {
    const { deviceName, oneTimeCode } = this.#portal.labels;
    return field === 'name' ? deviceName : oneTimeCode;
  }
}
