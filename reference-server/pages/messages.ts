import { PROBLEMS } from '../../protocol/problems.ts';
import type { Problem } from '../problems.ts';

type Wording = Partial<Record<Problem['code'], (problem: Problem) => string>>;

const WORDS: Wording = {
  'bad-request': ({ detail }) => `${detail ?? 'This could not be understood'}.`,
  'wrong-credentials': () => 'Wrong username or password.',
  'name-empty': () => 'Give the device a name, so that you can tell it from others later.',
  'name-too-long': ({ detail }) => `The device name is too long: ${detail}.`,
  'name-taken': () => 'You already have a device of this name. Choose another one.',
  'wrong-code': () =>
    'This code is not right. Enter the code that the mobile app shows now. If this happens again, check that your ' +
    'phone sets its date and time automatically.',
  'code-used': () => 'This code has been used. Wait until the mobile app shows the next one, and enter that.',
  'too-many-tries': ({ retryAfterSeconds = 0 }) => `Too many tries. Try again in ${waitingTime(retryAfterSeconds)}.`,
  'device-not-verified': () =>
    'Confirm with a device that you have registered before you register another one or remove one.',
};

/** What is wrong, in words for a person. */
export function messageOf(problem: Problem): string {
  return WORDS[problem.code]?.(problem) ?? `${PROBLEMS[problem.code].title}.`;
}

function waitingTime(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
