import { withScriptAtCodes } from '../faults/browser-side.ts';
import type { Variant } from './variant.ts';

/** What is typed or pasted into one box goes on into the next ones, without the spaces that a code is shown with. */
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
  box.setAttribute('aria-label', 'Digit ' + digit);
  boxes.at(-1).after(box);
  boxes.push(box);
}
const collect = () => { whole.value = boxes.map((box) => box.value).join(''); };
boxes.forEach((box, at) => {
  box.addEventListener('input', collect);
  box.addEventListener('beforeinput', (event) => {
    if (!event.data) return;
    event.preventDefault();
    const digits = [...event.data].filter((sign) => sign.trim() !== '').slice(0, 6 - at);
    digits.forEach((digit, offset) => { boxes[at + offset].value = digit; });
    boxes[Math.min(at + digits.length, 5)].focus();
    collect();
  });
});`;

export const variant: Variant = {
  id: 'six-boxes',
  title: 'The code has one box for each digit, and they act as one field',
  needsBrowser: true,
  seams: () => ({ portal: () => withScriptAtCodes(SCRIPT) }),
};
