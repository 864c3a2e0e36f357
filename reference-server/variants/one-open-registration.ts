import type { Rules } from '../registration/policy.ts';
import type { Variant } from './variant.ts';

export const variant: Variant = {
  id: 'one-open-registration',
  title: 'A user has one open registration: Next ends the one that was begun before',
  seams: () => ({ rules: oneAtATime }),
};

/** What was submitted is no longer open, and stays for its Continue. */
function oneAtATime(rules: Rules): Rules {
  return (state, event, at) => {
    const transition = rules(state, event, at);
    const { outcome, state: next } = transition;
    if (!outcome || event.type !== 'start') return transition;
    const isKept = ({ id, confirmation }: (typeof next.registrations)[number]) =>
      id === event.registrationId || confirmation !== undefined;
    return { ...transition, state: { ...next, registrations: next.registrations.filter(isKept) } };
  };
}
