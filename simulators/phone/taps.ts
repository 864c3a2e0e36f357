import { ACTIONS, type Place } from './screens.ts';

/** What a tap can set off in the app. */
export interface TapEffects {
  show(place: Place): void;
  startCamera(): Promise<void>;
  continue(): Promise<void>;
  signOut(): Promise<void>;
}

type Tap = (app: TapEffects) => void | Promise<void>;

const startCamera: Tap = (app) => app.startCamera();
const backToPopUp: Tap = (app) => app.show('verify device');
const typeInstead: Tap = (app) => app.show('typing');
const signOut: Tap = (app) => app.signOut();

/** Where each tap leads, by place and the name of what is tapped. Cancel in the pop-up ends the session: reading A-07. */
export const TAPS: Partial<Record<Place, Record<string, Tap>>> = {
  'code asked': { [ACTIONS.cancel]: signOut },
  'verify device': { [ACTIONS.cancel]: signOut, [ACTIONS.scanQr]: startCamera },
  'no camera': { [ACTIONS.cancel]: backToPopUp, [ACTIONS.tryAgain]: startCamera, [ACTIONS.typeInstead]: typeInstead },
  scanning: { [ACTIONS.cancel]: backToPopUp, [ACTIONS.typeInstead]: typeInstead },
  typing: { [ACTIONS.cancel]: backToPopUp },
  'one-time code': { [ACTIONS.cancel]: backToPopUp, [ACTIONS.continue]: (app) => app.continue() },
  'device registered': { [ACTIONS.ok]: (app) => app.show('conversations') },
  conversations: { [ACTIONS.signOut]: signOut },
};
