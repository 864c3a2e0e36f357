import { performance } from 'node:perf_hooks';
import { codeOfStep, comparing, stepAt } from './code-computation.ts';
import type { Probe } from './probe.ts';
import type { ServerFault } from './server-fault.ts';

/** Far more than a comparison takes, so that it shows within few tries, on a busy machine too. */
const PER_DIGIT_MS = 20;
const TRIES = 4;
const waiting = new Int32Array(new SharedArrayBuffer(4));

export const fault: ServerFault = {
  id: 'F-117',
  title: 'The time of an answer tells how many digits were right',
  behaviour:
    'Digits are compared one by one by a slow module until one differs: the more of the first ones are right, the later ' +
    'the answer comes.',
  severity: 'low',
  evidence: 'OWASP ASVS 5.0.0, 11.2.4',
  breaks: ['ABU-18'],
  seams: () => ({ policy: comparing((secret, code, step) => isEqualSlowly(code, codeOfStep(secret, step))) }),
  async isActive(probe) {
    const started = await probe.started();
    const code = codeOfStep(started.secret, stepAt(probe.clock.now()));
    const turned = (digit: string) => String((Number(digit) + 5) % 10);
    const near = await quickest(started, code.slice(0, -1) + turned(code.slice(-1)));
    const far = await quickest(started, [...code].map(turned).join(''));
    return near - far > 2 * PER_DIGIT_MS;
  },
};

function isEqualSlowly(code: string, right: string): boolean {
  for (const [place, digit] of [...right].entries()) {
    if (code[place] !== digit) return false;
    Atomics.wait(waiting, 0, 0, PER_DIGIT_MS);
  }
  return code.length === right.length;
}

/** How long the quickest of some answers takes, in milliseconds. */
async function quickest({ web, address }: Awaited<ReturnType<Probe['started']>>, code: string) {
  const times: number[] = [];
  for (let tries = 0; tries < TRIES; tries += 1) {
    const before = performance.now();
    await web.submit(address, { code });
    times.push(performance.now() - before);
  }
  return Math.min(...times);
}
