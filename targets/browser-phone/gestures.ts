import { Unprovided } from '../../simulators/errors.ts';
import type { Gesture, WayIn } from '../../simulators/phone/phone.ts';
import type { AppTab } from './app-tab.ts';
import type { AppWindow } from './app-window.ts';
import type { Told } from './told.ts';

/** What of a phone a gesture may be about, beside the app that is open. */
export interface Handled {
  window: AppWindow;
  told: Told;
  /** Where a link into a conversation leads, where that is known. */
  conversationUrl: string | undefined;
}

type Act = (app: AppTab, handled: Handled) => Promise<void>;

/** Beside anything that lies in the middle of a screen, in pixels from its upper left corner. */
const CORNER = { x: 4, y: 4 };
const NO_LINK =
  'only the maker of an app knows where one leads: give --conversation-url, or conversationUrl in the target file';

/** What leads into an app without a sign-in, as it is done by hand. */
export const WAYS_IN = {
  'reopening the app': 'killing and reopening the app',
  'a link into a conversation': 'following a link into a conversation',
} as const satisfies Partial<Record<WayIn, Gesture>>;

/** What a person does to a web app beside its own buttons. */
export const GESTURES: Record<Gesture, Act> = {
  'going back': goBack,
  'tapping beside the pop-up': tapBeside,
  'leaving the app for another': leave,
  'returning to the app': comeBack,
  // It stands otherwise before this is done: that is one of the phone's conditions.
  'turning the phone': (app) => app.change(async () => {}),
  'killing and reopening the app': (_app, { window }) => window.reopen(),
  'following a link into a conversation': followLink,
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

async function followLink(app: AppTab, { told, conversationUrl: url }: Handled): Promise<void> {
  if (url === undefined) throw new Unprovided('a link into a conversation', NO_LINK);
  told.links.push(url);
  await app.come((tab) => tab.goto(url, { waitUntil: 'load' }));
}
