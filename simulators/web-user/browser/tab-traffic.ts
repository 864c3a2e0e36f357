import type { Dialog, HTTPRequest, HTTPResponse, Page as Tab } from 'puppeteer';
import type { Recorder } from '../../network/recorder.ts';

/** What a tab asks for, is answered, and says in message boxes. */
export class TabTraffic {
  /** Every address that was asked for since the last page was opened, whole. */
  asked: string[] = [];
  /** What message boxes said since the last act. */
  said: string[] = [];
  readonly #tab: Tab;
  readonly #recorder: Recorder;

  constructor(tab: Tab, recorder: Recorder) {
    this.#tab = tab;
    this.#recorder = recorder;
    tab.on('request', this.#ask).on('response', this.#record).on('dialog', this.#answer);
  }

  /** Leaves the tab to somebody else. */
  stop(): void {
    this.#tab.off('request', this.#ask).off('response', this.#record).off('dialog', this.#answer);
  }

  readonly #ask = (request: HTTPRequest): void => {
    if (!request.url().startsWith('data:')) this.asked.push(request.url());
  };

  readonly #record = (response: HTTPResponse): void => {
    // Style sheets, pictures and the like say nothing of what the portal does.
    if (!['document', 'xhr', 'fetch'].includes(response.request().resourceType())) return;
    const method = response.request().method();
    this.#recorder.record({ from: 'web', method, address: response.url(), status: response.status() });
  };

  readonly #answer = (dialog: Dialog): void => {
    this.said.push(dialog.message());
    // Nothing goes on before it is answered. One that is gone by then has no answer to be missed.
    dialog.accept(dialog.defaultValue()).catch(() => {});
  };
}
