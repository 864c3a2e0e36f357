import type { ElementHandle, JSHandle } from 'puppeteer';

/** News may move a control aside in the moment between a look at it and the click; people press it where it is. */
const MOST_TRIES = 3;

/**
 * Clicks or taps on a control, and on nothing that has come to lie in its place; the last of several tries is let through.
 */
export async function hitControl(control: ElementHandle, hit = () => control.click()): Promise<void> {
  for (let tries = 1; tries < MOST_TRIES; tries += 1) {
    const guard = await control.evaluateHandle(guardClick);
    await hit();
    if (!(await hasMissed(guard))) return;
  }
  await hit();
}

async function hasMissed(guard: JSHandle<Guard>): Promise<boolean> {
  // With a page that was left its guard has gone: what was hit there has led elsewhere.
  return guard.evaluate((it) => it.end()).catch(() => false);
}

interface Guard {
  /** Guards no longer. @returns whether something else would have been hit */
  end(): boolean;
}

// Sent into the page as text: it must stand alone.

function guardClick(control: Element): Guard {
  const kinds = ['pointerdown', 'touchstart', 'mousedown', 'pointerup', 'touchend', 'mouseup', 'click'];
  let hasMissed = false;
  const isOfControl = (part: EventTarget) =>
    part === control || (part instanceof HTMLLabelElement && part.control === control);
  const guard = (event: Event) => {
    if (event.composedPath().some(isOfControl)) return;
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
