import { Actions, Page } from './parts.tsx';
import type { ScreenView } from './screen-view.ts';

const ALLOW_AGAIN =
  'It was denied for good. To allow it, open the settings of this site in your browser, set the camera to "Allow", and try again.';

/** Why nothing can be scanned, and what can be done instead. */
export const NoCamera: ScreenView = ({ shown, handset }) => (
  <Page screen={shown.screen}>
    {shown.isDeniedForGood && <p>{ALLOW_AGAIN}</p>}
    {shown.buttons.length > 0 && <p>Without the camera the values that the web shows can be entered by hand.</p>}
    <Actions buttons={shown.buttons} handset={handset} />
  </Page>
);
