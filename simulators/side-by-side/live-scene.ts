import type { ClockSetting } from '../clock/system-clock.ts';
import { hear, type WholeExchange } from './heard.ts';
import type { Exchange, Scene } from './scene.ts';
import { watchPortal } from './watcher.ts';

/** The clock of portal and phone. Times are milliseconds of Unix time. */
export interface TurnableClock {
  readonly setting: ClockSetting;
  now(): number;
  set(atEpochMs: number): void;
  turnTo(atEpochMs: number): void;
  run(): void;
}

/** A portal that runs, and its phone: another one has another id. */
export interface RunningPair {
  id: string;
  portalUrl: string;
  controlUrl: string;
  /** The known defect that it has. */
  defect?: string | undefined;
}

interface SceneOptions {
  clock: TurnableClock;
  pair(): Promise<RunningPair>;
  /** Takes secrets out of everything that is told, wherever they got into it. */
  redact<Value>(value: Value, secrets: readonly string[]): Value;
}

/** As many as somebody scrolls through. */
const MOST_EXCHANGES = 80;
/** How often it is looked at what nobody here has heard, such as somebody at the portal's own address. */
const LOOK_MS = 1000;

/** All that the page draws, as it changes. */
export class LiveScene {
  readonly #options: SceneOptions;
  readonly #listeners = new Set<(scene: string) => void>();
  #exchanges: Exchange[] = [];
  #secrets: string[] = [];
  #count = 0;
  #told = '';
  #looking: ReturnType<typeof setInterval> | undefined;

  constructor(options: SceneOptions) {
    this.#options = options;
  }

  /** @returns what ends it */
  follow(listener: (scene: string) => void): () => void {
    this.#listeners.add(listener);
    this.#told = '';
    this.#looking ??= setInterval(() => void this.look(), LOOK_MS);
    void this.look();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.close();
    };
  }

  hear(exchange: WholeExchange): void {
    const heard = hear(exchange);
    if (!heard) return;
    this.#secrets = [...new Set([...this.#secrets, ...heard.secrets])];
    this.#count += 1;
    const atEpochMs = this.#options.clock.now();
    this.#exchanges = [...this.#exchanges, { number: this.#count, atEpochMs, ...heard.told }].slice(-MOST_EXCHANGES);
    void this.look();
  }

  /** What was heard of another pair is over. */
  forget(): void {
    this.#exchanges = [];
    this.#secrets = [];
  }

  /** Tells the listeners, if anything is other than it was. */
  async look(): Promise<void> {
    const scene = JSON.stringify(this.#options.redact(await this.#scene(), this.#secrets));
    if (scene === this.#told) return;
    this.#told = scene;
    for (const listener of this.#listeners) listener(scene);
  }

  close(): void {
    clearInterval(this.#looking);
    this.#looking = undefined;
  }

  async #scene(): Promise<Scene> {
    const { id, controlUrl, defect } = await this.#options.pair();
    const watched = (await watchPortal(controlUrl)) ?? { signedIn: { portal: false, phone: false } };
    const { setting } = this.#options.clock;
    return {
      pair: id,
      clock: setting,
      ...(defect !== undefined && { defect }),
      exchanges: this.#exchanges,
      ...watched,
    };
  }
}
