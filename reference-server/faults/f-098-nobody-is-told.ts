import { CONTROL_API, type MessagesAnswer } from '../../protocol/control-api.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-098',
  title: 'Nobody is told of devices that come and go',
  behaviour: 'A device is added or removed, other sessions go on as they were, and the owner hears nothing of it.',
  severity: 'low',
  evidence: 'WordPress/two-factor#577; owncloud/twofactor_totp#222; bugcrowd/vulnerability-rating-taxonomy#257',
  breaks: ['AFT-09'],
  seams: () => ({
    context: ({ messages }) => {
      const send = messages.send.bind(messages);
      messages.send = (message) => (/device/i.test(message.subject) ? undefined : send(message));
      return {};
    },
  }),
  async isActive(probe) {
    const { account } = await probe.registered();
    const response = await probe.control(`${CONTROL_API.messages}?username=${account.username}`);
    return ((await response.json()) as MessagesAnswer).messages.length === 0;
  },
};
