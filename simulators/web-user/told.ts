/** What the page showed after an act that was not there before it: messages, in words. */
export type News = string[];

/** What the page offers for typing instead of scanning, as a person would copy it. */
export interface ManualValues {
  /** Every line that appeared when the values were asked for. */
  lines: string[];
  /** The lines that can only be a key: Base32 of at least 80 bits, in groups or not. */
  keys: string[];
}

/** A request for the code's place that no keyboard makes, in its form on the wire. */
export interface OddValue {
  contentType: string;
  /** Builds the body around the form's other fields. */
  body(fields: [name: string, value: string][], fieldName: string): string;
}
