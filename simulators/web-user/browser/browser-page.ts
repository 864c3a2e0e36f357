import type { ElementHandle, Page as Tab } from 'puppeteer';
import { Blocked, TargetGone } from '../../errors.ts';
import type { Recorder } from '../../network/recorder.ts';
import type { Picture } from '../../picture.ts';
import type { ControlName, FormAround, Page, RawRequest, Viewing, WebSession } from '../page.ts';
import { BrowserAccessibility } from './browser-accessibility.ts';
import { controlsOf, findControl } from './controls.ts';
import { linkedPages, namedAddresses, readableText, readFormOf, readStorage, sendAll, submitCopy } from './in-page.ts';
import { takePixelsOn } from './pixels-on.ts';
import { cookiesOf, setCookies } from './session.ts';
import { Settling } from './settling.ts';
import { TabTraffic } from './tab-traffic.ts';
import { takePicture, takePixels } from './take-picture.ts';
import type { Window } from './windows.ts';

/** What Chromium and Puppeteer say when there is no server, no page or no browser left. */
const GONE = /net::ERR_|Target closed|Session closed|Connection closed|detached|Failed to fetch/;
/** Longer than any page from this machine takes to come. */
const PATIENCE_MS = 10_000;

/** A web page in a real Chromium: found through the accessibility tree, pressed with the mouse, read from its pixels. */
export class BrowserPage implements Page {
  readonly accessibility: BrowserAccessibility;
  readonly #window: Window;
  readonly #tab: Tab;
  readonly #recorder: Recorder;
  readonly #settling: Settling;
  readonly #traffic: TabTraffic;
  #pixels: Uint8Array | undefined;

  constructor(window: Window, recorder: Recorder) {
    this.#window = window;
    this.#tab = window.tab;
    this.#recorder = recorder;
    this.#settling = new Settling(this.#tab);
    this.#traffic = new TabTraffic(this.#tab, recorder);
    this.#tab.setDefaultTimeout(PATIENCE_MS);
    this.accessibility = new BrowserAccessibility({
      tab: this.#tab,
      secondTab: window.secondTab,
      said: () => this.#traffic.said,
      act: (act) => this.#act(act),
      change: (act) => this.#change(() => this.#settling.after(act)),
    });
  }

  async open(address: string): Promise<void> {
    this.#traffic.asked = [];
    await this.#come(() => this.#tab.goto(address, { waitUntil: 'load' }));
  }

  address(): string {
    return this.#tab.url();
  }

  back = (): Promise<void> => this.#come(() => this.#tab.goBack({ waitUntil: 'load' }));

  reload = (): Promise<void> => this.#come(() => this.#tab.reload({ waitUntil: 'load' }));

  async addresses(): Promise<string[]> {
    return [...this.#traffic.asked, ...(await this.#act(() => this.#tab.evaluate(namedAddresses)))];
  }

  storage = (): Promise<string[]> => this.#act(() => this.#tab.evaluate(readStorage));

  links = (): Promise<string[]> => this.#act(() => this.#tab.evaluate(linkedPages));

  async press(name: string | RegExp): Promise<boolean> {
    return this.#withControl({ kind: 'press', name }, (control) =>
      this.#change(() => this.#settling.after(() => control.click())),
    );
  }

  async fill(name: string | RegExp, text: string): Promise<boolean> {
    return this.#withControl({ kind: 'fill', name }, async (field) => {
      this.#pixels = undefined;
      await field.evaluate((element) => (element as HTMLInputElement).select());
      if (text === '') return this.#tab.keyboard.press('Delete');
      // One insertion, as from an input method or the clipboard: keyboards cannot type every character of a name.
      return this.#tab.keyboard.sendCharacter(text);
    });
  }

  async has(control: ControlName): Promise<boolean> {
    return this.#withControl(control, async () => {});
  }

  async controlNames(): Promise<string[]> {
    return this.#act(async () => (await controlsOf(this.#tab)).map(({ name }) => `"${name}"`));
  }

  async lines(): Promise<string[]> {
    const text = await this.#act(() => this.#tab.evaluate(readableText));
    const lines = [text, ...this.#traffic.said]
      .join('\n')
      .split(/[\n\t]/)
      .map((line) => line.replace(/\s+/g, ' ').trim());
    return lines.filter((line) => line !== '');
  }

  async pictures(): Promise<Uint8Array[]> {
    this.#pixels ??= await this.#act(() => takePixels(this.#tab));
    return [this.#pixels];
  }

  async formAround(name: ControlName): Promise<FormAround | undefined> {
    let form: FormAround | undefined;
    await this.#withControl(name, async (control) => {
      form = await control.evaluate(readFormOf);
    });
    return form;
  }

  async sendTogether(requests: RawRequest[]): Promise<number[]> {
    const { secondTab } = this.#window;
    return this.#change(async () => {
      // From another tab, for the portal's own pages may rightly forbid their scripts to send anything.
      await secondTab.setBypassCSP(true);
      await secondTab.goto(new URL('/favicon.ico', this.#tab.url()).href);
      const statuses = await secondTab.evaluate(sendAll, requests);
      await secondTab.setBypassCSP(false);
      return statuses;
    });
  }

  async replay(form: FormAround): Promise<void> {
    await this.#change(() => this.#settling.after(() => this.#tab.evaluate(submitCopy, form)));
  }

  secondTab(): Page {
    return new BrowserPage({ ...this.#window, tab: this.#window.secondTab, giveBack: () => {} }, this.#recorder);
  }

  async session(): Promise<WebSession> {
    return { address: this.address(), cookies: await this.#act(() => cookiesOf(this.#window.context)) };
  }

  async resume({ address, cookies }: WebSession): Promise<void> {
    await this.#act(() => setCookies(this.#window.context, cookies));
    await this.open(address);
  }

  pixelsOn(viewing: Viewing): Promise<Uint8Array> {
    return this.#act(() => takePixelsOn(this.#tab, viewing));
  }

  picture(secretLines: string[]): Promise<Picture> {
    return this.#act(() => takePicture(this.#tab, secretLines));
  }

  async source(): Promise<string> {
    return this.#act(() => this.#tab.content());
  }

  async close(): Promise<void> {
    this.#traffic.stop();
    this.#settling.stop();
    this.#window.giveBack();
  }

  async #withControl(name: ControlName, act: (control: ElementHandle) => Promise<unknown>): Promise<boolean> {
    return this.#act(async () => {
      const control = await findControl(this.#tab, name);
      if (!control) return false;
      await act(control);
      return true;
    });
  }

  /** Comes to a page by its address, and waits until it has filled itself. */
  async #come(go: () => Promise<unknown>): Promise<void> {
    await this.#change(async () => {
      await go();
      await this.#settling.rest();
    });
  }

  /** Does what may change the page, so that it has to be looked at again. */
  async #change<Result>(act: () => Promise<Result>): Promise<Result> {
    this.#pixels = undefined;
    this.#traffic.said = [];
    return this.#act(act);
  }

  async #act<Result>(act: () => Promise<Result>): Promise<Result> {
    try {
      return await act();
    } catch (cause) {
      if (cause instanceof Error && GONE.test(cause.message)) {
        throw new TargetGone(`the web page went away: ${cause.message}`, { cause });
      }
      if (cause instanceof Error && (cause.name === 'TimeoutError' || /timed out/.test(cause.message))) {
        throw new Blocked(
          `the web page at ${new URL(this.address()).pathname} did not come to rest in ${PATIENCE_MS} ms`,
        );
      }
      throw cause;
    }
  }
}
