import { GATEWAY_ANSWERS, type NetworkState } from '../../simulators/network/phone-network.ts';
import type { Claims } from '../../simulators/phone/phone.ts';
import { withClaims } from '../browser-phone/add-claims.ts';
import type { Conditions } from '../browser-phone/conditions.ts';
import type { Page } from './page.ts';
import type { ServedApi } from './served-api.ts';
import { bytesOf, provide, type Sent, sentBody } from './wire.ts';

type Patterns = readonly { type: 'pattern'; pathname: string }[];

/** What stands between a tab and the servers that it asks: a network that fails, a server that the suite plays, a forger. */
export class Interception {
  /** Whether a whole page was asked for in vain: what is shown then is the browser's own. */
  hasFailedPage = false;
  readonly #page: Page;
  readonly #served: ServedApi | undefined;
  readonly #stop: () => void;
  #network: NetworkState = 'online';
  #claims: Claims = {};
  #intercept: string | undefined;
  /** What is intercepted by now: everything where there are no patterns, and nothing at first. */
  #kind = 'nothing';

  constructor(page: Page, served?: ServedApi) {
    this.#page = page;
    this.#served = served;
    this.#stop = page.session.on('network.beforeRequestSent', (sent: Sent) => {
      // One that the page has dropped meanwhile is nobody's any more.
      if (sent.context === page.context && sent.isBlocked) this.#respond(sent).catch(() => {});
    });
  }

  /** Has the network be like this from now on, and the app claim this. */
  async follow({ network, claims }: Pick<Conditions, 'network' | 'claims'>): Promise<void> {
    this.#claims = claims;
    const before = this.#network;
    this.#network = network;
    if (network !== before) this.hasFailedPage = false;
    if ((network === 'offline') !== (before === 'offline')) await this.#goOffline(network === 'offline');
    if (network !== 'online' || Object.keys(claims).length > 0) return this.#interceptOnly('everything', []);
    await (this.#served ? this.#interceptOnly('the server', this.#served.patterns) : this.#interceptOnly('nothing'));
  }

  leave(): void {
    this.#stop();
  }

  async #interceptOnly(kind: string, urlPatterns?: Patterns): Promise<void> {
    if (kind === this.#kind) return;
    const { session, context } = this.#page;
    if (this.#intercept) await session.send('network.removeIntercept', { intercept: this.#intercept });
    this.#intercept = undefined;
    this.#kind = kind;
    if (!urlPatterns) return;
    const some = urlPatterns.length > 0 && { urlPatterns };
    const asked = { phases: ['beforeRequestSent'], contexts: [context], ...some };
    this.#intercept = (await session.send<{ intercept: string }>('network.addIntercept', asked)).intercept;
  }

  async #goOffline(isOffline: boolean): Promise<void> {
    const networkConditions = isOffline ? { type: 'offline' } : null;
    const { session, context } = this.#page;
    await session.send('emulation.setNetworkConditions', { contexts: [context], networkConditions });
  }

  async #respond(sent: Sent): Promise<void> {
    const { session } = this.#page;
    const { request } = sent.request;
    const network = this.#network;
    if (network === 'online') {
      if (this.#served?.answers(sent.request.url)) return this.#served.respond(session, sent);
      return this.#passOn(sent);
    }
    if (sent.navigation !== null) this.hasFailedPage = true;
    if (network !== 'failing' && network !== 'busy')
      return void (await session.send('network.failRequest', { request }));
    const { status, headers, body } = GATEWAY_ANSWERS[network];
    await provide(session, request, { status, headers: Object.entries(headers), body: Buffer.from(body) });
  }

  async #passOn({ request: { request, headers } }: Sent): Promise<void> {
    const { session } = this.#page;
    const given = Object.fromEntries(headers.map(({ name, value }) => [name, bytesOf(value).toString('latin1')]));
    const body = await sentBody(session, request);
    const leaving = withClaims({ headers: given, body }, this.#claims);
    await session.send('network.continueRequest', {
      request,
      headers: Object.entries(leaving.headers).map(([name, value]) => ({ name, value: { type: 'string', value } })),
      ...(leaving.body !== undefined && { body: { type: 'string', value: leaving.body } }),
    });
  }
}
