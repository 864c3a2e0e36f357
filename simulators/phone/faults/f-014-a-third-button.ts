import { ACTIONS } from '../screens.ts';
import type { PhoneFault } from './phone-fault.ts';

const LATER = 'Later';

export const fault: PhoneFault = {
  id: 'F-014',
  title: 'A third button in the pop-up',
  behaviour: 'Beside Cancel and Scan QR the pop-up offers "Later", which the document knows nothing of.',
  severity: 'medium',
  evidence: 'derived from the document, sentence S9',
  breaks: ['POP-02'],
  apply: ({ app: { crafts } }) => {
    const { screenAt, taps } = crafts;
    crafts.screenAt = (place, said) => {
      const screen = screenAt(place, said);
      return place === 'verify device' ? { ...screen, actions: [...screen.actions, LATER] } : screen;
    };
    crafts.taps = { ...taps, 'verify device': { ...taps['verify device'], [LATER]: (app) => app.signOut() } };
  },
  async isActive(probe) {
    const { actions } = await probe.signIn();
    return actions.join() !== [ACTIONS.cancel, ACTIONS.scanQr].join();
  },
};
