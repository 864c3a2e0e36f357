import { didYouMean } from '../reports/catalogue/errors.ts';
import type { CatalogueFile } from '../reports/catalogue/file.ts';
import { USERNAME } from '../targets/screens/own-path.ts';
import { ADDRESSES } from '../targets/target.ts';
import { faultInAddress } from './address-fault.ts';
import type { WrittenTarget } from './written-target.ts';

type Refusing = CatalogueFile<WrittenTarget>;

const LISTS = ['knownFailures', 'absent'] as const;

/**
 * Refuses what a schema cannot say: values that do not go together, or with the catalogue.
 * @param known the ids of the catalogue's requirements
 * @throws what `refuse` makes
 */
export function refuseContradictions(file: Refusing, known: string[]): void {
  refuseAddresses(file);
  refuseUnreachable(file);
  refuseWebDriver(file);
  refuseNameInPath(file);
  refuseExpression(file);
  refuseAccountsTwice(file);
  refuseUnknown(file, known);
  refuseRepeated(file);
}

function refuseAddresses({ data, refuse }: Refusing): void {
  for (const field of ADDRESSES) {
    const fault = faultInAddress(data[field]);
    if (fault) throw refuse([field], fault);
  }
}

/** What needs another part of the file to mean anything. */
function refuseUnreachable({ data: { portalUrl, appUrl, app, start, clock }, refuse }: Refusing): void {
  if (portalUrl === undefined && start === undefined) {
    throw refuse(['portalUrl'], {
      wanted: 'a value',
      got: 'none',
      fix: 'add "portalUrl:", or "start:" with what prints it',
    });
  }
  if (clock === 'faketime' && start === undefined) {
    const fix = 'add "start:", for only what is started can be given another clock';
    throw refuse(['clock'], { wanted: 'faketime with what is to be started', got: 'no "start:"', fix });
  }
  if (app === 'browser' && appUrl === undefined && start === undefined) {
    throw refuse(['app'], { wanted: 'browser with the address of the app', got: 'no "appUrl:"', fix: 'add "appUrl:"' });
  }
}

/** What is said of a WebDriver server that is not asked, and what is not said of one that is. */
function refuseWebDriver({ data: { app, appUrl, webdriverUrl, start, ...data }, refuse }: Refusing): void {
  const isAsked = app === undefined ? webdriverUrl !== undefined : app === 'webdriver';
  for (const field of ['capabilities', 'frames'] as const) {
    if (data[field] === undefined || isAsked) continue;
    throw refuse([field], {
      wanted: 'it beside app: webdriver',
      got: `app: ${app ?? 'left out'}`,
      fix: 'say app: webdriver',
    });
  }
  if (!isAsked) return;
  if (webdriverUrl === undefined && start === undefined) {
    const fix = 'add "webdriverUrl:", such as http://127.0.0.1:4723 for Appium';
    throw refuse(['app'], { wanted: 'webdriver with the address of its server', got: 'no "webdriverUrl:"', fix });
  }
  if (data.frames === 'page' && appUrl === undefined && start === undefined) {
    const fix = 'add "appUrl:", or name the command by which the server shows a picture to the camera';
    throw refuse(['frames'], { wanted: 'page with the address of the page', got: 'no "appUrl:"', fix });
  }
}

/** On the document's pages no step is called after anybody. */
function refuseNameInPath({ data: { labels, web }, refuse }: Refusing): void {
  const index = labels?.path?.findIndex((step) => step.includes(USERNAME)) ?? -1;
  if (index < 0 || web?.screens) return;
  const fix = 'add "web: screens:", or say what the step is called for everybody';
  throw refuse(['labels', 'path', index], { wanted: `${USERNAME} beside web: screens`, got: 'no screens', fix });
}

function refuseExpression({ data: { start }, refuse }: Refusing): void {
  try {
    new RegExp(start?.ready?.line ?? '');
  } catch (error) {
    const got = error instanceof Error ? error.message : String(error);
    const fix = 'put a backslash before a sign that is meant as itself';
    throw refuse(['start', 'ready', 'line'], { wanted: 'a regular expression', got, fix });
  }
}

/** One person would be in two places, and the other's password nowhere. */
function refuseAccountsTwice({ data: { accounts }, refuse }: Refusing): void {
  if (!Array.isArray(accounts)) return;
  const names = accounts.map(({ username }) => username);
  const index = names.findIndex((name, at) => names.indexOf(name) < at);
  if (index < 0) return;
  const complaint = {
    wanted: 'each account once',
    got: `"${names[index]}" a second time`,
    fix: 'take one of them off',
  };
  throw refuse(['accounts', index, 'username'], complaint);
}

function refuseUnknown({ data, refuse }: Refusing, known: string[]): void {
  for (const list of LISTS) {
    const index = data[list]?.findIndex(({ id }) => !known.includes(id)) ?? -1;
    const id = data[list]?.[index]?.id;
    if (id === undefined) continue;
    const complaint = { wanted: 'the id of a requirement', got: `"${id}"`, ...didYouMean(id, known) };
    throw refuse([list, index, 'id'], complaint);
  }
}

/** Twice in one list, one reason would be lost; in both, what is absent cannot fail. */
function refuseRepeated({ data, refuse }: Refusing): void {
  const rows = LISTS.flatMap((list) => (data[list] ?? []).map(({ id }, index) => ({ id, list, index })));
  const seen = new Map<string, string>();
  for (const { id, list, index } of rows) {
    const before = seen.get(id);
    const complaint = { wanted: 'each requirement once', got: `"${id}", which stands in ${before} already` };
    if (before !== undefined) throw refuse([list, index, 'id'], { ...complaint, fix: 'take one of them off' });
    seen.set(id, list);
  }
}
