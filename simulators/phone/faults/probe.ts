import { ControlledClock } from '../../clock/clock.ts';
import { Answer } from '../../network/answer.ts';
import { PLAYED_SERVER_URL, PlayedServer } from '../../network/played-server.ts';
import { Recorder } from '../../network/recorder.ts';
import type { Screen } from '../phone.ts';
import { PhoneApiClient } from '../phone-api-client.ts';
import { PhoneWire } from '../phone-wire.ts';
import { ACTIONS } from '../screens.ts';
import { type Alter, type PhoneParts, SimulatedPhone } from '../simulated-phone.ts';

/** Ten seconds into a time step. */
const AT_EPOCH_MS = Date.UTC(2026, 10, 24, 12, 0, 10);
/** The key of the RFCs, as for SHA1. @see RFC 6238 appendix B */
export const KEY = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const LONG_KEY = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZA';
/** The text of a QR code with it. */
export const KEY_URI = `otpauth://totp/Example:user?secret=${KEY}&issuer=Example&device=work%20phone`;
/** The same with the RFC's key for SHA256. */
export const SHA256_URI = `otpauth://totp/Example:user?secret=${LONG_KEY}&algorithm=SHA256&device=work%20phone`;

/** Asks one phone how it behaves, without the scenarios and without a portal: its server is played. */
export class PhoneProbe {
  readonly clock = new ControlledClock(AT_EPOCH_MS);
  readonly server = new PlayedServer(this.clock);
  readonly phone: SimulatedPhone;
  /** While it is set, every request is refused with this status. */
  refusal: number | undefined;
  readonly #parts: PhoneParts[] = [];

  /** @param alter what makes the phone misbehave; left out, nothing does */
  constructor(alter?: Alter) {
    const actor = { name: 'phone', recorder: new Recorder(), fetcher: this.#fetcher } as const;
    const keepParts: Alter = (parts) => {
      this.#parts.push(parts);
      alter?.(parts);
    };
    const api = new PhoneApiClient(new PhoneWire(PLAYED_SERVER_URL, actor));
    this.phone = new SimulatedPhone(api, this.clock, { alter: keepParts });
  }

  get parts(): PhoneParts {
    const [parts] = this.#parts;
    if (!parts) throw new Error('the phone was not handed over to be altered');
    return parts;
  }

  screen(): Promise<Screen> {
    return this.phone.screen();
  }

  async signIn(): Promise<Screen> {
    await this.phone.signIn({ username: 'user', password: 'a-made-up-password' });
    return this.screen();
  }

  /** From the sign-in to the scanner, or to wherever that leads. */
  async openScanner(): Promise<Screen> {
    await this.signIn();
    await this.phone.tap(ACTIONS.scanQr);
    return this.screen();
  }

  /** The same, and a QR code with this text is read. */
  async scan(text = KEY_URI): Promise<Screen> {
    await this.openScanner();
    await this.parts.app.see(text);
    return this.screen();
  }

  /** From the sign-in to a registration that was typed. */
  async type(values: { deviceName: string; key: string }): Promise<Screen> {
    await this.openScanner();
    await this.phone.tap(ACTIONS.typeInstead);
    await this.phone.typeValues(values);
    return this.screen();
  }

  /** The code that is shown so many seconds after 1970. */
  async codeAt(seconds: number): Promise<string> {
    await this.clock.set(seconds * 1000);
    return this.phone.oneTimeCode();
  }

  readonly #fetcher: PlayedServer['fetcher'] = async (address, request) => {
    if (this.refusal === undefined) return this.server.fetcher(address, request);
    return new Answer({ status: this.refusal, url: address, fields: [], body: Buffer.from('{}') });
  };
}
