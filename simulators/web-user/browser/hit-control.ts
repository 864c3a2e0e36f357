import type { ElementHandle } from 'puppeteer';

/** News may move a control aside in the moment between a look at it and the click; people press it where it is. */
const MOST_TRIES = 3;

/** What somebody sees who wants to press what is greyed out: as good as being told. */
export const CANNOT_BE_PRESSED = 'What was to be pressed cannot be pressed.';

/** Looks, some sixty in a second, at whether what lies over a control is gone: messages are, within seconds. */
const LOOKS = 200;

/**
 * Clicks or taps on a control, and on nothing that has come to lie in its place, which is waited for to go; the last of
 * several tries is let through.
 */
export async function hitControl(control: ElementHandle, hit = () => control.click()): Promise<void> {
  for (let tries = 1; tries < MOST_TRIES; tries += 1) {
    if (!(await misses(control, hit))) return;
    // What is not gone by then stays.
    if (tries === 1) await control.evaluate(comesFree, LOOKS);
  }
  await hit();
}

async function misses(control: ElementHandle, hit: () => Promise<void>): Promise<boolean> {
  const guard = await control.evaluateHandle(guardClick);
  let hasMissed = false;
  try {
    await hit();
  } finally {
    // With a page that was left its guard has gone: what was hit there has led elsewhere.
    hasMissed = await guard.evaluate((it) => it.end()).catch(() => false);
  }
  return hasMissed;
}

interface Guard {
  /** Guards no longer. @returns whether something else would have been hit */
  end(): boolean;
}

// Sent into the page as text: it must stand alone.

export function isDisabled(control: Element): boolean {
  return control.matches(':disabled, [aria-disabled=true]');
}

function guardClick(control: Element): Guard {
  const kinds = ['pointerdown', 'touchstart', 'mousedown', 'pointerup', 'touchend', 'mouseup', 'click'];
  let hasMissed = false;
  const labelled = control instanceof HTMLLabelElement ? control.control : null;
  const isOfControl = (part: EventTarget) =>
    part === control || part === labelled || (part instanceof HTMLLabelElement && part.control === control);
  const guard = (event: Event) => {
    // What scripts click on in turn is theirs.
    if (!event.isTrusted || event.composedPath().some(isOfControl)) return;
    hasMissed = true;
    event.stopImmediatePropagation();
    event.preventDefault();
  };
  for (const kind of kinds) window.addEventListener(kind, guard, true);
  return {
    end: () => {
      for (const kind of kinds) window.removeEventListener(kind, guard, true);
      return hasMissed;
    },
  };
}

// The same.

async function comesFree(control: Element, looks: number): Promise<void> {
  const isFree = () => {
    const { x, y, width, height } = control.getBoundingClientRect();
    const onTop = document.elementFromPoint(x + width / 2, y + height / 2);
    // While one view of a document passes into the next, all that can be hit is its root.
    if (onTop === document.documentElement) return false;
    return onTop === null || control.contains(onTop) || onTop.contains(control);
  };
  for (let left = looks; left > 0 && !isFree(); left -= 1) await new Promise((resolve) => setTimeout(resolve, 16));
}
