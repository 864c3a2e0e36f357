import type { Status } from '../verdict/shape.ts';

const RED: readonly (Status | undefined)[] = ['failed', 'warned', 'informed'];

/** Whether a requirement noticed something; how loudly depends on its level alone. */
export function isRed(status: Status | undefined): boolean {
  return RED.includes(status);
}
