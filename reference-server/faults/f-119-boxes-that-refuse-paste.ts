import { runsScript, withScriptAtCodes } from './browser-side.ts';
import type { ServerFault } from './server-fault.ts';

/** One box for each digit. Typing fills them one after the other; what is pasted is cut to the one that has the focus. */
const SCRIPT = `
const first = document.querySelector('input.code');
const whole = Object.assign(document.createElement('input'), { type: 'hidden', name: first.name });
first.removeAttribute('name');
first.maxLength = 1;
first.before(whole);
const boxes = [first];
for (let digit = 2; digit <= 6; digit += 1) {
  const box = first.cloneNode();
  box.id = 'code-' + digit;
  box.removeAttribute('aria-describedby');
  box.setAttribute('aria-label', 'Digit ' + digit);
  boxes.at(-1).after(box);
  boxes.push(box);
}
const collect = () => { whole.value = boxes.map((box) => box.value).join(''); };
boxes.forEach((box, at) => {
  box.addEventListener('input', collect);
  box.addEventListener('beforeinput', (event) => {
    if (event.inputType !== 'insertText') return;
    event.preventDefault();
    [...event.data].slice(0, 6 - at).forEach((digit, offset) => { boxes[at + offset].value = digit; });
    boxes[Math.min(at + event.data.length, 5)].focus();
    collect();
  });
});`;

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
