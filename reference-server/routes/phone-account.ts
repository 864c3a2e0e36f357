import { Router } from 'express';
import { type AccountAnswer, type ConversationsAnswer, PHONE_API } from '../../protocol/phone-api.ts';
import type { ServerContext } from '../context.ts';
import { verifiedPhoneSessionOf } from './phone-request.ts';

/** Something worth protecting: every user has the same conversations. */
const CONVERSATIONS: ConversationsAnswer = {
  conversations: [
    { subject: 'Delivery on Thursday', lastMessage: 'The driver will ring twice.' },
    { subject: 'Change of address', lastMessage: 'Thank you, the new address is in our books.' },
  ],
};

/** What a phone may read once nothing is left to do. */
export function phoneAccountRoutes(context: ServerContext): Router {
  const routes = Router();
  routes.get(PHONE_API.conversations, (request, response) => {
    verifiedPhoneSessionOf(context, request);
    response.json(CONVERSATIONS);
  });
  routes.get(PHONE_API.account, (request, response) => {
    const { username } = verifiedPhoneSessionOf(context, request);
    const devices = context.accounts.state(username).devices.map(({ name }) => name);
    const answer: AccountAnswer = { username, devices };
    response.json(answer);
  });
  return routes;
}
