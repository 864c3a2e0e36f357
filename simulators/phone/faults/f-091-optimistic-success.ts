import { ACTIONS, TITLES } from '../screens.ts';
import type { PhoneFault } from './phone-fault.ts';

export const fault: PhoneFault = {
  id: 'F-091',
  title: 'Success is shown without having been told',
  behaviour: 'When Continue ends in an error or in no answer at all, the app says "Device registered" all the same.',
  severity: 'medium',
  evidence: 'OWASP MASTG 0x04e, "Two-factor Authentication"; derived from the document, sentence S21',
  breaks: ['FLW-06'],
  apply: ({ api }) => {
    const send = api.continue.bind(api);
    api.continue = async () => {
      const refusal = await send();
      return refusal?.status === undefined || refusal.status >= 500 ? undefined : refusal;
    };
  },
  async isActive(probe) {
    await probe.scan();
    await probe.phone.setNetwork('failing');
    await probe.phone.tap(ACTIONS.continue);
    return (await probe.screen()).title === TITLES.registered;
  },
};
