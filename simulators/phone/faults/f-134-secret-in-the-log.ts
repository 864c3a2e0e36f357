import type { PhoneFault } from './phone-fault.ts';
import { KEY } from './probe.ts';

export const fault: PhoneFault = {
  id: 'F-134',
  title: "The key is in the app's log",
  behaviour: 'The app writes what it has scanned into its log, where it can be read long after the registration.',
  severity: 'medium',
  evidence: 'derived from NIST SP 800-63B section 5.1.4.1, which forbids that a key is cloned',
  breaks: ['APP-12'],
  apply: ({ app, hardware }) => {
    const keep = app.keep.bind(app);
    app.keep = (entry) => {
      hardware.log.push(`pairing "${entry.deviceName}" with ${entry.secret}`);
      return keep(entry);
    };
  },
  async isActive(probe) {
    await probe.scan();
    return (await probe.phone.readable()).some(({ text }) => text.includes(KEY));
  },
};
