import type { Credentials } from '../phone/phone.ts';
import { fill, press } from './insist.ts';
import { BESIDE_FILLED, type Page } from './page.ts';
import type { Portal } from './portal.ts';

/** A name is asked for by many a form, such as one for news by e-mail, out of which the way to sign in leads. */
const FORMS_BEFORE_PASSWORD = ['of something else', 'for the name'];

/** Signs in with the password, on one page or on two: many ask for the name first, alone. @throws {Blocked} */
export async function givePassword(page: Page, { labels }: Portal, { username, password }: Credentials): Promise<void> {
  const asksFor = (name: RegExp) => page.has({ kind: 'fill', name });
  await comeToSignIn(page, labels);
  let isNamed = false;
  for (const _ of FORMS_BEFORE_PASSWORD) {
    if (await asksFor(labels.password)) break;
    await fill(page, { name: labels.username, text: username });
    isNamed = true;
    await press(page, labels.afterUsername);
  }
  // It may stand there still, or have been asked for by another form.
  if (!isNamed || (await asksFor(labels.username))) await fill(page, { name: labels.username, text: username });
  await fill(page, { name: labels.password, text: password });
  // There may be a link of that name at the head of each page.
  if ((await page.press(labels.signIn, BESIDE_FILLED)) || (await page.press(labels.afterUsername))) return;
  await press(page, labels.signIn);
}

/** For who is signed out. */
export async function openSignIn(page: Page, { url, labels }: Portal): Promise<void> {
  await page.open(url);
  await comeToSignIn(page, labels);
}

/** The form may be a step away from the page where somebody arrives. */
async function comeToSignIn(page: Page, labels: Portal['labels']): Promise<void> {
  if (await page.has({ kind: 'fill', name: labels.password })) return;
  if (!(await asksForNameAlone(page, labels))) await page.press(labels.signIn);
}

async function asksForNameAlone(page: Page, labels: Portal['labels']): Promise<boolean> {
  if (!(await page.has({ kind: 'fill', name: labels.username }))) return false;
  return page.has({ kind: 'press', name: labels.afterUsername });
}
