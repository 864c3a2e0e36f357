/**
 * What the page is asked, and what it answers. The functions behind it are sent into every document as text, all of
 * them into one scope: they may use one another, and nothing else.
 */

/** What is on the screen, as far as the document knows it; lines are those of the open dialog where there is one. */
export interface Look {
  lines: string[];
  headings: string[];
  alerts: string[];
  statuses: string[];
  documentTitle: string;
  asksPassword: boolean;
  /** Whether the camera's picture is to be seen at all, and among that which can be used now. */
  isFilming: boolean;
  isFilmingHere: boolean;
  brackets: boolean;
}

/** What a site keeps, by name. */
export interface Kept {
  local: [name: string, value: string][];
  session: [name: string, value: string][];
}

/** What the page is asked through. */
export interface InPage {
  look(dialog: Element | null): Look;
  isReachable(element: Element): boolean;
  tappableTexts(controls: Element[], dialog: Element | null): string[];
  elementOfText(text: string, dialog: Element | null): Element | null;
  signature(): string;
  /** All digits that are to be read, one after the other. */
  digits(): string;
  film(): Element | undefined;
  calm(patienceMs: number): Promise<boolean>;
  shiftClock(atEpochMs: number): void;
  /** Everything that the site keeps in this browser, but for its cookies and databases. */
  kept(): Kept;
  keep(kept: Kept): void;
}
