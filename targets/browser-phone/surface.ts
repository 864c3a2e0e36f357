import type { SerializedAXNode } from 'puppeteer';
import { openTab } from '../../simulators/browser/tabs.ts';
import type { AccessibleNode } from '../../simulators/phone/phone.ts';
import type { Picture } from '../../simulators/picture.ts';
import { takePicture } from '../../simulators/web-user/browser/take-picture.ts';
import type { AppTab } from './app-tab.ts';
import { secretLines } from './secret-lines.ts';
import { nameOf, type SeenScreen } from './seen-screen.ts';
import { nameInPlace, whereIs } from './told-screen.ts';

/** Chromium's names for what has another in WAI-ARIA, or among ours. */
const ROLES: Record<string, string> = { RootWebArea: 'application', StaticText: 'text', DisclosureTriangle: 'button' };

/** The screen as a screen reader has it, with names in our words where the screen's are. */
export function treeOf(app: AppTab, seen: SeenScreen): Promise<AccessibleNode> {
  const place = whereIs(seen);
  const nodeOf = (node: SerializedAXNode): AccessibleNode => {
    const name = nameOf(node);
    return {
      role: ROLES[node.role] ?? node.role,
      name: node.role === 'button' ? nameInPlace(name, place) : name,
      ...(node.modal && { modal: true }),
      ...(node.focused && node.role !== 'RootWebArea' && { focused: true }),
      ...(node.children && { children: node.children.map(nodeOf) }),
    };
  };
  return app.attempt(async () => {
    const tree = await app.tab.accessibility.snapshot();
    return tree ? nodeOf(tree) : { role: 'application', name: '' };
  });
}

/** The screen as PNG, with codes, keys, fields and QR codes painted over. */
export function pictureOf(app: AppTab, seen: SeenScreen): Promise<Picture> {
  return app.attempt(() => takePicture(app.tab, secretLines(seen)));
}

/** Before the app was opened. */
export const NOTHING_YET: Picture = {
  mediaType: 'image/svg+xml',
  data: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 390 844" role="img" aria-label="The app was not opened"/>',
};

/** What was copied last, pasted into a page of our own. */
export function readClipboard(app: AppTab): Promise<string> {
  return app.attempt(async () => {
    const tab = await openTab(app.tab.browserContext());
    try {
      await tab.evaluate(() => {
        const area = document.createElement('textarea');
        document.body.append(area);
        area.focus();
      });
      await tab.keyboard.press('KeyV', { commands: ['paste'] });
      return await tab.evaluate(() => document.querySelector('textarea')?.value ?? '');
    } finally {
      await tab.close();
    }
  });
}
