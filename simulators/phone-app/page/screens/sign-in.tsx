import { useState } from 'preact/hooks';
import { ACTIONS } from '../../../phone/screens.ts';
import { CodeSheet } from './code-sheet.tsx';
import { Actions, Field, Page } from './parts.tsx';
import type { ScreenView } from './screen-view.ts';

/** Username and password. */
export const SignIn: ScreenView = ({ shown, handset }) => {
  const [username, setUsername] = useState(shown.username);
  const [password, setPassword] = useState('');
  const send = (event: Event) => {
    event.preventDefault();
    void handset.signIn({ username, password }).then(() => setPassword(''));
  };
  return (
    <Page screen={shown.screen}>
      <p>With the username and password that you use on the web.</p>
      <form class="form" onSubmit={send}>
        <Field label="Username" value={username} onChange={setUsername} autocomplete="username" />
        <Field
          label="Password"
          type="password"
          value={password}
          onChange={setPassword}
          autocomplete="current-password"
        />
        <Actions buttons={shown.buttons} submit={ACTIONS.signIn} handset={handset}>
          {shown.deviceName !== undefined && <CodeSheet handset={handset} />}
        </Actions>
      </form>
    </Page>
  );
};
