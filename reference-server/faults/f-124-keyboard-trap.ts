import { runsScript, withScriptAtCodes } from './browser-side.ts';
import type { ServerFault } from './server-fault.ts';

const SCRIPT = `
const field = document.querySelector('input.code');
field.addEventListener('keydown', (event) => {
  if (event.key === 'Tab' && !/^[0-9]{6}$/.test(field.value)) event.preventDefault();
});`;

export const fault: ServerFault = {
  id: 'F-124',
  title: 'The field for the code holds the keyboard',
  behaviour: 'The Tab key leads into the field for the code, and out of it only once six digits are there.',
  severity: 'medium',
  evidence: 'WCAG 2.2, 2.1.2 and 2.4.3',
  breaks: ['ACC-02'],
  needsBrowser: true,
  seams: () => ({ portal: () => withScriptAtCodes(SCRIPT) }),
  isActive: (probe) => runsScript(probe, "event.key === 'Tab'"),
};
