import { PROBLEMS, type ProblemCode, type ProblemDocument } from '../protocol/problems.ts';

/** A refusal, before it is worded for a person or written as JSON. `detail` never repeats what was sent. */
export interface Problem {
  code: ProblemCode;
  detail?: string;
  retryAfterSeconds?: number;
}

/** The refusals of this server, each made in one place and named as in {@link PROBLEMS}. */
export const problems = {
  badRequest: (detail?: string): Problem => ({ code: 'bad-request', ...(detail === undefined ? {} : { detail }) }),
  wrongCredentials: (): Problem => ({ code: 'wrong-credentials' }),
  notSignedIn: (): Problem => ({ code: 'not-signed-in' }),
  deviceNotVerified: (): Problem => ({ code: 'device-not-verified' }),
  noSuchRegistration: (): Problem => ({ code: 'no-such-registration' }),
  notFound: (): Problem => ({ code: 'not-found' }),
  methodNotAllowed: (): Problem => ({ code: 'method-not-allowed' }),
  notSubmitted: (): Problem => ({ code: 'not-submitted' }),
  notPaired: (): Problem => ({ code: 'not-paired' }),
  registrationOver: (): Problem => ({ code: 'registration-over' }),
  nameEmpty: (): Problem => ({ code: 'name-empty' }),
  nameTooLong: (maxLength: number): Problem => ({
    code: 'name-too-long',
    detail: `at most ${maxLength} characters`,
  }),
  nameTaken: (): Problem => ({ code: 'name-taken' }),
  wrongCode: (): Problem => ({ code: 'wrong-code' }),
  codeUsed: (): Problem => ({ code: 'code-used' }),
  tooManyTries: (waitMs: number): Problem => ({
    code: 'too-many-tries',
    retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)),
  }),
  serverError: (): Problem => ({ code: 'server-error' }),
};

/** A refusal on its way to the error handler of the phone API or of the test controls. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(PROBLEMS[problem.code].title);
    this.problem = problem;
  }
}

/**
 * The body of a refusal. `type` leads to the description in which the codes are listed.
 * @see RFC 9457 section 3
 */
export function problemDocument(problem: Problem): ProblemDocument {
  return { type: `/openapi.json#${problem.code}`, ...PROBLEMS[problem.code], ...problem };
}
