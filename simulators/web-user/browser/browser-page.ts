import type { ElementHandle, Page as Tab } from 'puppeteer';
import { Blocked, TargetGone } from '../../errors.ts';
import type { Recorder } from '../../network/recorder.ts';
import type { ControlName, FormAround, Page, Picture, RawRequest, Viewing } from '../page.ts';
import { controlsOf, findControl } from './controls.ts';
import { readableText, readFormOf, sendAll, submitCopy } from './in-page.ts';
import { takePicture } from './take-picture.ts';
import { Settling } from './settling.ts';

/** Longer than any page from this machine takes to come. */
const PATIENCE_MS = 10_000;

/** A web page in a real Chromium: found through the accessibility tree, pressed with the mouse, read from its pixels. */
export class BrowserPage implements Page {
  readonly #tab: Tab;
  readonly #recorder: Recorder;
  readonly #settling: Settling;

  constructor(tab: Tab, recorder: Recorder) {
    this.#tab = tab;
    this.#recorder = recorder;
    this.#settling = new Settling(tab);
    tab.setDefaultTimeout(PATIENCE_MS);
    tab.on('response', (response) => {
      if (response.url().startsWith('http')) {
        recorder.record('web', response.request().method(), response.url(), response.status());
      }
    });
  }

  async open(address: string): Promise<void> {
    await this.#act(() => this.#tab.goto(address, { waitUntil: 'load' }));
  }

  address(): string {
    return this.#tab.url();
  }

  async press(name: string | RegExp): Promise<boolean> {
    return this.#withControl({ kind: 'press', name }, (control) => this.#settling.after(() => control.click()));
  }

  async fill(name: string | RegExp, text: string): Promise<boolean> {
    return this.#withControl({ kind: 'fill', name }, async (field) => {
      await field.evaluate((element) => (element as HTMLInputElement).select());
      await field.focus();
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
    const lines = text.split(/[\n\t]/).map((line) => line.replace(/\s+/g, ' ').trim());
    return lines.filter((line) => line !== '');
  }

  async pictures(): Promise<Uint8Array[]> {
    return [await this.#act(() => this.#tab.screenshot({ fullPage: true }))];
  }

  async formAround(name: string | RegExp): Promise<FormAround | undefined> {
    let form: FormAround | undefined;
    await this.#withControl({ kind: 'fill', name }, async (field) => {
      form = await field.evaluate(readFormOf);
    });
    return form;
  }

  async sendTogether(requests: RawRequest[]): Promise<number[]> {
    return this.#act(() => this.#tab.evaluate(sendAll, requests));
  }

  async replay(form: FormAround): Promise<void> {
    await this.#act(() => this.#settling.after(() => this.#tab.evaluate(submitCopy, form)));
  }

  async newTab(): Promise<Page> {
    return this.#act(async () => new BrowserPage(await this.#tab.browserContext().newPage(), this.#recorder));
  }

  async pixelsOn({ widthPx, pixelRatio, theme }: Viewing): Promise<Uint8Array> {
    return this.#act(async () => {
      const before = this.#tab.viewport();
      await this.#tab.setViewport({ width: widthPx, height: 800, deviceScaleFactor: pixelRatio });
      await this.#tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
      const pixels = await this.#tab.screenshot({ fullPage: true });
      await this.#tab.emulateMediaFeatures([]);
      await this.#tab.setViewport(before);
      return pixels;
    });
  }

  picture(secretLines: string[]): Promise<Picture> {
    return this.#act(() => takePicture(this.#tab, secretLines));
  }

  async source(): Promise<string> {
    return this.#act(() => this.#tab.content());
  }

  async close(): Promise<void> {
    await this.#tab.browserContext().close();
  }

  async #withControl(name: ControlName, act: (control: ElementHandle) => Promise<unknown>): Promise<boolean> {
    return this.#act(async () => {
      const control = await findControl(this.#tab, name);
      if (!control) return false;
      await act(control);
      return true;
    });
  }

  async #act<Result>(act: () => Promise<Result>): Promise<Result> {
    try {
      return await act();
    } catch (cause) {
      if (cause instanceof Error && GONE.test(cause.message)) {
        throw new TargetGone(`the web page went away: ${cause.message}`, { cause });
      }
      if (cause instanceof Error && cause.name === 'TimeoutError') {
        throw new Blocked(`the web page at ${new URL(this.address()).pathname} did not come to rest in ${PATIENCE_MS} ms`);
      }
      throw cause;
    }
  }
}

/** What Chromium and Puppeteer say when there is no server, no page or no browser left. */
const GONE = /net::ERR_|Target closed|Session closed|Connection closed|detached|Failed to fetch/;
