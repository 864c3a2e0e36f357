import { press } from '../../simulators/web-user/insist.ts';
import type { Labels } from '../../simulators/web-user/labels.ts';
import { BESIDE_FILLED, type Page } from '../../simulators/web-user/page.ts';

/**
 * Presses what sends a code: where it registers and where it signs in that may have different names.
 * @throws {Blocked} when there is nothing of the kind, unless it may have been sent as it was typed
 */
export async function pressSubmit(
  page: Page,
  { submit, confirmIdentity, signIn, oneTimeCode }: Labels,
  submitsItself: boolean,
): Promise<void> {
  if ((await page.press(submit)) || !(await page.has({ kind: 'fill', name: oneTimeCode }))) return;
  // At the sign-in it may be called as the button of the password is.
  if ((await page.press(confirmIdentity)) || (await page.press(signIn, BESIDE_FILLED))) return;
  if (!submitsItself) await press(page, submit);
}
