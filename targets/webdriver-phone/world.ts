import type { NetworkState } from '../../simulators/network/phone-network.ts';
import type { Conditions } from '../browser-phone/conditions.ts';
import type { Page } from './page.ts';
import type { Sent } from './wire.ts';

/** A phone held upright, in CSS pixels. */
const UPRIGHT = { width: 390, height: 844 } as const;

/** What the world around a phone is like, made so in a tab behind a WebDriver server. */
export class World {
  readonly #page: Page;
  #network: NetworkState = 'online';
  #timeZone: string | undefined;
  #isTurned: boolean | undefined;
  /** What holds back every request, while nobody answers. */
  #silence: string | undefined;
  readonly #held = new Set<string>();
  readonly #stop: () => void;

  constructor(page: Page) {
    this.#page = page;
    this.#stop = page.session.on('network.beforeRequestSent', ({ context, isBlocked, request }: Sent) => {
      if (context === page.context && isBlocked && this.#network === 'silent') this.#held.add(request.request);
    });
  }

  /** Has it be so. */
  async setUnder({ network, timeZone, isTurned }: Conditions): Promise<void> {
    if (isTurned !== this.#isTurned) await this.#turn(isTurned);
    if (timeZone !== this.#timeZone) await this.#send('emulation.setTimezoneOverride', { timezone: timeZone });
    this.#timeZone = timeZone;
    if (network !== this.#network) await this.#connect(network);
  }

  leave(): void {
    this.#stop();
  }

  async #turn(isTurned: boolean): Promise<void> {
    const { width, height } = UPRIGHT;
    const viewport = isTurned ? { width: height, height: width } : { width, height };
    await this.#page.session.send('browsingContext.setViewport', {
      context: this.#page.context,
      viewport,
      devicePixelRatio: 2,
    });
    this.#isTurned = isTurned;
  }

  async #connect(network: NetworkState): Promise<void> {
    const before = this.#network;
    this.#network = network;
    if (network === 'offline' || before === 'offline')
      await this.#send('emulation.setNetworkConditions', {
        networkConditions: network === 'offline' ? { type: 'offline' } : null,
      });
    if (network === 'silent') await this.#fallSilent();
    if (before === 'silent') await this.#speakAgain();
  }

  async #fallSilent(): Promise<void> {
    const asked = { phases: ['beforeRequestSent'], contexts: [this.#page.context] };
    const { intercept } = await this.#page.session.send<{ intercept: string }>('network.addIntercept', asked);
    this.#silence = intercept;
  }

  /** What nobody answered comes to nothing. */
  async #speakAgain(): Promise<void> {
    await this.#page.session.send('network.removeIntercept', { intercept: this.#silence });
    for (const request of this.#held) await this.#page.session.send('network.failRequest', { request }).catch(() => {});
    this.#held.clear();
  }

  async #send(method: string, params: object): Promise<void> {
    await this.#page.session.send(method, { contexts: [this.#page.context], ...params });
  }
}
