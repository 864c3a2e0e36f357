import type { OtpauthUri } from '../protocol/otpauth-uri.ts';
import type { ServerClock } from './clock.ts';
import type { Outages } from './outages.ts';
import type { QrSymbol } from './pages/qr-symbol.ts';
import type { RandomBytes } from './randomness.ts';
import type { Policy } from './registration/policy.ts';
import type { Accounts } from './store/accounts.ts';
import type { Audit } from './store/audit.ts';
import type { Messages } from './store/messages.ts';
import type { PasswordResets } from './store/password-resets.ts';
import type { PasswordThrottle } from './store/password-throttle.ts';
import type { PhoneSessions } from './store/phone-sessions.ts';
import type { WebSessions } from './store/web-sessions.ts';

/** What the routes of one server work with. */
export interface ServerContext {
  /** Fails while the test controls want that. */
  clock: ServerClock;
  random: RandomBytes;
  /** A fresh TOTP key of 20 bytes. */
  newSecret: () => Uint8Array;
  policy: Policy;
  /** The text of the QR code. */
  writeKeyUri: (uri: OtpauthUri) => string;
  drawSymbol: (text: string) => Promise<QrSymbol>;
  accounts: Accounts;
  audit: Audit;
  messages: Messages;
  outages: Outages;
  passwordResets: PasswordResets;
  passwordThrottle: PasswordThrottle;
  phoneSessions: PhoneSessions;
  webSessions: WebSessions;
  /** Where the portal answers, for links in messages: what a request says of that may be anything. */
  portalUrl: string;
  /** From this instant on (Unix time) a phone without a registered device reads nothing. */
  enforcementInstantMs: number;
  /** Told of every failure that is answered with 500. */
  onError: (error: unknown) => void;
}
