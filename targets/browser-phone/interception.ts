import type { CDPSession, Protocol } from 'puppeteer';
import { GATEWAY_ANSWERS, type NetworkState } from '../../simulators/network/phone-network.ts';
import type { Claims } from '../../simulators/phone/phone.ts';
import { withClaims } from './add-claims.ts';
import type { Conditions } from './conditions.ts';
import type { PlayedApi } from './played-api.ts';

type Reason = Protocol.Network.ErrorReason;
type Paused = Protocol.Fetch.RequestPausedEvent;

const FAILURES: Record<Exclude<NetworkState, 'online' | keyof typeof GATEWAY_ANSWERS>, Reason> = {
  offline: 'InternetDisconnected',
  unreachable: 'ConnectionRefused',
  silent: 'TimedOut',
};
const EVERYTHING = '*';

/** What stands between a tab and the servers that it asks: a network that fails, a server that the suite plays, a forger. */
export class Interception {
  /** Whether a whole page was asked for in vain: what is shown then is the browser's own. */
  hasFailedPage = false;
  readonly #devtools: CDPSession;
  readonly #played: PlayedApi | undefined;
  #network: NetworkState = 'online';
  #claims: Claims = {};
  #patterns: readonly string[] = [];

  constructor(devtools: CDPSession, played?: PlayedApi) {
    this.#devtools = devtools;
    this.#played = played;
    devtools.on('Fetch.requestPaused', (paused) => {
      // One that the page has dropped meanwhile is nobody's any more.
      this.#respond(paused).catch(() => {});
    });
  }

  /** Has the network be like this from now on, and the app claim this. */
  async follow({ network, claims }: Pick<Conditions, 'network' | 'claims'>): Promise<void> {
    if (network !== this.#network) this.hasFailedPage = false;
    this.#network = network;
    this.#claims = claims;
    const isAsIs = network === 'online' && Object.keys(claims).length === 0;
    const patterns = isAsIs ? (this.#played?.patterns ?? []) : [EVERYTHING];
    if (patterns.join() === this.#patterns.join()) return;
    this.#patterns = patterns;
    if (patterns.length === 0) await this.#devtools.send('Fetch.disable');
    else await this.#devtools.send('Fetch.enable', { patterns: patterns.map((urlPattern) => ({ urlPattern })) });
  }

  async #respond(paused: Paused): Promise<void> {
    const network = this.#network;
    if (network === 'online') return this.#passOn(paused);
    const { requestId, resourceType } = paused;
    if (resourceType === 'Document') this.hasFailedPage = true;
    if (network !== 'failing' && network !== 'busy') {
      await this.#devtools.send('Fetch.failRequest', { requestId, errorReason: FAILURES[network] });
      return;
    }
    const { status, headers, body } = GATEWAY_ANSWERS[network];
    await this.#devtools.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: status,
      responseHeaders: Object.entries(headers).map(([name, value]) => ({ name, value })),
      body: Buffer.from(body).toString('base64'),
    });
  }

  async #passOn(paused: Paused): Promise<void> {
    const { requestId, request } = paused;
    if (this.#played?.answers(request.url)) return this.#played.respond(this.#devtools, paused);
    const { headers, body } = withClaims({ headers: request.headers, body: request.postData }, this.#claims);
    await this.#devtools.send('Fetch.continueRequest', {
      requestId,
      headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
      ...(body !== undefined && { postData: Buffer.from(body).toString('base64') }),
    });
  }
}
