/** What a link into a conversation asks for, in the query of its address. */
export const CONVERSATION = 'conversation';

/** Whether the app was opened by such a link; it has been followed then, and is not followed again by a reload. */
export function wasOpenedByLink(): boolean {
  const { searchParams, pathname } = new URL(location.href);
  if (!searchParams.has(CONVERSATION)) return false;
  history.replaceState(history.state, '', pathname);
  return true;
}
