import type { ServerContext } from './context.ts';
import { deviceMessage } from './notices.ts';
import { notesOn } from './registration/notes.ts';
import type { RegistrationEvent, Transition } from './registration/transition.ts';

/**
 * Lets something happen to an account, now. What is worth noting is noted, and the owner is told of devices that come
 * and go, in the same turn of the event loop: nothing is done that is not noted.
 */
export function happen(context: ServerContext, username: string, event: RegistrationEvent): Transition {
  const { accounts, audit, messages } = context;
  const nowMs = context.clock.now();
  const before = accounts.state(username);
  const transition = accounts.apply(username, event, nowMs);
  for (const note of notesOn(before, event, transition)) {
    audit.note({ atMs: nowMs, username, ...note });
    const message = deviceMessage(note, nowMs);
    if (message) messages.send({ to: username, sentAtMs: nowMs, ...message });
  }
  return transition;
}
