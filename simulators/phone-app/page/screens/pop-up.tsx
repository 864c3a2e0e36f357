import { useLayoutEffect, useRef } from 'preact/hooks';
import { Actions, Words } from './parts.tsx';
import type { ScreenView } from './screen-view.ts';

const ON_THE_WEB =
  'On the web, go to User profile, Access controls, Mobile authentication, Register new device. Then scan the QR code that appears there.';

/** Lies over everything until one of its buttons is tapped; nothing else makes it go away. */
export const PopUp: ScreenView = ({ shown, handset }) => {
  const { place, screen, buttons, isDialog, deviceName } = shown;
  const dialog = useRef<HTMLDialogElement>(null);
  const open = () => {
    if (dialog.current?.isConnected && !dialog.current.open) dialog.current.showModal();
  };
  // Before anybody sees the screen: there is no moment without the pop-up.
  useLayoutEffect(open, []);
  const content = (
    <>
      <img src="/icon.svg" alt="" width="48" height="48" />
      <h1 id="pop-up-title">{screen.title}</h1>
      <p>
        {place === 'verify device' ? ON_THE_WEB : `This phone is registered as "${deviceName}". Its codes sign you in.`}
      </p>
      <Words screen={screen} />
      <Actions buttons={buttons} handset={handset} />
    </>
  );
  if (!isDialog) return <main class="page">{content}</main>;
  return (
    <main class="page">
      <dialog
        ref={dialog}
        class="pop-up"
        aria-labelledby="pop-up-title"
        closedby="none"
        onCancel={(event) => event.preventDefault()}
        onClose={open}
      >
        {content}
      </dialog>
    </main>
  );
};
