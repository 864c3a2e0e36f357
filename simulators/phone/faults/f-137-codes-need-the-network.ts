import { Blocked } from '../../errors.ts';
import type { PhoneFault } from './phone-fault.ts';

export const fault: PhoneFault = {
  id: 'F-137',
  title: 'Codes need the network',
  behaviour: 'The app has its codes computed by a server, so without a network there is none.',
  severity: 'medium',
  evidence: 'derived from the document, sentence S4',
  breaks: ['APP-04'],
  apply: ({ app, api }) => {
    const oneTimeCode = app.oneTimeCode.bind(app);
    app.oneTimeCode = () => {
      if (api.wire.network.state === 'online') return oneTimeCode();
      throw new Blocked('wanted a one-time code on the phone, it has no network to get one from');
    };
  },
  async isActive(probe) {
    await probe.scan();
    await probe.phone.setNetwork('offline');
    return probe.phone.oneTimeCode().then(
      () => false,
      (error) => error instanceof Blocked,
    );
  },
};
