import { useEffect, useState } from 'preact/hooks';
import type { Place } from '../../phone/screens.ts';
import type { Handset } from './handset.ts';
import { CodeAsked } from './screens/code-asked.tsx';
import { Conversations } from './screens/conversations.tsx';
import { NoCamera } from './screens/no-camera.tsx';
import { OneTimeCode } from './screens/one-time-code.tsx';
import { PopUp } from './screens/pop-up.tsx';
import { Scanner } from './screens/scanner.tsx';
import type { ScreenView } from './screens/screen-view.ts';
import { SignIn } from './screens/sign-in.tsx';
import { Typing } from './screens/typing.tsx';
import { useGestures } from './use-gestures.ts';

const SCREENS: Record<Place, ScreenView> = {
  'signed out': SignIn,
  'code asked': CodeAsked,
  'verify device': PopUp,
  'no camera': NoCamera,
  scanning: Scanner,
  typing: Typing,
  'one-time code': OneTimeCode,
  'device registered': PopUp,
  conversations: Conversations,
};

/** The whole app: one screen at a time, as its core has it. */
export function App({ handset }: { handset: Handset }) {
  const [shown, setShown] = useState(handset.shown);
  useEffect(() => {
    handset.onChange = setShown;
    setShown(handset.shown);
  }, [handset]);
  useGestures(handset, shown.place);
  const Screen = SCREENS[shown.place];
  return (
    <>
      <header class="bar">
        <img src="/icon.svg" alt="" width="28" height="28" />
        <span>Conversations</span>
      </header>
      <Screen key={shown.place} shown={shown} handset={handset} />
    </>
  );
}
