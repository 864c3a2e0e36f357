import { randomUUID } from 'node:crypto';
import { type ReferenceServer, startReferenceServer } from '../../reference-server/server.ts';
import type { SystemClock } from '../../simulators/clock/system-clock.ts';
import type { PhoneAppOptions, PhoneFrame, ServedPhoneApp } from '../../simulators/phone-app/page-server.ts';
import { alteredBy, type Wish } from './altered.ts';

/** How portal and phone are served, whatever defect they have. */
export interface PairOptions {
  clock: SystemClock;
  port: number;
  /** The app by itself is left out without one. */
  appPort?: number;
  /** Where the clock of that app stands still, as the portal's does. Epoch milliseconds. */
  stoppedAtEpochMs?: number | undefined;
  /** Whether the test controls are open. */
  hasControl: boolean;
  accounts: readonly { username: string; password: string }[];
  onError(error: unknown): void;
}

interface Running {
  id: string;
  wish: Wish;
  portal: ReferenceServer;
  faultFile?: string | undefined;
  app?: ServedPhoneApp | undefined;
  /** The one in the frame of the page with both. */
  phone?: ServedPhoneApp | undefined;
}

/** Cookies know no ports, and the phone in the frame is another one than the app by itself. */
const COOKIE_IN_FRAME = 'paircheck_framed_app_session';

/** The reference portal and its phone apps, which can be started anew at the same addresses. */
export class ServedPair {
  readonly #options: PairOptions;
  readonly #variant: string | undefined;
  #running: Promise<Running>;
  #frame: Pick<PhoneFrame, 'origin' | 'setUpFile'> | undefined;

  private constructor(options: PairOptions, wish: Wish) {
    this.#options = options;
    this.#variant = wish.variant;
    this.#running = this.#start(wish);
  }

  /** @throws {UsageError} for a defect or a variant that there is not; {Error} of node:net when a port cannot be had */
  static async start(options: PairOptions, wish: Wish): Promise<ServedPair> {
    const pair = new ServedPair(options, wish);
    await pair.#running;
    return pair;
  }

  /** While it is started anew, it takes until it is there again. */
  get running(): Promise<Running> {
    return this.#running;
  }

  /** From now on a phone of its own is served for the frame of a page. */
  async frameIn(frame: Pick<PhoneFrame, 'origin' | 'setUpFile'>): Promise<void> {
    this.#frame = frame;
    this.#running = this.#running.then((running) => this.#withPhone(running));
    await this.#running;
  }

  /** Everything is forgotten but the accounts. @param fault the known defect that there is to be */
  async startAnew(fault: string | undefined): Promise<void> {
    this.#running = this.#running.then(async (before) => {
      await end(before);
      return this.#start({ fault, variant: this.#variant }, before);
    });
    await this.#running;
  }

  async close(): Promise<void> {
    await end(await this.#running);
  }

  async #start(wish: Wish, before?: Running): Promise<Running> {
    const { clock, accounts, hasControl, onError, port } = this.#options;
    const { seams, faultFile } = await alteredBy(wish);
    const { portalUrl, controlUrl } = before?.portal.addresses ?? {};
    const portal = await startReferenceServer({
      clock,
      port: portOf(portalUrl) ?? port,
      ...(hasControl && { control: { port: portOf(controlUrl) ?? 0 } }),
      seams,
      accounts,
      onError,
    });
    const app = await this.#app(portal.addresses.phoneApiUrl, { faultFile, before });
    return this.#withPhone({ id: randomUUID(), wish, portal, faultFile, app }, before);
  }

  #app(phoneApiUrl: string, { faultFile, before }: AppWish): Promise<ServedPhoneApp> | undefined {
    const { appPort, stoppedAtEpochMs } = this.#options;
    if (appPort === undefined) return undefined;
    return startApp({ phoneApiUrl, faultFile, stoppedAtEpochMs, port: portOf(before?.app?.appUrl) ?? appPort });
  }

  async #withPhone(running: Running, before?: Running): Promise<Running> {
    if (!this.#frame) return running;
    const { origin } = this.#frame;
    const frame = { ...this.#frame, cookie: COOKIE_IN_FRAME, data: { 'framed-by': origin, pair: running.id } };
    const port = portOf(before?.phone?.appUrl) ?? 0;
    // By way of the page's server, which hears what it says.
    return { ...running, phone: await startApp({ phoneApiUrl: origin, faultFile: running.faultFile, port, frame }) };
  }
}

/** Loaded when there is to be one: a run that is served a portal needs none. */
async function startApp(options: PhoneAppOptions): Promise<ServedPhoneApp> {
  return (await import('../../simulators/phone-app/page-server.ts')).startPhoneApp(options);
}

interface AppWish {
  faultFile?: string | undefined;
  before?: Running | undefined;
}

function portOf(address: string | undefined): number | undefined {
  return address === undefined ? undefined : Number(new URL(address).port);
}

async function end({ portal, app, phone }: Running): Promise<void> {
  await Promise.all([portal.close(), app?.close(), phone?.close()]);
}
