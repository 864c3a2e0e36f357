import type { PhoneFault } from './phone-fault.ts';

export const fault: PhoneFault = {
  id: 'F-018',
  title: 'A blank screen when the camera is denied',
  behaviour: 'Without the permission the scanner shows nothing at all: no words, and nothing to tap.',
  severity: 'medium',
  evidence: 'flighttactics/TAKAware#96; MetaMask/metamask-mobile#34835; celo-org/celo-monorepo#1397',
  breaks: ['CAM-03'],
  companions: { 'CAM-04': 'Whoever has no camera needs what this screen should offer.' },
  apply: ({ app: { crafts } }) => {
    const { screenAt } = crafts;
    crafts.screenAt = (place, said) => {
      if (place !== 'no camera') return screenAt(place, said);
      return { ...screenAt(place, {}), title: '', actions: [] };
    };
  },
  async isActive(probe) {
    await probe.phone.setCamera('denied');
    const { title, message, actions } = await probe.openScanner();
    return title === '' && message === undefined && actions.length === 0;
  },
};
