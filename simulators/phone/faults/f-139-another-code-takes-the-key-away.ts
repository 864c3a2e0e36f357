import type { PhoneFault } from './phone-fault.ts';
import { KEY_URI } from './probe.ts';

export const fault: PhoneFault = {
  id: 'F-139',
  title: "Another user's QR code takes the key away",
  behaviour:
    'The app keeps what it has scanned before the server has agreed, so a foreign QR code replaces its own key.',
  severity: 'medium',
  evidence: 'derived from the document, sentences S6 and S9',
  breaks: ['APP-14'],
  apply: ({ app, memory }) => {
    const keep = app.keep.bind(app);
    app.keep = (entry) => {
      memory.keys.set(memory.username, entry);
      return keep(entry);
    };
  },
  async isActive(probe) {
    await probe.scan();
    const own = await probe.phone.oneTimeCode();
    await probe.openScanner();
    probe.refusal = 409;
    await probe.parts.app.see(KEY_URI.replace('GEZDG', 'MFRGG'));
    return (await probe.phone.oneTimeCode()) !== own;
  },
};
