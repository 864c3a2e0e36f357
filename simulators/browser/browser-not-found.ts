/**
 * No browser to play the web user with. The message is for the person at the terminal: what to do, then what was tried.
 */
export class BrowserNotFound extends Error {
  override readonly name = 'BrowserNotFound';
  readonly code = 'browser-not-found';

  constructor(wanted: string, options?: ErrorOptions) {
    super(wanted, options);
  }

  /** @param tried - one line a place: where a browser was looked for, and why it was not taken from there */
  static anywhere(tried: readonly string[]): BrowserNotFound {
    const lines = tried.map((line) => `  - ${line}`).join('\n');
    return new BrowserNotFound(`No browser was found: ${INSTALL_A_BROWSER}.\nTried, in this order:\n${lines}`);
  }
}

const INSTALL_A_BROWSER =
  'run `npx puppeteer browsers install chrome-headless-shell`, or as root on Debian or Ubuntu ' +
  '`apt-get install --no-install-recommends chromium-headless-shell`, ' +
  'or name one you have in PUPPETEER_EXECUTABLE_PATH';
