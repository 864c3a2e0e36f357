import { rewriteHtml } from './html.ts';
import type { ServerFault } from './server-fault.ts';

const SHOWN = /(?<=<dt>Device name<\/dt><dd><bdi>)[^<]*/;

export const fault: ServerFault = {
  id: 'F-150',
  title: 'The name to type is in small letters',
  behaviour: 'Among the values for manual entry the device name has lost its capital letters; elsewhere it has them.',
  severity: 'medium',
  evidence: 'derived from the document, sentences S17 and S18',
  breaks: ['MAN-02'],
  seams: () => ({ pages: () => rewriteHtml((html) => html.replace(SHOWN, (name) => name.toLowerCase())) }),
  async isActive(probe) {
    const { web, address } = await probe.started('My Phone');
    return SHOWN.exec(await web.text(`${address}/values`))?.[0] === 'my phone';
  },
};
