import { ACTIONS, TITLES } from '../screens.ts';
import { because } from './companions.ts';
import type { PhoneFault } from './phone-fault.ts';

export const fault: PhoneFault = {
  id: 'F-101',
  title: 'Continue says nothing',
  behaviour:
    'After a confirmed registration the app goes on to the conversations, and "Device registered" never shows.',
  severity: 'medium',
  evidence: 'derived from the document, sentence S21',
  breaks: ['FLW-05'],
  companions: {
    ...because('Its scenarios end with the pop-up that never comes.', [
      'LOG-07',
      'CAM-04',
      'MAN-04',
      'FLW-06',
      'FLW-12',
    ]),
    'ACC-07': 'The pop-up that never comes is one of those that have to be announced.',
  },
  apply: ({ app }) => {
    const show = app.show.bind(app);
    app.show = (place, message) => show(place === 'device registered' ? 'conversations' : place, message);
  },
  async isActive(probe) {
    await probe.scan();
    probe.server.isSubmitted = true;
    await probe.phone.tap(ACTIONS.continue);
    return (await probe.screen()).title !== TITLES.registered;
  },
};
