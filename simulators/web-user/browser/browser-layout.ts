import type { Audit, FocusWalk, LaidOutPage, Theme } from '../accessibility.ts';
import { applyRules } from './accessibility-rules.ts';
import { findControl } from './controls.ts';
import { measureOutlines } from './field-outlines.ts';
import { walkFocus } from './focus-walk.ts';
import { IsolatedWorld } from './isolated-world.ts';
import type { OpenPage } from './open-page.ts';
import { pasteInto } from './paste.ts';

/** More stops than any page on the way has. */
const MOST_PRESSES = 200;
const HEIGHT_PX = 800;

/** A page as the browser lays it out, and as its keys move through it. */
export class BrowserLayout implements LaidOutPage {
  readonly #page: OpenPage;

  constructor(page: OpenPage) {
    this.#page = page;
  }

  audit(rules: readonly string[], theme: Theme): Promise<Audit> {
    return this.#inTheme(theme, (world) => applyRules(world, rules));
  }

  auditOutlines(theme: Theme): Promise<Audit> {
    return this.#inTheme(theme, measureOutlines);
  }

  auditWidth(widthPx: number): Promise<Audit> {
    const { tab } = this.#page;
    return this.#page.act(async () => {
      const before = tab.viewport();
      await tab.setViewport({ width: widthPx, height: HEIGHT_PX, deviceScaleFactor: 1 });
      try {
        return await IsolatedWorld.within(tab, (world) => world.call(findWhatSticksOut));
      } finally {
        await tab.setViewport(before);
      }
    });
  }

  paste(name: RegExp, text: string): Promise<string | undefined> {
    const { act, tab, errandTab } = this.#page;
    return act(async () => {
      const field = await findControl(tab, { kind: 'fill', name });
      return field ? pasteInto(field, { text, tab, errandTab: await errandTab() }) : undefined;
    });
  }

  walkFocus(): Promise<FocusWalk> {
    return this.#page.act(() => walkFocus(this.#page.tab));
  }

  tabTo(kind: 'press' | 'fill', name: string | RegExp): Promise<boolean> {
    const { act, tab } = this.#page;
    return act(async () => {
      const control = await findControl(tab, { kind, name });
      for (let presses = 0; control && presses < MOST_PRESSES; presses += 1) {
        if (await control.evaluate((element) => element.matches(':focus'))) return true;
        await tab.keyboard.press('Tab');
      }
      return false;
    });
  }

  async type(text: string): Promise<void> {
    await this.#page.act(() => this.#page.tab.keyboard.type(text));
  }

  async hit(key: 'Enter' | 'Space'): Promise<boolean> {
    const { act, change, tab } = this.#page;
    // Each document has its own beginning of time.
    const beginning = () => act(() => tab.evaluate(() => performance.timeOrigin));
    const before = await beginning();
    await change(() => tab.keyboard.press(key));
    return (await beginning()) !== before;
  }

  #inTheme(theme: Theme, look: (world: IsolatedWorld) => Promise<Audit>): Promise<Audit> {
    const { act, tab } = this.#page;
    return act(async () => {
      await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
      try {
        return await IsolatedWorld.within(tab, async (world) => {
          await world.call(settleColours);
          const found = await look(world);
          await world.call(uncoverGround);
          return found;
        });
      } finally {
        await tab.emulateMediaFeatures([]);
      }
    });
  }
}

// Sent into the page as text: each must stand alone.

/**
 * Colours that are on their way from one theme to the other are neither. A page without a ground of its own is seen on
 * the browser's, which rules take for white in every theme, so it is laid under the page by name.
 */
function settleColours(): void {
  const root = document.documentElement;
  const isBare = [root, document.body].every((at) => getComputedStyle(at).backgroundColor === 'rgba(0, 0, 0, 0)');
  if (isBare && !root.hasAttribute('style')) root.setAttribute('style', 'background-color: Canvas');
  for (const animation of document.getAnimations()) {
    if (animation instanceof CSSTransition) animation.finish();
  }
}

/** Takes the browser's ground away again. */
function uncoverGround(): void {
  const root = document.documentElement;
  if (root.getAttribute('style') === 'background-color: Canvas') root.removeAttribute('style');
}

function findWhatSticksOut(): Audit {
  const { scrollWidth = 0, clientWidth = 0 } = document.scrollingElement ?? {};
  const things = [
    ...document.querySelectorAll('a, button, input:not([type=hidden]), select, textarea, summary, img, svg, canvas'),
  ];
  const shown = things.filter((thing) => thing.checkVisibility());
  const cut = shown.filter((thing) => thing.getBoundingClientRect().right > clientWidth + 1);
  const sideways = scrollWidth > clientWidth + 1 ? [`what is on it is ${scrollWidth} px wide`] : [];
  return {
    applied: shown.length,
    faults: [...sideways, ...cut.map((thing) => `${thing.tagName} "${thing.id}" ends outside it`)],
  };
}
