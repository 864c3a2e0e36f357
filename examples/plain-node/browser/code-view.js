import { codeAt, secondsLeft } from './key.js';
import { element, onLeaving } from './page.js';

const LOOK_AT_CLOCK_EVERY_MS = 200;

/** A code in two groups and how long it is good for, until the screen is left. It is never older than a glance. */
export async function codeView(key) {
  const digits = element('p', { class: 'code', role: 'img' });
  const left = element('p');
  const draw = async () => {
    const nowMs = Date.now();
    const code = (await codeAt(key, nowMs)).replace(/^(...)/, '$1 ');
    if (digits.textContent !== code) {
      digits.textContent = code;
      digits.setAttribute('aria-label', `One-time code ${code}`);
    }
    left.textContent = `new code in ${secondsLeft(nowMs)} s`;
  };
  await draw();
  return {
    parts: [digits, left],
    run: () => {
      const timer = setInterval(() => void draw(), LOOK_AT_CLOCK_EVERY_MS);
      onLeaving(() => clearInterval(timer));
    },
  };
}
