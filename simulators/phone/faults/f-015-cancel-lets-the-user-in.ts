import { ACTIONS } from '../screens.ts';
import type { PhoneFault } from './phone-fault.ts';

export const fault: PhoneFault = {
  id: 'F-015',
  title: 'Cancel lets the user in',
  behaviour: 'Cancel closes the pop-up as a notice is closed, and the conversations are behind it.',
  severity: 'high',
  evidence: 'derived from the document, sentences S3 and S9',
  breaks: ['POP-03'],
  apply: ({ app: { crafts } }) => {
    const { taps } = crafts;
    crafts.taps = {
      ...taps,
      'verify device': { ...taps['verify device'], [ACTIONS.cancel]: (app) => app.show('conversations') },
    };
  },
  async isActive(probe) {
    await probe.signIn();
    await probe.phone.tap(ACTIONS.cancel);
    return (await probe.screen()).isProtected;
  },
};
