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
  return redactWith(value, redacterOf(secrets));
}

/** The same for Cucumber's messages, into attachments of text. Pictures are left: what is on them only steps know. */
export function redactEnvelopes(envelopes: readonly Envelope[], secrets: readonly string[]): Envelope[] {
  const redacter = redacterOf(secrets);
  return envelopes.map(({ attachment, ...others }) => {
    const redacted = redactWith<Envelope>(others, redacter);
    return attachment ? { ...redacted, attachment: redactAttachment(attachment, redacter) } : redacted;
  });
}

function redactAttachment(attachment: Attachment, redacter: Redacter): Attachment {
  const { body, ...others } = attachment;
  return { ...redactWith(others, redacter), body: redactBody(attachment, redacter) };
}

function redactBody({ body, contentEncoding, mediaType }: Attachment, redacter: Redacter): string {
  if (contentEncoding === AttachmentContentEncoding.IDENTITY) return redacter(body);
  if (!TEXT_TYPES.test(mediaType)) return body;
  const text = Buffer.from(body, 'base64').toString('utf8');
  return Buffer.from(redacter(text), 'utf8').toString('base64');
}

/** Makes one text safe. */
type Redacter = (text: string) => string;

/** Most texts of a run stand there many times, and are looked through once. */
function redacterOf(secrets: readonly string[]): Redacter {
  const net = SecretNet.of(secrets);
  const known = new Map<string, string>();
  return (text) => {
    const safe = known.get(text) ?? redactText(text, net);
    known.set(text, safe);
    return safe;
  };
}

function redactWith<Value>(value: Value, redacter: Redacter): Value {
  if (typeof value === 'string') return redacter(value) as Value;
  if (Array.isArray(value)) return value.map((item) => redactWith(item, redacter)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, field]) => [name, redactWith(field, redacter)]);
  return Object.fromEntries(fields);
}

function redactText(text: string, net: SecretNet | undefined): string {
  const found = net?.secretsIn(text) ?? [];
  const withoutSecrets = found.length > 0 ? text.replace(patternFor(found), REDACTED) : text;
  return withoutSecrets.includes('?') ? withoutSecrets.replace(ADDRESS_QUERY, '$1') : withoutSecrets;
}

/** One pattern for all, the longest first: else a secret that begins another would leave the rest of it standing. */
function patternFor(secrets: string[]): RegExp {
  const longestFirst = secrets.toSorted((one, other) => other.length - one.length);
  return new RegExp(longestFirst.map(anyWriting).join('|'), 'gi');
}
