import { fill, press, walk } from './insist.ts';
import type { ControlName, FormAround, Page } from './page.ts';
import type { Portal } from './portal.ts';
import { standsIn } from './read-values.ts';

/** A code of a registered device, for a portal that asks for one before it changes anything. */
export type CodeSource = () => Promise<string>;

/** More than any portal asks between "Remove" and a device that is gone. */
const MOST_QUESTIONS = 4;

/** The list of devices under Mobile authentication, looked at in a tab of its own. */
export class DeviceList {
  readonly #page: Page;
  readonly #portal: Portal;
  /** Of whoever has signed in, for a portal that asks for it again before it removes a device. */
  password = '';
  #tab: Page | undefined;

  constructor(page: Page, portal: Portal) {
    this.#page = page;
    this.#portal = portal;
  }

  /** Everything that can be read there, line by line. */
  async lines(): Promise<string[]> {
    return (await this.#open()).lines();
  }

  /** The list as text, with its markup, as it was when it was looked at last. */
  async source(): Promise<string> {
    return (this.#tab ?? (await this.#open())).source();
  }

  /**
   * How often exactly this name is shown. That its registration was begun and left is no entry of the list, nor is the
   * removal of one where it has a line of its own: "Remove work phone".
   */
  async count(name: string): Promise<number> {
    const { aboutUnfinished, remove } = this.#portal.labels;
    const shown = (await this.lines()).filter((line) => standsIn(line, name));
    const entries = shown.filter((line) => !aboutUnfinished.test(line.replace(name, '')));
    const others = entries.filter((line) => !remove.test(line.slice(0, line.indexOf(name))));
    return others.length > 0 ? others.length : entries.length;
  }

  /** Whether there is anything to press for removing this device. */
  async offersRemoval(name: string): Promise<boolean> {
    return (await this.#open()).has(await this.#removalOf(name));
  }

  /** Removes a device, and answers what is asked on the way: a code of a device, the password, and whether it is meant. */
  async remove(name: string, code: CodeSource): Promise<void> {
    const tab = await this.#open();
    const removal = await this.#removalOf(name);
    const rows = (await tab.lines()).filter((line) => standsIn(line, name));
    // A longer name that begins in the same way has a longer one.
    const row = rows.toSorted((one, other) => one.length - other.length)[0];
    await press(tab, removal);
    for (let questions = 0; questions < MOST_QUESTIONS && (await this.#answer(tab, code)); questions += 1);
    // A portal may have wanted the code first. What is left of others is theirs.
    const isLeft = row === undefined || (await tab.lines()).includes(row);
    if (isLeft && (await tab.has(removal))) await press(tab, removal);
  }

  /** Presses the removal of a device, says that it is meant, and gives the password, but has no code to give. */
  async tryToRemove(name: string): Promise<void> {
    const tab = await this.#open();
    await press(tab, await this.#removalOf(name));
    const asksForCode = await tab.has({ kind: 'fill', name: this.#portal.labels.oneTimeCode });
    if (!asksForCode) await this.#answer(tab, async () => '');
  }

  /** The address that the removal of a device leads to, where it is a link; it may ask there, or have removed it by then. */
  async removalLink(name: string): Promise<FormAround | undefined> {
    const tab = await this.#open();
    const around = await tab.formAround(await this.#removalOf(name));
    return around?.method === 'GET' ? around : undefined;
  }

  /**
   * The form that removes a device, as it would be sent: around what removes it, else of what comes up then and asks
   * whether it is meant; `undefined` where none is to be found, and the device may be gone.
   */
  async removalForm(name: string): Promise<FormAround | undefined> {
    const tab = await this.#open();
    const removal = await this.#removalOf(name);
    const around = await tab.formAround(removal);
    if (around?.method === 'POST') return around;
    if (!(await tab.press(removal.name, removal.beside))) return undefined;
    const behind = await tab.formAround({ kind: 'press', name: this.#portal.labels.confirmRemoval });
    return behind?.method === 'POST' ? behind : undefined;
  }

  async close(): Promise<void> {
    await this.#tab?.close();
  }

  async #open(): Promise<Page> {
    const { bookmarks, labels } = this.#portal;
    this.#tab ??= await this.#page.secondTab();
    const registerStep = { kind: 'press', name: labels.path.at(-1) ?? '' } as const;
    if (bookmarks.devices) await this.#tab.open(bookmarks.devices);
    if (!bookmarks.devices || !(await this.#tab.reach(registerStep))) {
      await walk(this.#tab, this.#portal, labels.path.slice(0, -1));
    }
    bookmarks.devices = this.#tab.address();
    return this.#tab;
  }

  /** The control with the device's name in its own, else the one in its row. */
  async #removalOf(name: string): Promise<ControlName> {
    const { remove } = this.#portal.labels;
    const names = (await this.#tab?.controlNames()) ?? [];
    const own = names.map((quoted) => quoted.slice(1, -1)).find((text) => remove.test(text) && standsIn(text, name));
    return own === undefined ? { kind: 'press', name: remove, beside: name } : { kind: 'press', name: own };
  }

  async #answer(tab: Page, code: CodeSource): Promise<boolean> {
    const { oneTimeCode, password, confirmIdentity, confirmRemoval } = this.#portal.labels;
    const asksForCode = await tab.has({ kind: 'fill', name: oneTimeCode });
    const asksForPassword = await tab.has({ kind: 'fill', name: password });
    if (asksForCode) await fill(tab, { name: oneTimeCode, text: await code() });
    if (asksForPassword) await fill(tab, { name: password, text: this.password });
    if (asksForCode || asksForPassword) {
      if (!(await tab.press(confirmIdentity))) await press(tab, confirmRemoval);
      return true;
    }
    // Back at the list nothing is asked, and what could be pressed there would remove another device.
    const isAsked = !(await tab.reach({ kind: 'press', name: this.#portal.labels.path.at(-1) ?? '' }));
    return isAsked && tab.press(confirmRemoval);
  }
}
