import type { Announcements, Audit, FieldState, LaidOutPage } from './accessibility.ts';

/** A field of the registration, by what goes into it. */
export type RegistrationField = 'name' | 'code';

/** What is pressed on the way, by its name in the document. */
export type RegistrationAct = 'next' | 'notAbleToScan' | 'submit';

/** What an act on the keyboard led to. */
export interface KeyboardLanding {
  /** What could not be reached by Tab; the rest was then not done. */
  unreached?: string;
  /** The lines that came. */
  news: string[];
  /** Whether another document came, in which the focus begins anew. */
  isNewPage: boolean;
}

/**
 * What the portal is to somebody who does not see it, sees it badly, or uses no mouse.
 * Every act throws `Blocked` when the page does not offer it.
 */
export interface AccessibleUser {
  field(field: RegistrationField): Promise<FieldState>;
  announcements(): Promise<Announcements>;
  /** What is said in place of the picture with the QR code; `undefined` when no QR code is found. */
  symbolAlternative(): Promise<string | undefined>;
  /** Everything that can be read on the page, line by line. */
  lines(): Promise<string[]>;
  /** What has no proper name, label or role: by these rules of axe-core or, without a browser, by names that are empty. */
  auditNames(rules: readonly string[]): Promise<Audit>;
  /** @throws Error without a browser: only scenarios that are tagged so may ask for it */
  laidOut(): LaidOutPage;
  /** @returns what the page then holds of it */
  paste(field: RegistrationField, text: string): Promise<string>;
  /** From the page where a signed-in person lands to the form, by Tab and Enter. @returns the step that was not reached */
  goToRegistrationByKeyboard(): Promise<string | undefined>;
  /** Types a text into a field that Tab leads to. @returns what could not be reached */
  typeByKeyboard(field: RegistrationField, text: string): Promise<string | undefined>;
  pressByKeyboard(act: RegistrationAct): Promise<KeyboardLanding>;
}
