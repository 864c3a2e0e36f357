import { press, sendsCode } from '../../simulators/web-user/insist.ts';
import type { Page } from '../../simulators/web-user/page.ts';
import type { Portal } from '../../simulators/web-user/portal.ts';

/**
 * Presses what sends a code: where it registers and where it signs in that may have different names.
 * @throws {Blocked} when there is nothing of the kind, unless it may have been sent as it was typed
 */
export async function pressSubmit(page: Page, portal: Portal, submitsItself: boolean): Promise<void> {
  const { submit, oneTimeCode } = portal.labels;
  if ((await page.press(submit)) || !(await page.has({ kind: 'fill', name: oneTimeCode }))) return;
  if (!(await sendsCode(page, portal)) && !submitsItself) await press(page, submit);
}
