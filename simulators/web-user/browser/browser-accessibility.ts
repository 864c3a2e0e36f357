import type { Announcements, Audit, FieldState, PageAccessibility } from '../accessibility.ts';
import { readAnnouncements, readField } from '../accessible-dom.ts';
import { BrowserLayout } from './browser-layout.ts';
import { findControl } from './controls.ts';
import type { OpenPage } from './open-page.ts';
import { alternativeOfSymbol } from './symbol-alternative.ts';

/** A page in the browser as assistive technology is told of it. */
export class BrowserAccessibility implements PageAccessibility {
  readonly laidOut: BrowserLayout;
  readonly #page: OpenPage;

  constructor(page: OpenPage) {
    this.#page = page;
    this.laidOut = new BrowserLayout(page);
  }

  field(name: RegExp): Promise<FieldState | undefined> {
    return this.#page.act(async () => {
      const field = await findControl(this.#page.tab, { kind: 'fill', name });
      return field?.evaluate(readField);
    });
  }

  async announcements(): Promise<Announcements> {
    const told = await this.#page.act(() => this.#page.tab.evaluate(readAnnouncements));
    // A message box is read out, and is gone by now.
    return { ...told, live: [...told.live, ...this.#page.said()] };
  }

  auditNames(rules: readonly string[]): Promise<Audit> {
    return this.laidOut.audit(rules, 'light');
  }

  symbolAlternative(): Promise<string | undefined> {
    return this.#page.act(() => alternativeOfSymbol(this.#page.tab));
  }
}
