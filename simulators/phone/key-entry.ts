import { type OtpauthUri, OtpauthUriError, type OtpParameters, parseOtpauthUri } from '../../protocol/otpauth-uri.ts';
import { Authenticator, type CodeSource, normaliseKey } from './authenticator.ts';

/** Longer than any name that fits on a screen; what is longer was not made for people. */
const LONGEST_LABEL = 256;

/** What the app keeps of a registration. */
export interface KeyEntry {
  authenticator: CodeSource;
  /** For whom the codes are, as the app shows it. */
  account: string;
  deviceName: string;
  /** Base32, upper case and without padding. */
  secret: string;
  parameters: OtpParameters;
}

/** A text that is no registration the app could keep; `message` is for the user and never repeats a key. */
export class UnusableRegistration extends Error {
  override readonly name = 'UnusableRegistration';
}

/** What the text of a QR code comes to. @throws {UnusableRegistration} */
export function readSymbol(text: string): KeyEntry {
  try {
    return entryOf(parseOtpauthUri(text));
  } catch (error) {
    if (!(error instanceof OtpauthUriError)) throw error;
    throw new UnusableRegistration(`This QR code is no registration: ${error.message}`);
  }
}

/** What the app keeps, however the values came. @throws {UnusableRegistration} */
export function entryOf(uri: OtpauthUri): KeyEntry {
  const account = uri.issuer === undefined ? uri.account : `${uri.issuer}: ${uri.account}`;
  if (account.length > LONGEST_LABEL) throw new UnusableRegistration('The name of the account is too long');
  const secret = normaliseKey(uri.secret);
  const { algorithm, digits, periodSeconds } = uri;
  const parameters = { algorithm, digits, periodSeconds };
  return { authenticator: authenticatorOf(uri), account, deviceName: uri.deviceName ?? '', secret, parameters };
}

function authenticatorOf(uri: OtpauthUri): Authenticator {
  try {
    return new Authenticator(uri.secret, uri);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UnusableRegistration('The key has characters that no key has');
  }
}
