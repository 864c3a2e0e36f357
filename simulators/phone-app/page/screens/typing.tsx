import { useState } from 'preact/hooks';
import { ACTIONS } from '../../../phone/screens.ts';
import { Actions, Field, Page } from './parts.tsx';
import type { ScreenView } from './screen-view.ts';

/** The values that the web shows to who cannot scan. The key is in the form alone, and goes with it. */
export const Typing: ScreenView = ({ shown, handset }) => {
  const [deviceName, setDeviceName] = useState('');
  const [key, setKey] = useState('');
  const send = (event: Event) => {
    event.preventDefault();
    void handset.typeValues({ deviceName, key });
  };
  return (
    <Page screen={shown.screen}>
      <p>
        On the web, select <q>Not able to scan the QR code?</q> to see them.
      </p>
      <form class="form" onSubmit={send}>
        <Field
          label="Device name"
          value={deviceName}
          onChange={setDeviceName}
          hint="Exactly as you named it on the web: capital and small letters differ."
        />
        <Field label="Key" value={key} onChange={setKey} hint="Spaces and capital letters do not matter." />
        <Actions buttons={shown.buttons} submit={ACTIONS.useValues} handset={handset} />
      </form>
    </Page>
  );
};
