import type { Browser } from 'puppeteer';
import type { FoundBrowser } from '../../simulators/browser/found-browser.ts';
import { launchBrowser } from '../../simulators/browser/launch-browser.ts';
import { CameraFeed } from './camera-feed.ts';

/** What a browser answers whoever asks for the camera. It is settled when the browser starts. */
export type CameraAnswer = 'granted' | 'denied' | 'none';

/** A phone's hardware: a browser process whose camera shows what it is given. */
export interface Handset {
  readonly answer: CameraAnswer;
  readonly browser: Browser;
  readonly feed: CameraFeed;
}

/** A headless shell has no permission to be asked for; its own stand-in for the question is answered by a flag. */
const ANSWERS: Record<CameraAnswer, string[]> = {
  granted: ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'],
  denied: ['--use-fake-ui-for-media-stream=deny', '--use-fake-device-for-media-stream'],
  none: ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream=device-count=0'],
};

/**
 * The browser processes that phones are played in. One shows one frame to all its pages, and answers all of them in the
 * same way, so a phone has one to itself while it is in use; afterwards the next phone takes it.
 */
export class PhoneBrowsers {
  readonly #found: FoundBrowser;
  readonly #reachableHosts: readonly string[];
  readonly #all: Promise<Handset>[] = [];
  #free: Handset[] = [];

  /** @param reachableHosts the hosts of the app beside this machine's own */
  constructor(found: FoundBrowser, reachableHosts: readonly string[] = []) {
    this.#found = found;
    this.#reachableHosts = reachableHosts;
  }

  /** One that is free, or a new one. */
  take(answer: CameraAnswer): Promise<Handset> {
    const free = this.#free.find((handset) => handset.answer === answer && handset.browser.connected);
    if (free) {
      this.#free = this.#free.filter((handset) => handset !== free);
      return Promise.resolve(free);
    }
    const handset = this.#start(answer);
    this.#all.push(handset);
    return handset;
  }

  /** Takes one back that nobody uses any more, without a page in it. */
  giveBack(handset: Handset): void {
    handset.feed.show();
    this.#free.push(handset);
  }

  /** Ends them all, whoever uses them, and takes their files away. */
  async close(): Promise<void> {
    this.#free = [];
    const handsets = await Promise.allSettled(this.#all.splice(0));
    await Promise.all(handsets.flatMap((one) => (one.status === 'fulfilled' ? [end(one.value)] : [])));
  }

  async #start(answer: CameraAnswer): Promise<Handset> {
    const feed = new CameraFeed();
    try {
      // A film is a camera, even where there is to be none.
      const film = answer === 'none' ? [] : [`--use-file-for-fake-video-capture=${feed.path}`];
      const args = [...ANSWERS[answer], ...film];
      return { answer, feed, browser: await launchBrowser(this.#found, this.#reachableHosts, args) };
    } catch (error) {
      feed.close();
      throw error;
    }
  }
}

async function end({ browser, feed }: Handset): Promise<void> {
  await browser.close();
  feed.close();
}
