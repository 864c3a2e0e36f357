import { useState } from 'preact/hooks';
import { Code } from './code.tsx';
import { Actions, Field, Page } from './parts.tsx';
import type { ScreenView } from './screen-view.ts';

/** The second factor at the sign-in. A phone that has a key shows its code, and need not be typed off. */
export const CodeAsked: ScreenView = ({ shown, handset }) => {
  const [code, setCode] = useState('');
  const send = (event: Event) => {
    event.preventDefault();
    void handset.sendCode(code).then(() => setCode(''));
  };
  return (
    <Page screen={shown.screen}>
      <form class="form" onSubmit={send}>
        <Field label="Code" value={code} onChange={setCode} autocomplete="one-time-code" inputMode="numeric" />
        <div class="actions">
          <button class="main" type="submit">
            Confirm
          </button>
        </div>
      </form>
      {shown.deviceName !== undefined && (
        <section class="own" aria-label="The code of this phone">
          <Code handset={handset} />
          <button class="wide" type="button" onClick={() => setCode(handset.code()?.code ?? '')}>
            Fill in the code of this phone
          </button>
        </section>
      )}
      <Actions buttons={shown.buttons} handset={handset} />
    </Page>
  );
};
