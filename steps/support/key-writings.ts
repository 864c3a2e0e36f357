import { keyBytes } from '../../simulators/phone/authenticator.ts';
import type { Registration } from './person.ts';

/**
 * The ways in which a key may stand in a text, in small letters and without spaces: as it is, in hexadecimal, and in
 * Base64 of the key, of its bytes and of the whole key URI.
 */
export function writingsOf({ symbolText, uri }: Registration): string[] {
  const secret = uri.secret.replace(/=+$/, '');
  const bytes = Buffer.from(bytesOf(secret));
  const encoded = [Buffer.from(secret), bytes, Buffer.from(symbolText)].flatMap((part) => [
    part.toString('base64').replace(/=+$/, ''),
    part.toString('base64url'),
  ]);
  return [...new Set([secret, bytes.toString('hex'), ...encoded])].map((text) => text.toLowerCase());
}

/** Whether a text holds the key, however it is written and spaced. */
export function holdsKey(text: string, registration: Registration): boolean {
  const plain = text.replace(/[\s\u00a0-]/g, '').toLowerCase();
  const percent = plain.includes('%') ? [plain, decode(plain)] : [plain];
  return writingsOf(registration).some((writing) => percent.some((each) => each.includes(writing.replaceAll('-', ''))));
}

/** Ten minutes around now: the codes that a text of a scenario could hold. */
const STEPS_AROUND = 20;

/** Whether a text holds a code of now, by itself: as part of a longer number or word, its digits are there by chance. */
export function holdsCode(text: string, { authenticator, uri }: Registration, atEpochMs: number): boolean {
  const steps = Array.from({ length: 2 * STEPS_AROUND + 1 }, (_, index) => index - STEPS_AROUND);
  const codes = steps.map((step) => authenticator.codeAt(atEpochMs + step * uri.periodSeconds * 1000));
  return new RegExp(`(?<![\\p{L}\\p{N}])(${codes.join('|')})(?![\\p{L}\\p{N}])`, 'u').test(text);
}

function bytesOf(secret: string): Uint8Array {
  try {
    return keyBytes(secret);
  } catch {
    return Buffer.from(secret);
  }
}

/** Only letters, digits and signs, of which keys and their writings are made. */
function decode(text: string): string {
  return text.replace(/%[0-7][0-9a-f]/g, decodeURIComponent).toLowerCase();
}
