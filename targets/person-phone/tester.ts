/** What somebody is asked who holds a real phone in their hand. */
export interface Question {
  /** What to do, or what is asked. */
  text: string;
  /** The answers there are; left out, a text is typed. */
  choices?: readonly string[];
  /** Whether more than one of them may be given. */
  takesMany?: boolean;
  /** What it takes to do it, and is for the tester's eyes alone, line by line. */
  inConfidence?: readonly string[];
  /** What the phone's camera is to look at, as PNG. */
  picture?: Uint8Array;
}

/** Somebody with a real phone in their hand, who does what they are asked and tells what they see. */
export interface Tester {
  /**
   * @returns the choices that were given, or the text that was typed
   * @throws {Unprovided} where nobody answers
   */
  ask(question: Question): Promise<readonly string[]>;
}
