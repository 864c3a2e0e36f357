import type { AccessibleNode, Screen } from './phone.ts';

/** The app's name, as the phone announces it. */
const APP_NAME = 'Conversations';

/**
 * A screen as a screen reader has it. While a pop-up is open nothing else can be reached.
 * @param focus which of the screen's actions has the focus, from 0 on
 * @see WCAG 2.2, 4.1.2 and 2.4.3
 */
export function treeOf(screen: Screen, { isPopUp, focus }: { isPopUp: boolean; focus: number }): AccessibleNode {
  const { title, message, notice, accounts, actions } = screen;
  const texts = [message, notice, ...accounts].filter((text) => text !== undefined);
  const children: AccessibleNode[] = [
    ...texts.map((name) => ({ role: 'text', name })),
    ...actions.map((name, index) => ({ role: 'button', name, ...(index === focus && { focused: true }) })),
  ];
  const view = isPopUp
    ? { role: 'dialog', name: title, modal: true, children }
    : { role: 'main', name: title, children };
  return { role: 'application', name: APP_NAME, children: [view] };
}
