import { NoConnection } from '../errors.ts';

/** `offline`: nothing leaves the phone. `silent`: what it sends is never answered. */
export type NetworkState = 'online' | 'offline' | 'silent';

/** The network as one phone has it: a `fetch` that can be cut off. A silence is told at once, not waited for. */
export class PhoneNetwork {
  state: NetworkState = 'online';
  readonly fetcher: typeof fetch;

  constructor(fetcher: typeof fetch) {
    this.fetcher = async (input, init) => {
      if (this.state === 'offline') throw new NoConnection('There is no network');
      if (this.state === 'silent') throw new NoConnection('The server does not answer');
      return fetcher(input, init);
    };
  }
}
