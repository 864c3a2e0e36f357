import { withScriptAtCodes } from '../faults/browser-side.ts';
import { sixBoxes } from '../faults/six-boxes.ts';
import type { Variant } from './variant.ts';

/** What is typed or pasted into one box goes on into the next ones, without the spaces that a code is shown with. */
const SCRIPT = sixBoxes(`
    if (!event.data) return;
    event.preventDefault();
    const digits = [...event.data].filter((sign) => sign.trim() !== '').slice(0, 6 - at);
    digits.forEach((digit, offset) => { boxes[at + offset].value = digit; });
    boxes[Math.min(at + digits.length, 5)].focus();
    collect();`);

export const variant: Variant = {
  id: 'six-boxes',
  title: 'The code has one box for each digit, and they act as one field',
  needsBrowser: true,
  seams: () => ({ portal: () => withScriptAtCodes(SCRIPT) }),
};
