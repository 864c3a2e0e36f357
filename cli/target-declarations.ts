import type { Declarations } from '../targets/target.ts';

/** What an implementation declares, in the units that people write. @see targets/target.schema.json */
export interface DeclaresInFile {
  enforcementInstant?: string;
  throttleMax?: number;
  throttleReleaseMinutes?: number;
  pendingMinutes?: number;
  halfLoginMinutes?: number;
  nameMax?: number;
  windowPast?: number;
  windowFuture?: number;
  devicesRemovable?: boolean;
  listsFrom?: 'Submit' | 'Continue';
}

/** Makes the error that refuses the value of a field. */
type Refuse = (field: keyof DeclaresInFile, complaint: { wanted: string; got: string; fix: string }) => Error;

/** When 5 March 2024 begins in the first and in the last time zone, in epoch milliseconds. @see reading A-01 */
const FIRST_MIDNIGHT = Date.UTC(2024, 2, 4, 10);
const LAST_MIDNIGHT = Date.UTC(2024, 2, 5, 12);

const SECONDS_IN_MINUTE = 60;

/**
 * What the file declares, in the units of the tests.
 * @throws what `refuse` makes, when an instant is none, or not the beginning of 5 March anywhere
 */
export function declarationsOf(declares: DeclaresInFile, refuse: Refuse): Partial<Declarations> {
  const { enforcementInstant, throttleReleaseMinutes, pendingMinutes, halfLoginMinutes, ...alike } = declares;
  const declared: { [Name in keyof Declarations]?: Declarations[Name] | undefined } = {
    ...alike,
    enforcementEpochMs: enforcementInstant === undefined ? undefined : instantOf(enforcementInstant, refuse),
    throttleReleaseSeconds: secondsOf(throttleReleaseMinutes),
    pendingSeconds: secondsOf(pendingMinutes),
    halfLoginSeconds: secondsOf(halfLoginMinutes),
  };
  return Object.fromEntries(Object.entries(declared).filter(([, value]) => value !== undefined));
}

function secondsOf(minutes: number | undefined): number | undefined {
  return minutes === undefined ? undefined : minutes * SECONDS_IN_MINUTE;
}

/** An instant outside of that day would be a declaration that the document does not hold. */
function instantOf(text: string, refuse: Refuse): number {
  const atEpochMs = Date.parse(text);
  if (atEpochMs >= FIRST_MIDNIGHT && atEpochMs <= LAST_MIDNIGHT) return atEpochMs;
  throw refuse('enforcementInstant', {
    wanted: 'when 5 March 2024 begins somewhere: from 2024-03-04T10:00:00Z to 2024-03-05T12:00:00Z',
    got: `"${text}"`,
    fix: 'leave it out where the rule is enforced earlier, which is allowed',
  });
}
