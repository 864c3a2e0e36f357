import { NoConnection } from '../errors.ts';
import type { Fetcher } from './fetcher.ts';

/** `offline`: nothing leaves the phone. `silent`: what it sends is never answered. */
export type NetworkState = 'online' | 'offline' | 'silent';

/** The network as one phone has it: a way out that can be cut off. A silence is told at once, not waited for. */
export class PhoneNetwork {
  state: NetworkState = 'online';
  readonly fetcher: Fetcher;

  constructor(fetcher: Fetcher) {
    this.fetcher = async (address, request) => {
      if (this.state === 'offline') throw new NoConnection('There is no network');
      if (this.state === 'silent') throw new NoConnection('The server does not answer');
      return fetcher(address, request);
    };
  }
}
