import { Unprovided } from '../../simulators/errors.ts';
import type { Gesture } from '../../simulators/phone/phone.ts';
import type { Told } from '../browser-phone/told.ts';
import { KEYS, Page } from './page.ts';
import type { Tab } from './tab.ts';

/** Beside anything that lies in the middle of a screen, in pixels from its upper left corner. */
const CORNER = { x: 4, y: 4 };
const NO_LINK =
  'only the maker of an app knows where one leads: give --conversation-url, or conversationUrl in the target file';

/** What a gesture may be about, beside the tab that is open. */
export interface Handled {
  told: Told;
  userContext: string;
  conversationUrl: string | undefined;
  reopen(): Promise<void>;
}

type Act = (tab: Tab, handled: Handled) => Promise<void>;

/** What a person does to a web app beside its own buttons. */
export const GESTURES: Record<Gesture, Act> = {
  'going back': goBack,
  'tapping beside the pop-up': tapBeside,
  'leaving the app for another': leave,
  'returning to the app': comeBack,
  // It stands otherwise before this is done: that is one of the phone's conditions.
  'turning the phone': (tab) => tab.change(async () => {}),
  'killing and reopening the app': (_tab, { reopen }) => reopen(),
  'following a link into a conversation': followLink,
  'moving the focus on': moveFocus,
};

/** From its first page a phone goes back to where the app was opened from, and the app stands there as before. */
async function goBack(tab: Tab, handled: Handled): Promise<void> {
  const { page } = tab;
  const hasBefore = await page.ask(() => {
    const { navigation } = window as unknown as { navigation?: { canGoBack: boolean } };
    return navigation?.canGoBack ?? history.length > 2;
  });
  const back = { context: page.context, delta: -1 };
  if (hasBefore) return tab.change(() => page.session.send('browsingContext.traverseHistory', back));
  await leave(tab, handled);
  await comeBack(tab);
}

/** With a finger, and by the key that dismisses what may be dismissed. */
async function tapBeside(tab: Tab): Promise<void> {
  await tab.change(() => tab.page.touch(CORNER));
  await tab.change(() => tab.page.press(KEYS.escape));
}

/** Another tab lies over it, which tells the page that it is hidden. */
async function leave({ page }: Tab, { userContext }: Handled): Promise<void> {
  await Page.open(page.session, userContext);
}

async function comeBack(tab: Tab): Promise<void> {
  const { session, context } = tab.page;
  await tab.change(() => session.send('browsingContext.activate', { context }));
}

/** Behind its last control a browser has its own to offer, which is none of the app: from there it goes on. */
async function moveFocus(tab: Tab): Promise<void> {
  await tab.change(() => tab.page.press(KEYS.tab));
  const isAtBrowser = await tab.page.ask(() => document.activeElement === document.body);
  if (isAtBrowser) await tab.change(() => tab.page.press(KEYS.tab));
}

async function followLink(tab: Tab, { told, conversationUrl }: Handled): Promise<void> {
  if (conversationUrl === undefined) throw new Unprovided('a link into a conversation', NO_LINK);
  told.links.push(conversationUrl);
  await tab.come(conversationUrl);
}
