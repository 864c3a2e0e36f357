import { createHash } from 'node:crypto';
import { encodeBase32 } from '../../protocol/base32.ts';
import type { OtpParameters } from '../../protocol/otpauth-uri.ts';
import vectors from '../../protocol/vectors/totp.json' with { type: 'json' };

/** 128 bits, so that the key is long enough and its Base32 is padded where padding is asked for. */
const KEY_BYTES = 16;
const DEVICE = 'work%20phone';
const LONGEST_LABEL = 4096;

/** The text of a QR code, with what the app has to show of its label. */
export interface KeyUri {
  text: string;
  labels: string[];
}

/** The key (Base32) of the QR code that the suite knows by this name; the same in every run, and nobody's. */
export function suiteKey(name: string): string {
  return encodeBase32(createHash('sha256').update(`paircheck QR code ${name}`).digest().subarray(0, KEY_BYTES));
}

/** The text of the QR code of this name: a registration as any portal could issue it. */
export function suiteKeyUri(name: string): string {
  return `otpauth://totp/Paircheck:user?secret=${suiteKey(name)}&issuer=Paircheck&device=${DEVICE}`;
}

/** The key of RFC 6238 for a hash function, in any letter case. @see RFC 6238 Appendix B */
export function rfcKeyUri(algorithm: string, { digits, periodSeconds }: Omit<OtpParameters, 'algorithm'>): string {
  const key = new Map(Object.entries(vectors.keys)).get(algorithm.toUpperCase()) ?? vectors.keys.SHA1;
  const parameters = `algorithm=${algorithm}&digits=${digits}&period=${periodSeconds}&device=${DEVICE}`;
  return `otpauth://totp/RFC:user?secret=${key}&issuer=RFC&${parameters}`;
}

const KEY = suiteKey('A');

/** Key URIs that no app can use, each of them the QR code "A" but for one thing. */
export const BROKEN_KEY_URIS: Record<string, string> = {
  'no key': `otpauth://totp/Paircheck:user?issuer=Paircheck&device=${DEVICE}`,
  'an empty key': `otpauth://totp/Paircheck:user?secret=&issuer=Paircheck&device=${DEVICE}`,
  'a key that is no Base32': suiteKeyUri('A').replace(KEY, `${KEY.slice(0, -2)}!1`),
  'no label': suiteKeyUri('A').replace('Paircheck:user', ''),
  'broken percent-encoding': suiteKeyUri('A').replace('Paircheck:user', 'Paircheck:us%E0%A4%A'),
  'the type hotp': suiteKeyUri('A').replace('totp', 'hotp').concat('&counter=0'),
  'the hash MD5': suiteKeyUri('A').concat('&algorithm=MD5'),
};

/** The QR code "A" with a label that fits on no screen. No standard says how long one may be. */
export const LONG_LABELLED_KEY_URI = suiteKeyUri('A').replace('Paircheck:user', 'A'.repeat(LONGEST_LABEL));

/** Key URIs with the key of the QR code "A", all of which are as good. */
export const UNUSUAL_KEY_URIS: Record<string, KeyUri> = {
  'additional parameters': {
    text: suiteKeyUri('A').concat('&image=https%3A%2F%2Fexample.com%2Flogo.png&lock=true&x'),
    labels: ['Paircheck', 'user'],
  },
  'its parameters in another order': {
    text: `otpauth://totp/Paircheck:user?device=${DEVICE}&period=30&issuer=Paircheck&digits=6&secret=${KEY}`,
    labels: ['Paircheck', 'user'],
  },
  'the issuer in the label alone': labelled('Paircheck%20GmbH:user', ['Paircheck GmbH', 'user']),
  'the issuer beside the label alone': labelled('user', ['Paircheck GmbH', 'user'], 'Paircheck%20GmbH'),
  'the issuer in both places': labelled('Acme%20Co:user', ['Acme Co', 'user'], 'Acme%20Co'),
  'an encoded colon and a space in the label': labelled('Acme%3A%20ana%40example.com', ['Acme', 'ana@example.com']),
  'a label in Cyrillic and Greek letters': labelled(encoded('Почта:Ανδρέας'), ['Почта', 'Ανδρέας']),
  'a label in Chinese and Arabic letters': labelled(encoded('邮件:سارة'), ['邮件', 'سارة']),
};

/** How a person may type the key of the QR code "A". */
export const TYPED_KEYS: Record<string, string> = {
  'with spaces': grouped(' '),
  'with dashes': grouped('-'),
  'in small letters': KEY.toLowerCase(),
  'in small letters with spaces': grouped(' ').toLowerCase(),
  'with padding': KEY.padEnd(32, '='),
  'with a space before and after it': ` ${KEY} `,
};

/** The same with one character that no key has; were it dropped, the right key would be left. */
export function keyWith(character: string): string {
  return `${KEY.slice(0, 9)}${character}${KEY.slice(9)}`;
}

function labelled(label: string, labels: string[], issuer?: string): KeyUri {
  const parameter = issuer === undefined ? '' : `&issuer=${issuer}`;
  return { text: `otpauth://totp/${label}?secret=${KEY}${parameter}&device=${DEVICE}`, labels };
}

function encoded(label: string): string {
  return label.split(':').map(encodeURIComponent).join(':');
}

function grouped(separator: string): string {
  return KEY.match(/.{1,4}/g)?.join(separator) ?? KEY;
}
