/** How much harm a defect does to those who use the implementation. */
export type Severity = 'critical' | 'high' | 'medium' | 'low';

/** One deliberate defect of an otherwise correct implementation, and what has to become of it. */
export interface KnownBad {
  /** `F-` and three digits; with an `a` where server and app can have the same defect, and the app has it. */
  id: string;
  title: string;
  /** What the implementation does wrong, for people who do not read its code. */
  behaviour: string;
  severity: Severity;
  /** Where it was seen in public, or what it was derived from. */
  evidence: string;
  /** The requirements that it breaks: each of them has to turn red. */
  breaks: readonly [string, ...string[]];
  /** Other requirements that it turns red, each with the reason why that is no surprise. */
  companions?: Readonly<Record<string, string>>;
  /** Only a browser shows it: its page lays out, asks for the camera or runs a script. */
  needsBrowser?: boolean;
}
