/**
 * A script for pages that ask for a code: one box for each digit, and a hidden field that carries them together.
 * @param onText what becomes of a text that is to go into a box: the body of a listener, with `boxes`, `at`, `collect`
 *   and the `beforeinput` event
 */
export function sixBoxes(onText: string): string {
  return `
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
    ${onText}
  });
});`;
}
