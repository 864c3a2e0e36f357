import type { RunVerdict } from '../verdict/shape.ts';

/** The verdict as it stands, as `verdict.schema.json` describes it. */
export function json(verdict: RunVerdict): string {
  return `${JSON.stringify(verdict, null, 2)}\n`;
}
