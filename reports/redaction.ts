import { type Attachment, AttachmentContentEncoding, type Envelope } from '@cucumber/messages';
import { SecretNet } from './redaction/secret-net.ts';
import { anyWriting } from './redaction/writings.ts';

/** What stands where a secret stood. */
export const REDACTED = '[redacted]';

const ADDRESS_QUERY = /([a-z][a-z0-9+.-]*:\/\/[^\s?#"'<>]*|(?<![\w<])\/[^\s?#"'<>]*)\?[^\s?#"'<>=]*=[^\s#"'<>]*/gi;
const TEXT_TYPES = /^text\/|[/+](?:json|xml)$/;

/**
 * A safety net under everything that is written, never the first defence (steps keep secrets out of what they
 * record): replaces each secret in any text of `value`, also in the groups that pages print keys and codes in, escaped
 * for XML, for JSON and for addresses, and takes the query from every address.
 */
export function redact<Value>(value: Value, secrets: readonly string[]): Value {
  return redactWith(value, SecretNet.of(secrets));
}

/** The same for Cucumber's messages, into attachments of text. Pictures are left: what is on them only steps know. */
export function redactEnvelopes(envelopes: readonly Envelope[], secrets: readonly string[]): Envelope[] {
  const net = SecretNet.of(secrets);
  return envelopes.map(({ attachment, ...others }) => {
    const redacted = redactWith<Envelope>(others, net);
    return attachment ? { ...redacted, attachment: redactAttachment(attachment, net) } : redacted;
  });
}

function redactAttachment(attachment: Attachment, net: SecretNet | undefined): Attachment {
  const { body, ...others } = attachment;
  return { ...redactWith(others, net), body: redactBody(attachment, net) };
}

function redactBody({ body, contentEncoding, mediaType }: Attachment, net: SecretNet | undefined): string {
  if (contentEncoding === AttachmentContentEncoding.IDENTITY) return redactText(body, net);
  if (!TEXT_TYPES.test(mediaType)) return body;
  const text = Buffer.from(body, 'base64').toString('utf8');
  return Buffer.from(redactText(text, net), 'utf8').toString('base64');
}

function redactWith<Value>(value: Value, net: SecretNet | undefined): Value {
  if (typeof value === 'string') return redactText(value, net) as Value;
  if (Array.isArray(value)) return value.map((item) => redactWith(item, net)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, field]) => [name, redactWith(field, net)]);
  return Object.fromEntries(fields);
}

function redactText(text: string, net: SecretNet | undefined): string {
  const found = net?.secretsIn(text) ?? [];
  const withoutSecrets = found.length > 0 ? text.replace(patternFor(found), REDACTED) : text;
  return withoutSecrets.replace(ADDRESS_QUERY, '$1');
}

/** One pattern for all, the longest first: else a secret that begins another would leave the rest of it standing. */
function patternFor(secrets: string[]): RegExp {
  const longestFirst = secrets.toSorted((one, other) => other.length - one.length);
  return new RegExp(longestFirst.map(anyWriting).join('|'), 'gi');
}
