import { ACTIONS, TITLES } from '../screens.ts';
import type { PhoneFault } from './phone-fault.ts';

export const fault: PhoneFault = {
  id: 'F-101',
  title: 'Continue says nothing',
  behaviour:
    'After a confirmed registration the app goes on to the conversations, and "Device registered" never shows.',
  severity: 'medium',
  evidence: 'derived from the document, sentence S21',
  breaks: ['FLW-05'],
  apply: ({ app }) => {
    const show = app.show.bind(app);
    app.show = (place, message) => show(place === 'device registered' ? 'conversations' : place, message);
  },
  async isActive(probe) {
    await probe.scan();
    probe.server.continueAnswer = 'a confirmation';
    await probe.phone.tap(ACTIONS.continue);
    return (await probe.screen()).title !== TITLES.registered;
  },
};
