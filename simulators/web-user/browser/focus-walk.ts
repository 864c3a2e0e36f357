import type { Page as Tab } from 'puppeteer';
import type { FocusStop, FocusWalk } from '../accessibility.ts';
import { IsolatedWorld } from './isolated-world.ts';

/** More than any page of a registration has; for pages on which the focus never comes round. */
const MOST_STOPS = 200;

/** Presses Tab until the focus has been everywhere, and once Shift+Tab, as somebody who went too far. */
export function walkFocus(tab: Tab): Promise<FocusWalk> {
  return IsolatedWorld.within(tab, async (world) => {
    await world.run(
      `Object.assign(globalThis, { places: [], looks: [], last: undefined, lookAround: ${String(lookAround)} })`,
    );
    const walk = await walkForwards(tab, world);
    if (walk.caughtAt !== undefined || walk.stops.length < 2) return walk;
    const first = await world.call(noteFocus);
    await tab.keyboard.press('Tab');
    await tab.keyboard.down('Shift');
    await tab.keyboard.press('Tab');
    await tab.keyboard.up('Shift');
    await world.call(nextFrame);
    const back = await world.call(noteFocus);
    return back.index === first.index ? walk : { ...walk, caughtAt: `${first.name}, backwards` };
  });
}

async function walkForwards(tab: Tab, world: IsolatedWorld): Promise<FocusWalk> {
  const stops: FocusStop[] = [];
  let nowhere = 0;
  for (let presses = 0; presses < MOST_STOPS && nowhere < 2; presses += 1) {
    await tab.keyboard.press('Tab');
    await world.call(nextFrame);
    const place = await world.call(noteFocus);
    if (place.leftLooked !== undefined) markSeen(stops, place.leftLooked);
    if (place.index === undefined) nowhere += 1;
    else if (place.index < stops.length) return endOf(stops, place.index, place.hasMoved);
    else stops.push({ name: place.name, isSeen: place.hasCaret });
  }
  return nowhere < 2 ? { stops, caughtAt: 'more stops than can be' } : { stops };
}

/** Round is back to the first stop, from another one; anything else is a place that the focus does not get away from. */
function endOf(stops: FocusStop[], index: number, hasMoved: boolean): FocusWalk {
  return index === 0 && hasMoved ? { stops } : { stops, caughtAt: stops.at(-1)?.name ?? '' };
}

function markSeen(stops: FocusStop[], left: { index: number; isSeen: boolean }): void {
  const stop = stops[left.index];
  if (stop) stop.isSeen ||= left.isSeen;
}

/** What is kept in the page's isolated world: the places so far, and how each looked while it had the focus. */
interface Memory {
  places: Element[];
  looks: Look[][];
  last?: number | undefined;
  lookAround: typeof lookAround;
}

/** One thing in or beside a place, and how it looked. */
interface Look {
  element: Element;
  style: string;
}

interface Place {
  /** Which of the places it is; missing when the focus is on nothing. */
  index?: number;
  name: string;
  hasMoved: boolean;
  /** A caret blinks in it. */
  hasCaret: boolean;
  /** Whether the place that was left looks another way without the focus. */
  leftLooked?: { index: number; isSeen: boolean };
}

// Sent into the page as text: each must stand alone.

/** Some pages move the focus on their own, but not at once. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

function noteFocus(): Place {
  const memory = globalThis as unknown as Memory;
  const { places, looks } = memory;
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  const isNowhere = !focused || focused === document.body || focused === document.documentElement;
  const left = memory.last;
  const leaves = left !== undefined && places[left] !== focused;
  // What is around the next stop as well shows that one now.
  const before = (leaves ? (looks[left] ?? []) : []).filter(({ element }) => !element.contains(focused));
  const after = leaves ? memory.lookAround(places[left] as Element) : [];
  const isSeen = before.some((look) =>
    after.some(({ element, style }) => element === look.element && style !== look.style),
  );
  const leftLooked = leaves ? { index: left, isSeen } : null;
  if (!isNowhere && !places.includes(focused as Element)) places.push(focused as Element);
  const index = places.indexOf(focused as Element);
  memory.last = isNowhere ? undefined : index;
  if (!isNowhere) looks[index] = memory.lookAround(focused as Element);
  const field = focused as HTMLInputElement;
  const words = field?.labels?.[0]?.textContent ?? field?.getAttribute('aria-label') ?? field?.textContent ?? '';
  const caret = 'input:not([type=checkbox], [type=radio], [type=submit], [type=button], [type=range]), textarea';
  return {
    ...(isNowhere ? {} : { index }),
    name: words.replace(/\s+/g, ' ').trim() || (focused?.tagName ?? ''),
    hasMoved: left === undefined || leaves,
    hasCaret: !isNowhere && field.matches(caret) && getComputedStyle(field).caretColor !== 'rgba(0, 0, 0, 0)',
    ...(leftLooked && { leftLooked }),
  };
}

/** Everything by which a place, or what is next to it or around it, may show that it has the focus. */
function lookAround(place: Element): Look[] {
  for (const animation of document.getAnimations()) {
    if (animation instanceof CSSTransition) animation.finish();
  }
  const properties = 'box-shadow border background color text-decoration opacity transform'.split(' ');
  const styleOf = (element: Element, part: string) => {
    const style = getComputedStyle(element, part || null);
    const outline = style.outlineStyle === 'none' ? '' : style.outline;
    return [outline, ...properties.map((name) => style.getPropertyValue(name))].join('|');
  };
  const { parentElement, nextElementSibling, previousElementSibling } = place;
  const near = [place, parentElement, parentElement?.parentElement, nextElementSibling, previousElementSibling];
  return near.flatMap((element) =>
    element ? [{ element, style: ['', '::before', '::after'].map((part) => styleOf(element, part)).join(' ') }] : [],
  );
}
