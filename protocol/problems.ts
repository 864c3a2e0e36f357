/**
 * What can be wrong, as stable codes: the portal's pages word them for a person, the phone API sends them in `code`
 * of an `application/problem+json` answer (RFC 9457).
 */
export const PROBLEMS = {
  'bad-request': { status: 400, title: 'The request is not as the description of this API says' },
  'wrong-credentials': { status: 401, title: 'Wrong username or password' },
  'not-signed-in': { status: 401, title: 'Sign in first' },
  'device-not-verified': { status: 403, title: 'Verify this device first' },
  'no-such-registration': { status: 404, title: 'No registration has this device name and key' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'method-not-allowed': { status: 405, title: 'This address does not answer that method' },
  'not-submitted': { status: 409, title: 'The one-time code has not been submitted on the web' },
  'not-paired': { status: 409, title: 'This phone has not scanned or typed a registration' },
  'registration-over': { status: 409, title: 'This registration is no longer open' },
  'name-empty': { status: 422, title: 'Give the device a name' },
  'name-too-long': { status: 422, title: 'The device name is too long' },
  'name-taken': { status: 422, title: 'You already have a device of this name' },
  'wrong-code': { status: 422, title: 'This code is not right' },
  'code-used': { status: 422, title: 'This code has been used' },
  'too-many-tries': { status: 429, title: 'Too many tries' },
  'server-error': { status: 500, title: 'Something went wrong' },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

/** The body of a refusal. @see RFC 9457 section 3 */
export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail?: string;
  retryAfterSeconds?: number;
}
