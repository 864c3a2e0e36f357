import { useLayoutEffect, useState } from 'preact/hooks';
import type { ConversationsAnswer } from '../../../../protocol/phone-api.ts';
import type { Refusal } from '../../../phone/phone-wire.ts';
import { CodeSheet } from './code-sheet.tsx';
import { Actions, Page } from './parts.tsx';
import type { ScreenView } from './screen-view.ts';

/** What all this protects. */
export const Conversations: ScreenView = ({ shown, handset }) => {
  const [answer, setAnswer] = useState<ConversationsAnswer | Refusal>();
  useLayoutEffect(() => void handset.conversations().then(setAnswer), [handset]);
  return (
    <Page screen={shown.screen}>
      <List answer={answer} />
      <Actions buttons={shown.buttons} handset={handset}>
        {shown.deviceName !== undefined && <CodeSheet handset={handset} />}
      </Actions>
    </Page>
  );
};

function List({ answer }: { answer: ConversationsAnswer | Refusal | undefined }) {
  if (!answer) return <p class="hint">Loading</p>;
  if ('refused' in answer) return <p class="message">{answer.refused}</p>;
  if (answer.conversations.length === 0) return <p class="hint">There are no conversations yet</p>;
  return (
    <ul class="list">
      {answer.conversations.map(({ subject, lastMessage }) => (
        <li key={subject}>
          <b>{subject}</b>
          <span>{lastMessage}</span>
        </li>
      ))}
    </ul>
  );
}
