import type { Gesture, Screen } from './phone.ts';
import { ACTIONS, isPopUp, type Place } from './screens.ts';

/** What a gesture can set off in the app. */
export interface GestureEffects {
  readonly place: Place;
  readonly screen: Screen;
  tap(action: string): Promise<void>;
  reopen(): Promise<void>;
  followLink(): Promise<void>;
}

type Act = (app: GestureEffects) => void | Promise<void>;

/** The app stands there as before: turned, behind another app, or with a pop-up that is still to be answered. */
const nothing: Act = () => undefined;

/** What comes of what a person does beside the app's own buttons. A pop-up goes away by its buttons alone. */
export const GESTURES: Record<Gesture, Act> = {
  'going back': goBack,
  'tapping beside the pop-up': nothing,
  'turning the phone': nothing,
  'leaving the app for another': nothing,
  'returning to the app': nothing,
  'killing and reopening the app': (app) => app.reopen(),
  'following a link into a conversation': (app) => app.followLink(),
  'moving the focus on': nothing,
};

async function goBack(app: GestureEffects): Promise<void> {
  if (!isPopUp(app.place) && app.screen.actions.includes(ACTIONS.cancel)) await app.tap(ACTIONS.cancel);
}
