import { InvalidArgumentError } from 'commander';
import type { Credentials } from '../simulators/phone/phone.ts';
import { UsageError } from './usage-error.ts';

/** One more id of a flag that may be given several times, in capital letters. */
export function collectId(id: string, before: string[]): string[] {
  return [...before, id.toUpperCase()];
}

/** One more account, written as the name, a colon and the password. */
export function collectAccount(text: string, before: Credentials[]): Credentials[] {
  const [username = '', ...password] = text.split(':');
  // What was typed may be a password, and is not repeated.
  if (username === '' || password.join(':') === '') throw new UsageError(`wanted --account NAME:PASSWORD, ${LACKING}`);
  return [...before, { username, password: password.join(':') }];
}

const LACKING = 'got a text without a name or a password on either side of a colon';

export function readSeconds(text: string): number {
  const seconds = Number(text);
  if (!Number.isFinite(seconds) || seconds < 0) throw new InvalidArgumentError('wanted a number of seconds from 0.');
  return seconds;
}

export function readSeed(text: string): number {
  const seed = Number(text);
  if (!Number.isInteger(seed) || seed < 0) throw new InvalidArgumentError('wanted a whole number from 0.');
  return seed;
}

/** That of a run for which none was given. */
export function newSeed(): number {
  return Math.floor(Math.random() * 2 ** 31);
}
