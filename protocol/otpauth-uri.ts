/** The hash functions that the key URI format knows. @see RFC 6238 section 1.2 */
export type OtpAlgorithm = 'SHA1' | 'SHA256' | 'SHA512';

/** How a one-time code is computed from a key; the key itself is Base32 text. @see RFC 6238 section 4 */
export interface OtpParameters {
  algorithm: OtpAlgorithm;
  digits: number;
  periodSeconds: number;
}

/** What a portal tells a phone in the QR code. `deviceName` is the name given on the web, where the portal passes it on. */
export interface OtpauthUri extends OtpParameters {
  type: 'totp';
  issuer?: string;
  account: string;
  secret: string;
  deviceName?: string;
}

/** A text that is no usable key URI; `message` names the part that is wrong and never repeats the key. */
export class OtpauthUriError extends Error {
  override readonly name = 'OtpauthUriError';
}

export const DEFAULT_OTP_PARAMETERS: OtpParameters = { algorithm: 'SHA1', digits: 6, periodSeconds: 30 };

/** The parameter in which the name of the device travels. Readers that do not know it ignore it, as they must. */
const DEVICE_PARAMETER = 'device';

/**
 * Writes a key URI. Everything is percent-encoded, a space as `%20`: authenticators show a literal "+" otherwise.
 * @see Key URI format, "Label" and "Parameters"; RFC 3986 section 2.1
 */
export function formatOtpauthUri(uri: OtpauthUri): string {
  const label = [uri.issuer, uri.account].filter((part) => part !== undefined).map(encodeLabelPart);
  const parameters: [string, string | undefined][] = [
    ['secret', uri.secret],
    ['issuer', uri.issuer],
    ['algorithm', uri.algorithm],
    ['digits', String(uri.digits)],
    ['period', String(uri.periodSeconds)],
    [DEVICE_PARAMETER, uri.deviceName],
  ];
  const query = parameters.flatMap(([name, value]) =>
    value === undefined ? [] : `${name}=${encodeURIComponent(value)}`,
  );
  return `otpauth://totp/${label.join(':')}?${query.join('&')}`;
}

/** A colon parts issuer and account, even when it is written %3A, so none of their own may be left in them. */
function encodeLabelPart(part: string): string {
  return encodeURIComponent(part.replaceAll(':', '\u02d0'));
}

/**
 * Reads a key URI as an authenticator does: unknown parameters are ignored, missing ones have the format's defaults.
 * @throws {OtpauthUriError} when scheme, type, label or a parameter is not usable
 * @see Key URI format
 */
export function parseOtpauthUri(text: string): OtpauthUri {
  const parts = /^otpauth:\/\/([^/?#]*)\/([^?#]*)\?([^#]*)$/i.exec(text);
  if (!parts) throw new OtpauthUriError('this is not a key URI: it does not begin with otpauth://TYPE/LABEL?');
  const [, type = '', label = '', query = ''] = parts;
  if (type.toLowerCase() !== 'totp') throw new OtpauthUriError(`the type is "${type.slice(0, 20)}", wanted "totp"`);
  const parameters = parseQuery(query);
  const secret = parameters.get('secret');
  if (!secret) throw new OtpauthUriError('the parameter "secret" is missing or empty');
  return {
    type: 'totp',
    ...parseLabel(label, parameters.get('issuer')),
    secret,
    ...parseOtpParameters(parameters),
    ...optional('deviceName', parameters.get(DEVICE_PARAMETER)),
  };
}

/** Percent-decoded; a "+" stays a plus, for this is no HTML form. */
function parseQuery(query: string): Map<string, string> {
  const pairs = query.split('&').map((pair) => pair.split(/=(.*)/s, 2).map(decodePart));
  return new Map(pairs.map(([name = '', value = '']) => [name, value]));
}

function parseLabel(label: string, issuerParameter?: string): { issuer?: string; account: string } {
  const [prefix, ...rest] = decodePart(label).split(':');
  const account = (rest.length > 0 ? rest.join(':') : (prefix ?? '')).trim();
  if (account === '') throw new OtpauthUriError('the label names no account');
  const issuer = issuerParameter ?? (rest.length > 0 ? prefix : undefined);
  return { account, ...optional('issuer', issuer) };
}

function parseOtpParameters(parameters: Map<string, string>): OtpParameters {
  const algorithm = (parameters.get('algorithm') ?? 'SHA1').toUpperCase();
  const digits = Number(parameters.get('digits') ?? 6);
  const periodSeconds = Number(parameters.get('period') ?? 30);
  if (!isAlgorithm(algorithm)) throw new OtpauthUriError('the parameter "algorithm" is none of SHA1, SHA256, SHA512');
  if (!(Number.isInteger(digits) && digits >= 6 && digits <= 8))
    throw new OtpauthUriError('"digits" is none of 6, 7, 8');
  if (!(Number.isInteger(periodSeconds) && periodSeconds > 0))
    throw new OtpauthUriError('"period" is no number of seconds');
  return { algorithm, digits, periodSeconds };
}

function isAlgorithm(text: string): text is OtpAlgorithm {
  return ['SHA1', 'SHA256', 'SHA512'].includes(text);
}

function optional<Name extends string>(name: Name, value: string | undefined): { [K in Name]?: string } {
  return value === undefined ? {} : ({ [name]: value } as { [K in Name]: string });
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new OtpauthUriError('the percent-encoding is broken');
  }
}
