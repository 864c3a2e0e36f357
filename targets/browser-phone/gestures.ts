import { Unprovided } from '../../simulators/errors.ts';
import type { Gesture } from '../../simulators/phone/phone.ts';
import type { AppTab } from './app-tab.ts';

type Act = (app: AppTab) => Promise<void>;

/** Beside anything that lies in the middle of a screen, in pixels from its upper left corner. */
const CORNER = { x: 4, y: 4 };

/** What a person does to a web app beside its own buttons. Two are done to the whole phone, and are not among them. */
export const GESTURES: Record<Exclude<Gesture, 'killing and reopening the app' | 'turning the phone'>, Act> = {
  'going back': goBack,
  'tapping beside the pop-up': tapBeside,
  'leaving the app for another': leave,
  'returning to the app': comeBack,
  'following a link into a conversation': () => {
    throw new Unprovided('a link into a conversation', 'only the maker of an app knows where such a link leads');
  },
  'moving the focus on': moveFocus,
};

/** From its first page a phone goes back to where the app was opened from, and the app stands there as before. */
async function goBack(app: AppTab): Promise<void> {
  const { currentIndex, entries } = await app.devtools.send('Page.getNavigationHistory');
  const before = entries[currentIndex - 1];
  if (before && before.url !== 'about:blank') return app.come((tab) => tab.goBack({ waitUntil: 'load' }));
  await leave(app);
  await comeBack(app);
}

/** With a finger, and by the key that dismisses what may be dismissed. */
async function tapBeside(app: AppTab): Promise<void> {
  await app.change(() => app.tab.touchscreen.tap(CORNER.x, CORNER.y));
  await app.change(() => app.tab.keyboard.press('Escape'));
}

/** A headless browser shows every tab at once, so that only this tells a page that it is hidden: it stays so. */
async function leave({ devtools }: AppTab): Promise<void> {
  await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: false });
  await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
  await devtools.send('Page.setWebLifecycleState', { state: 'active' });
}

async function comeBack(app: AppTab): Promise<void> {
  await app.change(() => app.devtools.send('Emulation.setFocusEmulationEnabled', { enabled: true }));
}

/** Behind its last control a browser has its own to offer, which is none of the app: from there it goes on. */
async function moveFocus(app: AppTab): Promise<void> {
  await app.change(() => app.tab.keyboard.press('Tab'));
  const isAtBrowser = await app.tab.evaluate(() => document.activeElement === document.body);
  if (isAtBrowser) await app.change(() => app.tab.keyboard.press('Tab'));
}
