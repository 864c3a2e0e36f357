import type { Response } from 'express';
import type { ServerContext } from '../context.ts';
import { rewriteHtml } from '../faults/html.ts';
import type { Registration } from '../registration/account-state.ts';
import { isOver } from '../registration/lifetime.ts';
import type { Rules } from '../registration/policy.ts';
import { registrationAddress } from '../routes/addresses.ts';
import type { Variant } from './variant.ts';

/** Where the list of devices begins. */
const LIST = '<h2 id="devices">';

export const variant: Variant = {
  id: 'one-open-registration',
  title: 'A user has one open registration, which the list of devices leads back to: Next ends the one before',
  seams: () => ({
    rules: oneAtATime,
    pages: (context) =>
      rewriteHtml((html, { req }) => (html.includes(LIST) ? withWayBack(html, openOne(context, req)) : html)),
  }),
};

/** What was submitted is no longer open, and stays for its Continue. */
function oneAtATime(rules: Rules): Rules {
  return (state, event, at) => {
    const transition = rules(state, event, at);
    const { outcome, state: next } = transition;
    if (!outcome || event.type !== 'start') return transition;
    const isKept = ({ id, confirmation }: Registration) => id === event.registrationId || confirmation !== undefined;
    return { ...transition, state: { ...next, registrations: next.registrations.filter(isKept) } };
  };
}

function openOne({ accounts, clock, policy }: ServerContext, { session }: Response['req']): Registration | undefined {
  if (session.username === undefined) return undefined;
  const at = { nowMs: clock.now(), policy };
  const { registrations } = accounts.state(session.username);
  return registrations.find((one) => one.confirmation === undefined && !isOver(one, at));
}

function withWayBack(html: string, open: Registration | undefined): string {
  if (!open) return html;
  const way = `<p>A registration is not finished. <a href="${registrationAddress(open.id)}">Go on with it</a></p>`;
  return html.replace(LIST, `${way}$&`);
}
