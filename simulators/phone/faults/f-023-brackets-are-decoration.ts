import { viewOf, withinBrackets } from '../../camera/aim.ts';
import { drawFrame } from '../../camera/frame.ts';
import type { PhoneFault } from './phone-fault.ts';
import { KEY_URI } from './probe.ts';

const OTHER_URI = KEY_URI.replace('GEZDG', 'MFRGG');

export const fault: PhoneFault = {
  id: 'F-023',
  title: 'The brackets are decoration',
  behaviour: 'The app reads whatever is in view, and a QR code outside the brackets wins over the one within them.',
  severity: 'low',
  evidence: 'derived from the document, sentence S16',
  breaks: ['CAM-05'],
  apply: ({ phone, app }) => {
    phone.seeFrame = async (frame) => {
      const view = await viewOf(frame);
      const within = withinBrackets(view);
      const outside = view.symbols.find((symbol) => !within.includes(symbol));
      await app.see((outside ?? within[0])?.text);
    };
  },
  async isActive(probe) {
    await probe.scan();
    const wanted = await probe.phone.oneTimeCode();
    await probe.openScanner();
    const frame = drawFrame([
      { text: KEY_URI, where: 'within the brackets' },
      { text: OTHER_URI, where: 'outside the brackets' },
    ]);
    await probe.phone.seeFrame(frame);
    return (await probe.phone.oneTimeCode()) !== wanted;
  },
};
