import type { PhoneParts } from '../../phone/simulated-phone.ts';
import { type KeptKey, Vault } from './vault.ts';

/** What is no secret, and is known before anything is unsealed. */
interface Status {
  username: string;
  isPairing: boolean;
  /** The session itself is a cookie that scripts cannot see. */
  token: string | undefined;
}

const NAME = 'paircheck-app';

/** Keeps what the app remembers, so that it goes on where it was after a reload. */
export class Keeper {
  readonly #parts: PhoneParts;
  readonly #vault: Vault;
  #written = '';

  private constructor(parts: PhoneParts, vault: Vault) {
    this.#parts = parts;
    this.#vault = vault;
  }

  /** Gives a phone back what was kept of it. */
  static async restore(parts: PhoneParts): Promise<Keeper> {
    const keeper = new Keeper(parts, await Vault.open());
    const { memory, api, app } = parts;
    const { username = '', isPairing = false, token } = keptStatus();
    Object.assign(memory, { username, isPairing });
    api.wire.token = token;
    for (const { username: owner, parameters, ...kept } of await keeper.#vault.read()) {
      memory.keys.set(owner, app.crafts.entryOf({ type: 'totp', ...kept, ...parameters }));
    }
    keeper.#written = JSON.stringify(keeper.#keys());
    return keeper;
  }

  async keep(): Promise<void> {
    const { memory, api } = this.#parts;
    const { username, isPairing } = memory;
    localStorage.setItem(NAME, JSON.stringify({ username, isPairing, token: api.wire.token } satisfies Status));
    const keys = this.#keys();
    const text = JSON.stringify(keys);
    if (text === this.#written) return;
    await this.#vault.write(keys);
    this.#written = text;
  }

  #keys(): KeptKey[] {
    return [...this.#parts.memory.keys].map(([username, { account, deviceName, secret, parameters }]) => ({
      username,
      account,
      deviceName,
      secret,
      parameters,
    }));
  }
}

function keptStatus(): Partial<Status> {
  return JSON.parse(localStorage.getItem(NAME) ?? '{}') as Partial<Status>;
}
