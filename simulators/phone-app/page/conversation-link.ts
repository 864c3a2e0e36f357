/** Where links into conversations lead. */
export const CONVERSATIONS = '/conversations/';

/** Whether the app was opened by such a link; it has been followed then, and is not followed again by a reload. */
export function wasOpenedByLink(): boolean {
  if (!location.pathname.startsWith(CONVERSATIONS)) return false;
  history.replaceState(history.state, '', '/');
  return true;
}
