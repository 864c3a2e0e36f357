import { type Problem, problems } from '../problems.ts';
import type { RegisteredDevice } from './account-state.ts';

/** In code points, as a person counts letters more or less; long names would make symbols that phones cannot read. */
export const MAX_NAME_LENGTH = 64;
/** Spaces of every kind, controls, joiners, fillers, and the blank Braille pattern, which looks like a space. */
const INVISIBLE_ONLY = /^[\s\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u;
/** What no text field sends and no page can show unchanged. A tab can be pasted and shown. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what this looks for
const CONTROLS = /[\u0000-\u0008\u000a-\u001f\u007f]/;

/**
 * Tells why a name cannot be given, or undefined when it can. A name is kept to the letter: not trimmed, folded or
 * normalised, and two names that differ in case are two names.
 */
export function namesUpTo(maxLength: number) {
  return (name: string, devices: readonly RegisteredDevice[]): Problem | undefined => {
    if (INVISIBLE_ONLY.test(name)) return problems.nameEmpty();
    if ([...name].length > maxLength) return problems.nameTooLong(maxLength);
    if (CONTROLS.test(name)) return problems.badRequest('The device name has characters that cannot be shown');
    if (devices.some((device) => device.name === name)) return problems.nameTaken();
    return undefined;
  };
}
