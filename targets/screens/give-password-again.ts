import { fill, press } from '../../simulators/web-user/insist.ts';
import type { Page } from '../../simulators/web-user/page.ts';
import type { Portal } from '../../simulators/web-user/portal.ts';
import { comesTo } from './patience.ts';

/** Whoever has signed in is asked for the password once more before they register. @throws {Blocked} */
export async function givePasswordAgain(page: Page, { labels }: Portal, password: string): Promise<void> {
  await fill(page, { name: labels.password, text: password });
  await press(page, labels.confirmIdentity);
  await comesTo(() => page.has({ kind: 'fill', name: labels.oneTimeCode }));
}
