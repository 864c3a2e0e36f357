import { Blocked, Unprovided } from '../../simulators/errors.ts';
import type { Recorder } from '../../simulators/network/recorder.ts';
import type { Credentials } from '../../simulators/phone/phone.ts';
import type { Picture } from '../../simulators/picture.ts';
import type { AccessibleUser } from '../../simulators/web-user/accessible-user.ts';
import type { DeviceList } from '../../simulators/web-user/device-list.ts';
import { readManualValues } from '../../simulators/web-user/read-values.ts';
import type { Recovery } from '../../simulators/web-user/recovery.ts';
import { drawLines } from '../../simulators/web-user/text/draw-lines.ts';
import type { ManualValues, News } from '../../simulators/web-user/told.ts';
import type { WebUser } from '../../simulators/web-user/web-user.ts';
import type { WireUser } from '../../simulators/web-user/wire-user.ts';
import { partly } from '../partly.ts';
import type { DescribedPortal } from './described-portal.ts';
import { drawSymbol } from './draw-symbol.ts';
import { Enrolment } from './enrolment.ts';
import { requestsDeviceList } from './requests-device-list.ts';
import { requestsWire } from './requests-wire.ts';
import { Session } from './session.ts';
import { giveCode, givePassword, leave, seesProtected } from './signing-in.ts';

const NO_PAGES = 'the target is described in requests, which have no pages: drive it in a browser';
const OWN_SYMBOL = "the portal's own QR code";

/** A person at a portal that is reached by described requests: what they do is sent, and what they see is the answers. */
export class RequestsWebUser implements WebUser {
  readonly accessible = partly<AccessibleUser>({}, 'a page as a screen reader has it', NO_PAGES);
  readonly recovery = partly<Recovery>({}, 'help for who cannot sign in', NO_PAGES);
  readonly devices: DeviceList;
  readonly wire: WireUser;
  readonly #recorder: Recorder;
  readonly #session: Session;
  readonly #enrolment: Enrolment;

  /** @param session that of another tab; left out, one of its own */
  constructor(
    portal: DescribedPortal,
    recorder: Recorder,
    session: Session = new Session(portal, { name: 'web', recorder }),
  ) {
    this.#recorder = recorder;
    this.#session = session;
    this.#enrolment = new Enrolment(session);
    this.devices = requestsDeviceList(session, recorder);
    this.wire = requestsWire(session, this.#enrolment);
  }

  async signIn(credentials: Credentials, codeOfRegisteredDevice?: () => Promise<string>): Promise<void> {
    if (this.#session.state === 'signed out') await this.signInHere(credentials);
    if (codeOfRegisteredDevice && this.#session.state === 'code asked')
      await giveCode(this.#session, await codeOfRegisteredDevice());
  }

  async signInHere(credentials: Credentials): Promise<void> {
    this.#enrolment.hear(await givePassword(this.#session, credentials));
  }

  async signInToRegister(credentials: Credentials, codeOfRegisteredDevice?: () => Promise<string>): Promise<void> {
    await this.signIn(credentials, codeOfRegisteredDevice);
    await this.openRegistration();
  }

  signOut(): Promise<void> {
    return leave(this.#session);
  }

  async isSignedIn(): Promise<boolean> {
    const { portal, state } = this.#session;
    return portal.requests.protected ? seesProtected(this.#session) : state === 'signed in';
  }

  openSignIn(): Promise<void> {
    return this.openPortal();
  }

  async openPortal(): Promise<void> {
    // There is no page, and what can be done does not depend on one.
  }

  async offers(): Promise<string[]> {
    return this.#session.state === 'signed in' ? ['"Register new device"'] : ['"Username"', '"Password"', '"Sign in"'];
  }

  async follow(): Promise<never> {
    throw new Unprovided('named steps on the web', NO_PAGES);
  }

  async openRegistration(codeOfRegisteredDevice?: () => Promise<string>): Promise<void> {
    const session = this.#session;
    if (session.state === 'code asked' && codeOfRegisteredDevice)
      await giveCode(session, await codeOfRegisteredDevice());
    if (session.state !== 'signed in') {
      const asks = session.state === 'code asked' ? 'asks for a code first' : 'has refused the password';
      throw new Blocked(`wanted to begin a registration on the web, the portal ${asks}`);
    }
    this.#enrolment.open();
  }

  async isAskedForName(): Promise<boolean> {
    return this.#enrolment.place === 'name';
  }

  nameDevice(name: string): Promise<void> {
    return this.#enrolment.name(name);
  }

  next(): Promise<News> {
    return this.#enrolment.start();
  }

  /** The picture that the portal answers with; else what it says is drawn here, for the phone's camera alone. */
  async qrCode(): Promise<Uint8Array | undefined> {
    const { place, picture, uri } = this.#enrolment;
    if (place !== 'code') return undefined;
    if (picture) return picture;
    return uri === undefined ? undefined : drawSymbol(uri);
  }

  async pageOn(): Promise<never> {
    throw new Unprovided(OWN_SYMBOL, `an answer holds its text, and ours is drawn from it; ${NO_PAGES}`);
  }

  async showsKey(): Promise<boolean> {
    return this.#enrolment.place === 'code' && this.#enrolment.key !== undefined;
  }

  async offersManualValues(): Promise<boolean> {
    const isThere = this.#enrolment.key !== undefined || this.#session.portal.requests.manualValues !== undefined;
    return this.#enrolment.place === 'code' && isThere;
  }

  async openManualValues(): Promise<ManualValues> {
    return readManualValues(await this.#enrolment.valuesToType());
  }

  async isAskedForCode(): Promise<boolean> {
    return this.#enrolment.place === 'code' || this.#session.state === 'code asked';
  }

  async typeCode(code: string): Promise<void> {
    this.#enrolment.type(code);
  }

  submit(): Promise<News> {
    return this.#enrolment.confirm();
  }

  address(): string {
    return this.#session.address;
  }

  async open(): Promise<never> {
    throw new Unprovided('pages by their address', NO_PAGES);
  }

  async goBack(): Promise<never> {
    throw new Unprovided('going back on the web', NO_PAGES);
  }

  async reload(): Promise<never> {
    throw new Unprovided('loading a page anew', NO_PAGES);
  }

  /** What the portal said last. */
  async lines(): Promise<string[]> {
    return this.#enrolment.news;
  }

  async visitAll(): Promise<never> {
    throw new Unprovided('a visit to every page', NO_PAGES);
  }

  async newTab(): Promise<WebUser> {
    return new RequestsWebUser(this.#session.portal, this.#recorder, this.#session);
  }

  async session(): Promise<never> {
    throw new Unprovided('a session that is carried to another window', NO_PAGES);
  }

  async resume(): Promise<never> {
    throw new Unprovided('a session that is carried to another window', NO_PAGES);
  }

  async picture(): Promise<Picture> {
    return { mediaType: 'image/svg+xml', data: drawLines(this.#enrolment.story) };
  }

  async close(): Promise<void> {
    // Nothing of it outlives the scenario.
  }
}
