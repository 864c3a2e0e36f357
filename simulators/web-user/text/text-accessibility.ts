import { computeAccessibleDescription } from 'dom-accessibility-api';
import { showsSymbol } from '../../camera/eye.ts';
import type { Announcements, Audit, FieldState, PageAccessibility } from '../accessibility.ts';
import { readAnnouncements, readField } from '../accessible-dom.ts';
import { controlsOf, FROM_MARKUP, findControl, nameOf } from './controls.ts';

/** What a person uses, and has to know by name. @see WAI-ARIA 1.2, section 5.3.2 "Widget roles" */
const USED =
  'button checkbox combobox link listbox menuitem radio searchbox slider spinbutton switch tab textbox'.split(' ');

/** The page as it was read. */
interface ReadPage {
  document(): Document;
  /** The picture of an image, as PNG, from what its `src` says. */
  pictureOf(element: Element): Promise<Uint8Array | undefined>;
}

/** What the HTML of a page alone says to assistive technology. */
export class TextAccessibility implements PageAccessibility {
  readonly #page: ReadPage;

  constructor(page: ReadPage) {
    this.#page = page;
  }

  async field(name: RegExp): Promise<FieldState | undefined> {
    const field = findControl(this.#page.document(), { kind: 'fill', name });
    return field && readField(field);
  }

  async announcements(): Promise<Announcements> {
    return readAnnouncements(this.#page.document());
  }

  async auditNames(): Promise<Audit> {
    const used = controlsOf(this.#page.document()).filter(({ role }) => USED.includes(role));
    const nameless = used.filter(({ name }) => name === '');
    return { applied: used.length, faults: nameless.map(({ role }) => `a ${role} has no name`) };
  }

  async symbolAlternative(): Promise<string | undefined> {
    for (const image of this.#page.document().querySelectorAll('img[src], svg')) {
      const picture = await this.#page.pictureOf(image);
      if (picture && (await showsSymbol(picture))) return alternativeOf(image);
    }
    return undefined;
  }
}

function alternativeOf(image: Element): string {
  const caption = image.closest('figure')?.querySelector('figcaption')?.textContent ?? '';
  const description = computeAccessibleDescription(image, FROM_MARKUP);
  return [nameOf(image), description, caption.replace(/\s+/g, ' ').trim()].filter(Boolean).join(' ');
}
