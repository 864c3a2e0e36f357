import type { Envelope } from '@cucumber/messages';
import { redactEnvelopes } from '../redaction.ts';

/** Cucumber's message stream, one message a line, for other tools of that ecosystem. Empty for a run without any. */
export function messages(envelopes: readonly Envelope[], secrets: readonly string[]): string {
  return redactEnvelopes(envelopes, secrets)
    .map((envelope) => `${JSON.stringify(envelope)}\n`)
    .join('');
}
