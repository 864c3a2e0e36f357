import type { ProcessGroup } from './process-group.ts';

/** How shells say that there is no such program, or that it may not be run. @see POSIX, "Exit Status for Commands" */
const NOT_RUN_BY_SHELL = [126, 127];
const PORT_IS_TAKEN = /EADDRINUSE|address (is )?already in use|port .{0,40}(in use|taken|occupied)/i;

/** How it ended, in words. */
export function tellEnd({ exit, fault }: ProcessGroup): string {
  if (fault) return `it could not be started (${fault.code ?? fault.message})`;
  return typeof exit === 'number' ? `it ended with exit code ${exit}` : `it was ended by ${exit}`;
}

/** Why it did not get ready, and what to do about it. */
export function tellFault(group: ProcessGroup): string {
  const { exit, fault, words } = group;
  const isMissing = fault?.code === 'ENOENT' || NOT_RUN_BY_SHELL.includes(Number(exit));
  if (isMissing) return 'there is no such program here: install it, or give its full path in start.command';
  if (fault) return `${tellEnd(group)}: make it a program that may be run`;
  if (words.say(PORT_IS_TAKEN)) return 'its port is taken: end what listens there, or give it another port';
  const how = tellEnd(group);
  if (exit === 0) return `${how} before: start it so that it stays in the foreground, for we end what we start`;
  return `${how} before: start it by hand in the same folder to see why`;
}
