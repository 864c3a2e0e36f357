import type { ElementHandle, Page as Tab } from 'puppeteer';
import type { Recorder } from '../../network/recorder.ts';
import type { Picture } from '../../picture.ts';
import type { ControlName, ForeignRequest, FormAround, Page, RawRequest, Viewing, WebSession } from '../page.ts';
import { isBox } from './boxes.ts';
import { BrowserAccessibility } from './browser-accessibility.ts';
import { comeTo } from './come-to.ts';
import { controlsOf, findControl } from './controls.ts';
import { sendFromElsewhere } from './foreign-site.ts';
import { CANNOT_BE_PRESSED, hitControl, isDisabled } from './hit-control.ts';
import { inOurErrors, PATIENCE_MS } from './in-our-errors.ts';
import { linkedPages, namedAddresses, readableText, readFormOf, readStorage, submitCopy } from './in-page.ts';
import { linesOf } from './lines-of.ts';
import { overhear } from './overhear.ts';
import { takePixelsOn } from './pixels-on.ts';
import { sendBeside } from './send-beside.ts';
import { cookiesOf, setCookies } from './session.ts';
import { Settling } from './settling.ts';
import { TabClock } from './tab-clock.ts';
import { TabTraffic } from './tab-traffic.ts';
import { takePicture, takePixels } from './take-picture.ts';
import { typeInto } from './type-into.ts';
import { unfold } from './unfold.ts';
import type { Window } from './windows.ts';

/** A web page in a real Chromium: found through the accessibility tree, pressed with the mouse, read from its pixels. */
export class BrowserPage implements Page {
  readonly accessibility: BrowserAccessibility;
  readonly #window: Window;
  readonly #tab: Tab;
  readonly #recorder: Recorder;
  readonly #settling: Settling;
  readonly #traffic: TabTraffic;
  readonly #clock: TabClock;
  #pixels: Uint8Array | undefined;
  #errandTab: Promise<Tab> | undefined;

  constructor(window: Window, recorder: Recorder) {
    this.#window = window;
    this.#tab = window.tab;
    this.#recorder = recorder;
    this.#settling = new Settling(this.#tab);
    this.#traffic = new TabTraffic(this.#tab, recorder);
    this.#clock = new TabClock(this.#tab, window.now);
    this.#tab.setDefaultTimeout(PATIENCE_MS);
    this.accessibility = new BrowserAccessibility({
      tab: this.#tab,
      errandTab: () => this.#tabForErrands(),
      said: () => this.#traffic.said,
      act: (act) => this.#act(act),
      change: (act) => this.#change(() => this.#settling.after(act)),
    });
  }

  async open(address: string): Promise<void> {
    this.#traffic.asked = [];
    await this.#come(() => comeTo(this.#tab, address));
  }

  address = (): string => this.#tab.url();
  back = (): Promise<void> => this.#come(() => this.#tab.goBack({ waitUntil: 'load' }));
  reload = (): Promise<void> => this.#come(() => this.#tab.reload({ waitUntil: 'load' }));

  async addresses(): Promise<string[]> {
    return [...this.#traffic.asked, ...(await this.#act(() => this.#tab.evaluate(namedAddresses)))];
  }

  storage = (): Promise<string[]> => this.#act(() => this.#tab.evaluate(readStorage));
  links = (): Promise<string[]> => this.#act(() => this.#tab.evaluate(linkedPages));

  async press(name: string | RegExp, beside?: string): Promise<boolean> {
    const control: ControlName = { kind: 'press', name, beside };
    return (await this.reach(control)) && this.#withControl(control, this.#click);
  }

  async fill(name: string | RegExp, text: string): Promise<boolean> {
    this.#pixels = undefined;
    return this.#withControl({ kind: 'fill', name }, (field) => typeInto(this.#tab, field, text));
  }

  has = (control: ControlName): Promise<boolean> =>
    this.#act(async () => Boolean(await findControl(this.#tab, control)));

  async reach(control: ControlName): Promise<boolean> {
    const isThere = () => this.has(control);
    return (await isThere()) || this.#told(() => unfold(this.#tab, { isThere, click: this.#click }));
  }

  controlNames = (): Promise<string[]> =>
    this.#act(async () => (await controlsOf(this.#tab)).map(({ name }) => `"${name}"`));

  async lines(): Promise<string[]> {
    return linesOf([await this.#act(() => this.#tab.evaluate(readableText)), ...this.#traffic.said]);
  }

  async pictures(): Promise<Uint8Array[]> {
    this.#pixels ??= await this.#act(() => takePixels(this.#tab));
    return [this.#pixels];
  }

  async formAround(name: ControlName): Promise<FormAround | undefined> {
    let form: FormAround | undefined;
    await this.#withControl(name, async (control) => {
      form = await control.evaluate(readFormOf, await isBox(control));
    });
    return form;
  }

  overhear = (sample: string, act: () => Promise<void>) => overhear(this.#tab, sample, act);

  sendTogether = (requests: RawRequest[]): Promise<number[]> =>
    this.#change(async () => {
      const recorder = this.#recorder;
      return sendBeside({ tab: await this.#tabForErrands(), at: this.address(), recorder }, requests);
    });

  sendFromElsewhere = (form: FormAround, how: ForeignRequest): Promise<number> =>
    this.#change(() =>
      sendFromElsewhere({ tab: this.#tab, settling: this.#settling, traffic: this.#traffic }, form, how),
    );

  replay = (form: FormAround): Promise<void> =>
    this.#change(() => this.#settling.after(() => this.#tab.evaluate(submitCopy, form)));

  async secondTab(): Promise<Page> {
    const tab = await this.#act(() => this.#window.openTab());
    return new BrowserPage({ ...this.#window, tab, giveBack: () => {} }, this.#recorder);
  }

  session = async (): Promise<WebSession> => ({
    address: this.address(),
    cookies: await this.#act(() => cookiesOf(this.#window.context)),
  });

  async resume({ address, cookies }: WebSession): Promise<void> {
    await this.#act(() => setCookies(this.#window.context, cookies));
    await this.open(address);
  }

  pixelsOn = (viewing: Viewing): Promise<Uint8Array> => this.#act(() => takePixelsOn(this.#tab, viewing));
  picture = (secretLines: string[]): Promise<Picture> => this.#act(() => takePicture(this.#tab, secretLines));
  source = (): Promise<string> => this.#act(() => this.#tab.content());

  async close(): Promise<void> {
    await this.#traffic.leave();
    this.#settling.stop();
    this.#window.giveBack();
  }

  readonly #click = (control: ElementHandle): Promise<void> =>
    this.#change(async () => {
      if (await control.evaluate(isDisabled)) this.#traffic.said.push(CANNOT_BE_PRESSED);
      await this.#settling.after(() => hitControl(control));
    });

  async #withControl(name: ControlName, act: (control: ElementHandle) => Promise<unknown>): Promise<boolean> {
    return this.#told(async () => {
      const control = await findControl(this.#tab, name);
      if (!control) return false;
      await act(control);
      return true;
    });
  }

  #tabForErrands(): Promise<Tab> {
    this.#errandTab ??= this.#window.openTab();
    return this.#errandTab;
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
    return this.#told(act);
  }

  /** Looks at the page, or at what comes in its place meanwhile. */
  #act<Result>(look: () => Promise<Result>): Promise<Result> {
    return this.#told(() => this.#settling.ask(look));
  }

  async #told<Result>(act: () => Promise<Result>): Promise<Result> {
    try {
      await this.#traffic.prickUpEars();
      await this.#clock.follow();
      return await act();
    } catch (error) {
      throw await inOurErrors(error, this.address());
    }
  }
}
