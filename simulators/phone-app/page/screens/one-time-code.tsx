import { Code } from './code.tsx';
import { Actions, Page } from './parts.tsx';
import type { ScreenView } from './screen-view.ts';

/** The code that is to be entered on the web, and what comes after that. */
export const OneTimeCode: ScreenView = ({ shown, handset }) => (
  <Page screen={shown.screen}>
    <Code handset={handset} />
    <p>Enter it on the web and select Submit there. Then tap Continue here.</p>
    <Actions buttons={shown.buttons} handset={handset} />
  </Page>
);
