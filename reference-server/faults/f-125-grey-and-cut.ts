import { withCss } from './browser-side.ts';
import type { ServerFault } from './server-fault.ts';

const RULES = `
.hint, .step { color: #b4bcc8; }
.card.scan { overflow: hidden; }
.symbol { width: 26rem; max-width: none; }`;

export const fault: ServerFault = {
  id: 'F-125',
  title: 'Grey on white, and a symbol that is cut on narrow screens',
  behaviour: 'Hints are light grey on white, and the QR code keeps its width where the screen has none for it.',
  severity: 'low',
  evidence: 'WCAG 2.2, 1.4.3 and 1.4.10',
  breaks: ['ACC-05', 'QRC-11'],
  companions: { 'QRC-12': 'A symbol that is cut cannot be read, so there is no margin of it to be measured either.' },
  needsBrowser: true,
  seams: () => ({ portal: () => withCss(RULES) }),
  isActive: async (probe) => (await probe.web().text('/assets/style.css')).includes(RULES),
};
