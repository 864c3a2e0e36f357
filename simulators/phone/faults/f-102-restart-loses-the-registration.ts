import { TITLES } from '../screens.ts';
import type { PhoneFault } from './phone-fault.ts';

export const fault: PhoneFault = {
  id: 'F-102',
  title: 'A restart of the app loses the registration',
  behaviour:
    'The app keeps the key in memory alone: once it was killed the phone has none, though the portal lists it.',
  severity: 'medium',
  evidence: 'derived from the document, sentence S20',
  breaks: ['FLW-12'],
  companions: { 'APP-14': 'After the foreign QR code the app is killed and reopened, to see which key it has then.' },
  apply: ({ app, memory }) => {
    const reopen = app.reopen.bind(app);
    app.reopen = () => {
      memory.keys.clear();
      memory.isPairing = false;
      return reopen();
    };
  },
  async isActive(probe) {
    await probe.scan();
    await probe.phone.gesture('killing and reopening the app');
    return (await probe.screen()).title !== TITLES.oneTimeCode;
  },
};
