import type { ElementHandle, JSHandle, Page as Tab } from 'puppeteer';
import { controlsOf } from './controls.ts';

/** What somebody looks for, and how they press. */
interface Search {
  isThere(): Promise<boolean>;
  click(control: ElementHandle): Promise<void>;
}

/** Deeper than any menu goes. */
const DEEPEST = 4;

/**
 * Opens what a page has folded away until what is looked for is there: a menu, a section, a pop-up, and what lies folded
 * within it. What was opened in vain is closed again, as a person leaves a page as they found it.
 */
export async function unfold(tab: Tab, search: Search): Promise<boolean> {
  const opened = await tab.evaluateHandle(() => new WeakSet<Element>());
  const isFound = await unfoldLevel({ tab, opened, address: tab.url() }, search, DEEPEST);
  await opened.dispose().catch(() => {});
  return isFound;
}

interface Folds {
  tab: Tab;
  /** What has been opened before: once is enough. */
  opened: JSHandle<WeakSet<Element>>;
  address: string;
}

async function unfoldLevel(folds: Folds, search: Search, levels: number): Promise<boolean> {
  for (const control of levels > 0 ? await foldedIn(folds) : []) {
    await search.click(control);
    if (await search.isThere()) return true;
    // It has led to another page, where nobody looks for what was to be on this one.
    if (folds.tab.url() !== folds.address) return false;
    if (await unfoldLevel(folds, search, levels - 1)) return true;
    await close(folds.tab, control);
  }
  return false;
}

/** What can be opened now, and was not yet. */
async function foldedIn({ tab, opened }: Folds): Promise<ElementHandle[]> {
  const folded: ElementHandle[] = [];
  for (const node of await controlsOf(tab)) {
    const control = await node.elementHandle();
    if (control && (await control.evaluate(isFolded, opened))) folded.push(control);
  }
  return folded;
}

async function close(tab: Tab, control: ElementHandle): Promise<void> {
  if (await control.evaluate(isUnfolded)) await control.click();
  else await tab.keyboard.press('Escape');
}

// Sent into the page as text: each must stand alone.

/** Whether it says of itself that it opens something that is closed now; a link to another page does not. */
function isFolded(control: Element, opened: WeakSet<Element>): boolean {
  const leadsAway = control.matches('a[href]:not([href^="#"], [href^="javascript:"])');
  const isSummary = control.matches('details:not([open]) > summary');
  const saysSo = control.matches('[aria-expanded=false], [aria-haspopup]:not([aria-expanded], [aria-haspopup=false])');
  const popsUp = control.matches('[popovertarget], [commandfor]:is([command=show-modal], [command=show-popover])');
  if (leadsAway || opened.has(control) || !(isSummary || saysSo || popsUp)) return false;
  opened.add(control);
  return true;
}

function isUnfolded(control: Element): boolean {
  return control.matches('[aria-expanded=true], details[open] > summary');
}
