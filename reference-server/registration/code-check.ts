import { type Problem, problems } from '../problems.ts';
import type { AccountState } from './account-state.ts';
import type { Circumstances } from './policy.ts';

/** A key that a code may belong to, with the newest step that was used, if any. */
export interface CodeKey {
  id: string;
  secret: string;
  lastAcceptedStep?: number;
}

export interface CodeAttempt {
  code: string;
  keys: readonly CodeKey[];
}

type CodeCheck =
  | { state: AccountState; accepted: { keyId: string; step: number }; problem?: never }
  | { state: AccountState; problem: Problem; accepted?: never };

/**
 * Checks one code against the keys it may belong to, and counts. The count belongs to the account, whatever the page,
 * the session or the key: guesses cannot be spread. A used code is no guess and is not counted.
 * Of two steps with equal codes the later is used up, so that the same digits do not pass twice.
 * @see RFC 6238 section 5.2, RFC 4226 section 7.3
 */
export function checkCode(state: AccountState, attempt: CodeAttempt, at: Circumstances): CodeCheck {
  const { nowMs, policy } = at;
  const { lockedUntilMs } = state.wrongCodes;
  if (nowMs < lockedUntilMs) return { state, problem: problems.tooManyTries(lockedUntilMs - nowMs) };
  const matches = attempt.keys.flatMap((key) =>
    policy
      .matchingSteps(key.secret, attempt.code, nowMs)
      .map((step) => ({ keyId: key.id, step, last: key.lastAcceptedStep })),
  );
  const accepted = matches.findLast(({ step, last }) => last === undefined || step > last);
  if (accepted) {
    const { keyId, step } = accepted;
    return { state: { ...state, wrongCodes: { count: 0, lockedUntilMs: 0 } }, accepted: { keyId, step } };
  }
  if (matches.length > 0) return { state, problem: problems.codeUsed() };
  return { state: countWrongCode(state, at), problem: problems.wrongCode() };
}

function countWrongCode(state: AccountState, { nowMs, policy }: Circumstances): AccountState {
  const count = state.wrongCodes.count + 1;
  if (count < policy.maxWrongCodes) return { ...state, wrongCodes: { count, lockedUntilMs: 0 } };
  return { ...state, wrongCodes: { count: 0, lockedUntilMs: nowMs + policy.codeLockMs } };
}
