// What a page is to people who do not see it, see it badly, or use no mouse. Everything is told in words.

/** A field as assistive technology is told of it, with what it does to what is put into it. */
export interface FieldState {
  /** Its type in HTML: `text`, `number` ... */
  type: string;
  value: string;
  /** Whether it is said to be wrong. */
  isInvalid: boolean;
  /** The texts that belong to it: its descriptions, its error message, its label. */
  texts: string[];
  /** What it asks the browser to fill in, such as `one-time-code`; empty when it does not say. */
  autocomplete: string;
  /** Which keyboard it asks for, such as `numeric`; empty when it does not say. */
  inputMode: string;
}

/** What the page of a moment tells by itself. */
export interface Announcements {
  /** The texts of alerts, of status messages and of other regions that are read out when they change. */
  live: string[];
  /** The text of what has the focus, and what belongs to it; empty when it is on nothing. */
  focus: string[];
  /** The page's title, which is read out when a page comes. */
  title: string;
}

export type Theme = 'light' | 'dark';

/** What rules found on a page. */
export interface Audit {
  /** How many of the rules had anything on the page to be applied to. */
  applied: number;
  /** One line for each thing that breaks a rule: which rule, where, and in which way. */
  faults: string[];
}

/** One place where the focus stops when the Tab key is pressed. */
export interface FocusStop {
  name: string;
  /** Whether anything about it or around it looks different while it has the focus. */
  isSeen: boolean;
}

/** Where the Tab key leads, from the first stop to the last. */
export interface FocusWalk {
  stops: FocusStop[];
  /** The name of the stop that the focus did not get away from, forwards or backwards. */
  caughtAt?: string;
}

/** A page that is laid out, which only a browser does. */
export interface LaidOutPage {
  /** Applies rules of axe-core, by their ids, as the page is in a theme. @see https://dequeuniversity.com/rules/axe */
  audit(rules: readonly string[], theme: Theme): Promise<Audit>;
  /** The fields whose outline and ground stand out less than 3 to 1 from what is around them, and how many there are. */
  auditOutlines(theme: Theme): Promise<Audit>;
  /** What sticks out to the side of a window this wide, in CSS pixels. */
  auditWidth(widthPx: number): Promise<Audit>;
  /** Pastes from the clipboard into the field of this name. @returns what the fields of its form then hold of it */
  paste(name: RegExp, text: string): Promise<string | undefined>;
  /** Presses Tab until the focus has been everywhere. */
  walkFocus(): Promise<FocusWalk>;
  /** Presses Tab until the focus is on what has this name. @returns false when it does not get there */
  tabTo(kind: 'press' | 'fill', name: string | RegExp): Promise<boolean>;
  type(text: string): Promise<void>;
  /** Presses a key on what has the focus, and waits for what that sets off. @returns whether another document came */
  hit(key: 'Enter' | 'Space'): Promise<boolean>;
}

/** What a page says of itself to assistive technology, and what can be measured on it. */
export interface PageAccessibility {
  /** The field of this name. */
  field(name: RegExp): Promise<FieldState | undefined>;
  announcements(): Promise<Announcements>;
  /** What has no proper name, label or role: by these rules of axe-core or, without a browser, by names that are empty. */
  auditNames(rules: readonly string[]): Promise<Audit>;
  /** Name and description of the picture in which the QR code is; empty when it has none. */
  symbolAlternative(): Promise<string | undefined>;
  /** Missing without a browser. */
  readonly laidOut?: LaidOutPage;
}
