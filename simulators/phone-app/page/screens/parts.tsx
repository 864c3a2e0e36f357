import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Screen } from '../../../phone/phone.ts';
import { ACTIONS } from '../../../phone/screens.ts';
import type { Handset } from '../handset.ts';
import type { Button } from '../shown.ts';

/** What most people want to do next. */
const MAIN: readonly string[] = [
  ACTIONS.scanQr,
  ACTIONS.tryAgain,
  ACTIONS.useValues,
  ACTIONS.continue,
  ACTIONS.ok,
  ACTIONS.signIn,
];

/** A screen with its title, on which the reading goes on from there. */
export function Page({ screen, children }: { screen: Screen; children: ComponentChildren }) {
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus(), []);
  return (
    <main class="page">
      <h1 ref={title} tabIndex={-1}>
        {screen.title}
      </h1>
      <Words screen={screen} />
      {children}
    </main>
  );
}

/** What the app has to say: of the last act, and of the phone as a whole. Both places are there before their words. */
export function Words({ screen }: { screen: Screen }) {
  const { message, notice } = screen;
  return (
    <>
      <p class="message" role="alert">
        {message}
      </p>
      <p class="notice" role="status">
        {notice}
      </p>
    </>
  );
}

interface ActionsProps {
  buttons: Button[];
  /** The one that sends the form which it stands in. */
  submit?: string;
  handset: Handset;
  children?: ComponentChildren;
}

/** All that can be tapped on a screen, within reach of a thumb. */
export function Actions({ buttons, submit, handset, children }: ActionsProps) {
  return (
    <div class="actions">
      {buttons.map(({ action, name }) => (
        <button
          key={action}
          class={classOf(action)}
          type={action === submit ? 'submit' : 'button'}
          {...(action !== submit && { onClick: () => void handset.tap(action) })}
        >
          {name === '' ? <img src="/icon.svg" alt="" width="24" height="24" /> : name}
        </button>
      ))}
      {children}
    </div>
  );
}

function classOf(action: string): string {
  if (MAIN.includes(action)) return 'main';
  return action === ACTIONS.typeInstead ? 'wide' : 'other';
}

interface FieldProps {
  label: string;
  value: string;
  onChange(value: string): void;
  hint?: string;
  type?: 'text' | 'password';
  autocomplete?: string;
  inputMode?: 'numeric';
}

/** A field whose text stays as it was typed: no keyboard is to mend it. */
export function Field({ label, value, onChange, hint, type = 'text', autocomplete = 'off', inputMode }: FieldProps) {
  const id = label.toLowerCase().replaceAll(' ', '-');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        // The types know no field that may be of either kind.
        type={type as 'text'}
        value={value}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
        autocomplete={autocomplete}
        autocapitalize="none"
        autocorrect="off"
        spellcheck={false}
        required
        {...(inputMode && { inputMode })}
        {...(hint !== undefined && { 'aria-describedby': `${id}-hint` })}
      />
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
