import { encodeBase32 } from '../../protocol/base32.ts';
import { rewriteHtml } from './html.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-053',
  title: 'The key to type is not that of the QR code',
  behaviour: 'The page with the values for manual entry draws a key of its own, in place of that of the registration.',
  severity: 'high',
  evidence: 'derived from the document, sentence S17',
  breaks: ['MAN-02', 'MAN-04'],
  companions: {
    'MAN-03': 'the key on the page can be copied whole, but is another one',
    'MAN-05': 'with this key the exact name is refused too',
  },
  seams: () => ({
    pages: ({ newSecret }) => {
      const otherKey = () => encodeBase32(newSecret()).replace(/(.{4})(?=.)/g, '$1 ');
      return rewriteHtml((html) => html.replace(/(?<=<dd class="key">)[^<]*/, otherKey));
    },
  }),
  async isActive(probe) {
    const started = await probe.started();
    return !(await probe.keyUri(started)).includes(`secret=${started.secret}`);
  },
};
