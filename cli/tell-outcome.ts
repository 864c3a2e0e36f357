import { relative } from 'node:path';
import { styleText } from 'node:util';
import { type Styler, terminal } from '../reports/formatters/terminal.ts';
import type { RunVerdict } from '../reports/verdict/shape.ts';
import type { Surroundings } from './surroundings.ts';

/** Says on standard output what a run came to, and where its reports are. */
export function tellOutcome(verdict: RunVerdict, reports: readonly string[], stdout: Surroundings['stdout']): void {
  const style: Styler = (format, text) => styleText(format, text, { stream: stdout });
  stdout.write(terminal(verdict, { style, reports: reports.map((path) => relative('.', path)) }));
}
