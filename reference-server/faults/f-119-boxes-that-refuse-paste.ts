import { runsScript, withScriptAtCodes } from './browser-side.ts';
import type { ServerFault } from './server-fault.ts';
import { sixBoxes } from './six-boxes.ts';

/** One box for each digit. Typing fills them one after the other; what is pasted is cut to the one that has the focus. */
const SCRIPT = sixBoxes(`
    if (event.inputType !== 'insertText') return;
    event.preventDefault();
    [...event.data].slice(0, 6 - at).forEach((digit, offset) => { boxes[at + offset].value = digit; });
    boxes[Math.min(at + event.data.length, 5)].focus();
    collect();`);

export const fault: ServerFault = {
  id: 'F-119',
  title: 'Six boxes that refuse paste',
  behaviour: 'The code has one box for each digit, and of a pasted code one digit is left.',
  severity: 'medium',
  evidence: 'WCAG 2.2, Understanding 3.3.8, which has this as an example of a failure',
  breaks: ['ACC-04'],
  needsBrowser: true,
  seams: () => ({ portal: () => withScriptAtCodes(SCRIPT) }),
  isActive: (probe) => runsScript(probe, 'first.maxLength = 1'),
};
