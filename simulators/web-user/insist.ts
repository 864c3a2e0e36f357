import { Blocked } from '../errors.ts';
import { saidOf } from './labels.ts';
import { BESIDE_FILLED, type ControlName, type FormAround, type Page } from './page.ts';
import type { Portal } from './portal.ts';
import { offersWay, openHome } from './shortcut.ts';
import type { News } from './told.ts';

// Acts on a page that has to offer them: each throws `Blocked` and tells what was there instead.

/** A field, and what goes into it. */
interface Filling {
  name: RegExp;
  text: string;
}

export async function press(page: Page, what: string | RegExp | ControlName): Promise<void> {
  const { name, beside } = typeof what === 'string' || what instanceof RegExp ? { name: what } : what;
  if (!(await page.press(name, beside))) await blocked(page, `something to press named ${inWords(name)}`);
}

export async function fill(page: Page, { name, text }: Filling): Promise<void> {
  if (!(await page.fill(name, text))) await blocked(page, `a field named ${inWords(name)}`);
}

/** Follows named steps from where a signed-in person lands. */
export async function walk(page: Page, portal: Portal, steps: string[]): Promise<void> {
  await openHome(page, portal);
  for (const step of steps) await press(page, step);
}

/** A field, and what sends its form. */
export interface Sender {
  name: RegExp;
  sends: string | RegExp;
}

/**
 * The form around a field, with the name under which it sends what is typed there; where a script sends it, what that
 * would send.
 * @throws {Blocked} where nothing is sent of what is typed
 */
export async function formAround(page: Page, { name: fieldName, sends }: Sender): Promise<FormAround> {
  const form = await page.formAround({ kind: 'fill', name: fieldName });
  if (form?.method.toUpperCase() !== 'POST') {
    const heard = await overhear(page, { name: fieldName, sends });
    return heard ?? blocked(page, `a form that is sent by POST, with a field named ${inWords(fieldName)}`);
  }
  return form.fields.some(([name]) => name === form.fieldName) ? form : formOfScript(page, fieldName);
}

/** Too short for a code, which some pages send as soon as it is whole. */
const SAMPLE = '97531';
/** As long as a code, or as a name: a page may look at it before it sends it. */
const WHOLE_SAMPLE = '864209';

/** Where a script puts together what is sent, as from six boxes for six digits, what carries it is found by typing. */
async function formOfScript(page: Page, fieldName: RegExp): Promise<FormAround> {
  await fill(page, { name: fieldName, text: SAMPLE });
  const form = await page.formAround({ kind: 'fill', name: fieldName });
  await fill(page, { name: fieldName, text: '' });
  const [carrier] = form?.fields.find(([, value]) => value === SAMPLE) ?? [];
  if (form && carrier !== undefined) return { ...form, fieldName: carrier };
  return blocked(page, `a form that sends what is typed into the field named ${inWords(fieldName)}`);
}

/** Has the page send a sample, which is kept from the portal; the field is left empty. */
async function overhear(page: Page, { name, sends }: Sender): Promise<FormAround | undefined> {
  const heard = await page.overhear?.(WHOLE_SAMPLE, async () => {
    if (await page.fill(name, WHOLE_SAMPLE)) await page.press(sends);
  });
  if (heard) await page.fill(name, '');
  return heard;
}

/** What was found of a field of this name. */
export async function insistOn<Found>(
  page: Page,
  { there, name }: { there: Found | undefined; name: RegExp },
): Promise<Found> {
  return there ?? blocked(page, `a field named ${inWords(name)}`);
}

/** The same form as it would be sent with this text in the field. */
export async function filledForm(page: Page, { text, ...sender }: Sender & Filling): Promise<FormAround> {
  return withText(await formAround(page, sender), text);
}

/** A form that was read, as it would be sent with this text in the field that was asked for. */
export function withText(form: FormAround, text: string): FormAround {
  const fields = form.fields.map(([name, value]): [string, string] => [name, name === form.fieldName ? text : value]);
  return { ...form, fields };
}

/** The lines that an act brought to the page; one that was there twice and is there three times is news. */
export async function newsOf(page: Page, act: () => Promise<void>): Promise<News> {
  const before = await page.lines();
  await act();
  return (await page.lines()).filter((line) => {
    const known = before.indexOf(line);
    if (known >= 0) before.splice(known, 1);
    return known < 0;
  });
}

/** @throws {Blocked} with what the page offers instead */
export async function blocked(page: Page, wanted: string): Promise<never> {
  const { pathname } = new URL(page.address());
  const offered = (await page.controlNames()).join(', ');
  throw new Blocked(`wanted ${wanted} on the web page ${pathname}, it offers: ${offered || 'nothing'}`);
}

function inWords(name: string | RegExp): string {
  return typeof name === 'string' ? `"${name}"` : `like ${saidOf(name) ?? name.source}`;
}

/** Gives a code of a registered device, where the page asks for one. */
export async function proveDevice(page: Page, { labels }: Portal, code: () => Promise<string>): Promise<void> {
  await fill(page, { name: labels.oneTimeCode, text: await code() });
  await press(page, labels.confirmIdentity);
}

/** Whether the password was given here before, and only a code is asked for still. */
export async function isAwaitingCode(page: Page, { labels }: Portal): Promise<boolean> {
  if (await page.has({ kind: 'fill', name: labels.password })) return false;
  return page.has({ kind: 'fill', name: labels.oneTimeCode });
}

/** Of a link to the sign-in at the head of the page and a button to confirm, what is pressed is beside the code. @returns whether there was any */
export function sendsCode(page: Page, { labels: { signIn, confirmIdentity } }: Portal): Promise<boolean> {
  return page.press(new RegExp(`(?:${signIn.source})|(?:${confirmIdentity.source})`, 'i'), BESIDE_FILLED);
}

/** The same between password and account; whoever is let in may land on a form for a code too, that of a registration. */
export async function proveWithSignIn(page: Page, portal: Portal, code: () => Promise<string>): Promise<void> {
  const { oneTimeCode, confirmIdentity } = portal.labels;
  const isAsked = await page.has({ kind: 'fill', name: oneTimeCode });
  if (!isAsked || (await offersWay(page, portal))) return;
  await fill(page, { name: oneTimeCode, text: await code() });
  if (!(await sendsCode(page, portal))) await press(page, confirmIdentity);
}
