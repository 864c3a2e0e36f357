import { type IDBPDatabase, openDB } from 'idb';
import type { OtpParameters } from '../../../protocol/otpauth-uri.ts';

/** What the app has for one username, as it is kept. */
export interface KeptKey extends Pick<KeptEntry, 'account' | 'deviceName' | 'secret'> {
  username: string;
  parameters: OtpParameters;
}

interface KeptEntry {
  account: string;
  deviceName: string;
  secret: string;
}

interface Sealed {
  nonce: Uint8Array<ArrayBuffer>;
  text: ArrayBuffer;
}

const STORE = 'vault';
const [SEAL, KEYS] = ['seal', 'keys'];
const CIPHER = 'AES-GCM';
/** @see NIST SP 800-38D section 5.2.1.1: 96 bits */
const NONCE_BYTES = 12;

/**
 * Where the keys for one-time codes lie while the app is closed: in the browser's database, sealed by a key that the
 * browser made and gives to nobody, not even to the app. What is copied from the database can be read by nobody.
 */
export class Vault {
  readonly #database: IDBPDatabase;
  readonly #seal: CryptoKey;

  private constructor(database: IDBPDatabase, seal: CryptoKey) {
    this.#database = database;
    this.#seal = seal;
  }

  static async open(): Promise<Vault> {
    const database = await openDB('paircheck-app', 1, { upgrade: (made) => void made.createObjectStore(STORE) });
    const known = (await database.get(STORE, SEAL)) as CryptoKey | undefined;
    const seal =
      known ?? (await crypto.subtle.generateKey({ name: CIPHER, length: 256 }, false, ['encrypt', 'decrypt']));
    if (!known) await database.put(STORE, seal, SEAL);
    return new Vault(database, seal);
  }

  async read(): Promise<KeptKey[]> {
    const sealed = (await this.#database.get(STORE, KEYS)) as Sealed | undefined;
    if (!sealed) return [];
    const text = await crypto.subtle.decrypt({ name: CIPHER, iv: sealed.nonce }, this.#seal, sealed.text);
    return JSON.parse(new TextDecoder().decode(text)) as KeptKey[];
  }

  async write(keys: readonly KeptKey[]): Promise<void> {
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
    const text = new TextEncoder().encode(JSON.stringify(keys));
    const sealed: Sealed = { nonce, text: await crypto.subtle.encrypt({ name: CIPHER, iv: nonce }, this.#seal, text) };
    await this.#database.put(STORE, sealed, KEYS);
  }
}
