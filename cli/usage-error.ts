import { UnknownIdError } from '../reports/catalogue/errors.ts';

/** The command line asks for what cannot be: the message says what was wanted, what was got, and the likely fix. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Whether an error is the asker's to mend. */
export function isUsageError(error: unknown): boolean {
  return error instanceof UsageError || error instanceof UnknownIdError;
}
