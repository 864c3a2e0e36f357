import { rewriteHtml } from './html.ts';
import type { ServerFault } from './server-fault.ts';

export const fault: ServerFault = {
  id: 'F-056',
  title: 'The key cannot be copied whole',
  behaviour: 'Each group of the key stands on a line of its own with a number before it, and all that is copied along.',
  severity: 'low',
  evidence: 'derived from WCAG 2.2 success criterion 3.3.8',
  breaks: ['MAN-03'],
  companions: {
    'MAN-02': 'no text on the page is a whole key',
  },
  seams: () => ({
    pages: () => rewriteHtml((html) => html.replace(/(?<=<dd class="key">)[^<]*/, (key) => inPieces(key))),
  }),
  async isActive(probe) {
    const { web, address } = await probe.started();
    return /<dd class="key"><div>/.test(await web.text(`${address}/values`));
  },
};

function inPieces(key: string): string {
  const groups = key.split(' ').map((group, index) => `<div>Group ${index + 1}: ${group}</div>`);
  return groups.join('');
}
