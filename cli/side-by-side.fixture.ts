import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { findBrowser } from '../simulators/browser/find-browser.ts';
import { type Handset, PhoneBrowsers } from '../targets/browser-phone/phone-browsers.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
type Tab = Awaited<ReturnType<Handset['browser']['newPage']>>;
type Frame = ReturnType<Tab['mainFrame']>;

/** Addresses that `serve` prints. */
interface Printed {
  portalUrl: string;
  sideBySideUrl: string;
}

/** As long as a busy machine takes for a page. */
const PATIENCE_MS = 60_000;

/** One of the two panes, used as a person would. */
export class Pane {
  readonly frame: Frame | Tab;

  constructor(frame: Frame | Tab) {
    this.frame = frame;
  }

  /** By its element, not by the mouse: in a frame that moves, the mouse comes too late to where it was aimed. */
  async press(name: string, role = 'button'): Promise<void> {
    const found = await this.#find(name, role);
    await found.evaluate((element) => (element as HTMLElement).click());
  }

  async type(label: string, text: string): Promise<void> {
    await this.#find(label, 'textbox');
    await this.frame.locator(`::-p-aria([name="${label}"][role="textbox"])`).fill(text);
  }

  async see(title: string): Promise<void> {
    await this.#find(title, 'heading');
  }

  /** Looks anew at each turn: a wait within a frame is lost where the frame goes on to another page just then. */
  async #find(name: string, role: string): Promise<NonNullable<Awaited<ReturnType<Frame['$']>>>> {
    const limit = AbortSignal.timeout(PATIENCE_MS);
    while (!limit.aborted) {
      const found = await this.frame.$(`::-p-aria([name="${name}"][role="${role}"])`).catch(() => null);
      if (found) return found;
      await this.frame.evaluate(() => new Promise(requestAnimationFrame)).catch(() => undefined);
    }
    throw new Error(`wanted ${role} "${name}", there was none at ${this.frame.url()}`);
  }
}

/** `paircheck serve` as somebody would have typed it, with its page open in a browser. */
export class OpenPage extends Pane {
  readonly tab: Tab;
  readonly errors: string[] = [];
  readonly addresses: Printed;
  readonly #end: () => Promise<void>;

  private constructor(tab: Tab, addresses: Printed, end: () => Promise<void>) {
    super(tab);
    this.tab = tab;
    this.addresses = addresses;
    this.#end = end;
    tab.on('pageerror', (error) => this.errors.push(String(error)));
  }

  static async open(...flags: string[]): Promise<OpenPage> {
    const child = spawn(process.execPath, [MAIN, 'serve', '--port', '0', ...flags], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const ended = once(child, 'close');
    const [line] = await once(createInterface({ input: child.stdout }), 'line');
    const addresses = JSON.parse(String(line)) as Printed;
    const cacheDirectory = join(homedir(), '.cache', 'paircheck');
    const browsers = new PhoneBrowsers(await findBrowser({ environment: process.env, cacheDirectory }));
    const { browser } = await browsers.take('none');
    const page = new OpenPage(await browser.newPage(), addresses, async () => {
      await browsers.close();
      child.kill();
      await ended;
    });
    await page.tab.setViewport({ width: 1280, height: 1400 });
    await page.tab.goto(addresses.sideBySideUrl);
    return page;
  }

  async portal(): Promise<Pane> {
    return this.#pane('.window iframe');
  }

  async phone(): Promise<Pane> {
    return this.#pane('.phone iframe');
  }

  close(): Promise<void> {
    return this.#end();
  }

  async #pane(selector: string): Promise<Pane> {
    const element = await this.tab.waitForSelector(selector);
    const frame = await element?.contentFrame();
    if (!frame) throw new Error(`wanted a frame at ${selector}, found none`);
    return new Pane(frame);
  }
}

export const ACCOUNT = { username: 'demo', password: 'demo-password' };

/** Both sign in, up to where a phone that has no key is asked to scan. */
export async function signIn(page: OpenPage): Promise<{ portal: Pane; phone: Pane }> {
  const [portal, phone] = [await page.portal(), await page.phone()];
  for (const pane of [portal, phone]) {
    await pane.type('Username', ACCOUNT.username);
    await pane.type('Password', ACCOUNT.password);
    await pane.press('Sign in');
  }
  return { portal, phone };
}

/** From the portal's home page to the QR code. */
export async function startRegistration(portal: Pane, deviceName: string): Promise<void> {
  for (const link of ['User profile', 'Access controls', 'Mobile authentication', 'Register new device'])
    await portal.press(link, 'link');
  await portal.type('Device name', deviceName);
  await portal.press('Next');
}

/** The digits on the phone. */
export async function codeOn({ frame }: Pane): Promise<string> {
  await frame.waitForSelector('.digits');
  const text = await frame.$eval('.digits', (digits) => digits.textContent);
  return text?.replace(/\D/g, '') ?? '';
}
